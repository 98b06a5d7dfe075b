import type { Bridge, KeyProof, Workspace } from '../../src/shared/bridge.ts'
import { failed, type Result, success } from '../../src/shared/failure.ts'
import { isApiKey } from './api-key.ts'
import type { ApiAccount } from '../api/client.ts'
import type { ConversationsApi } from '../api/conversations.ts'
import { checkBaseUrl } from './base-url.ts'
import type { Policy } from '../policy/policy.ts'
import { findByKeyPrint } from './found-workspaces.ts'
import type { HostGate } from './host-gate.ts'
import type { WorkspaceStore } from './workspaces.ts'
import { text } from '../strings/text.ts'

type Parts = {
  readonly workspaces: WorkspaceStore
  readonly api: ConversationsApi
  readonly hosts: HostGate
  readonly policy: Pick<Policy, 'nameOf'>
}
type Input = Parameters<Bridge['connectWorkspace']>[0]

/**
 * Validates the input and asks the server before it stores the key, so that a key that does not work is never stored. A server that the
 * user has not confirmed is not asked and gets no key.
 */
export async function connectWorkspace(parts: Parts, input: Input): Promise<Result<Workspace>> {
  const apiKey = input.apiKey.trim()
  const checked = checkBaseUrl(input.baseUrl)
  if (!checked.ok) return refuse(checked.why)
  if (apiKey === '') return refuse(text('account.enterKey'))
  if (!isApiKey(apiKey)) return refuse(text('account.invalidKey'))
  const account = { baseUrl: checked.baseUrl, apiKey }
  const problem = input.workspaceId === undefined ? null : problemOf(parts.workspaces, account, input.workspaceId)
  if (problem !== null) return refuse(problem)
  // Also before a key that needs no request is stored, because the window then reads from its server.
  const admitted = await parts.hosts.admit(account.baseUrl)
  if (!admitted.ok) return admitted
  return input.workspaceId === undefined
    ? await connectAccount(parts, account, input.proofs ?? [])
    : await giveKey(parts, account, input.workspaceId, input.knownConversationIds ?? [])
}

async function connectAccount(
  parts: Parts,
  account: ApiAccount,
  proofs: readonly KeyProof[],
): Promise<Result<Workspace>> {
  const { workspaces, api } = parts
  const known = workspaces.findByKey(account) ?? (await findByKeyPrint(workspaces, account))
  // This key has opened the account before, so the server need not confirm it.
  if (known?.key === 'missing') return success(workspaces.giveKey(known.id, account))
  const page = await api.listConversations(account, { limit: 1, offset: 0 })
  if (!page.ok) return page
  if (known !== null) return success(workspaces.giveKey(known.id, account))
  const proven = await findByProof(parts, account, proofs)
  if (!proven.ok) return proven
  return success(proven.value === null ? addNamed(parts, account) : workspaces.giveKey(proven.value, account))
}

/** With the administrator's name for the server, unless another workspace has it. */
function addNamed({ workspaces, policy }: Parts, account: ApiAccount): Workspace {
  const added = workspaces.add(account)
  const name = policy.nameOf(account.baseUrl)
  const renamed = name === null ? null : workspaces.rename(added.id, name)
  return renamed?.ok === true ? renamed.value : added
}

/**
 * The id of a workspace whose key is missing and that holds a conversation of this account; null when there is none. The key
 * then goes to that workspace, and its unsent ops are sent.
 */
async function findByProof(
  { workspaces, api }: Parts,
  account: ApiAccount,
  proofs: readonly KeyProof[],
): Promise<Result<string | null>> {
  for (const { workspaceId, knownConversationIds } of proofs) {
    const workspace = workspaces.find(workspaceId)
    if (workspace?.key !== 'missing' || !['', account.baseUrl].includes(workspace.baseUrl)) continue
    const isSameAccount = await canReadAny(api, account, knownConversationIds)
    if (!isSameAccount.ok) return isSameAccount
    if (isSameAccount.value) return success(workspaceId)
  }
  return success(null)
}

/** Gives a key to an existing workspace, after checks that it opens the same account: unsent ops must not go to another one. */
async function giveKey(
  parts: Parts,
  account: ApiAccount,
  workspaceId: string,
  knownConversationIds: readonly string[],
): Promise<Result<Workspace>> {
  const { workspaces, api } = parts
  // Again, because the workspace may have changed while the user was asked.
  const problem = problemOf(workspaces, account, workspaceId)
  if (problem !== null) return refuse(problem)
  const known = workspaces.findByKey(account) ?? (await findByKeyPrint(workspaces, account))
  if (known?.id === workspaceId) return await connectAccount(parts, account, [])
  if (known !== null) return refuse(text('account.anotherHasKey', { name: known.name }))
  if (knownConversationIds.length === 0) return refuse(text('account.cannotCheckKey'))
  const isSameAccount = await canReadAny(api, account, knownConversationIds)
  if (!isSameAccount.ok) return isSameAccount
  return isSameAccount.value
    ? success(workspaces.giveKey(workspaceId, account))
    : refuse(text('account.noConversationFound', { count: knownConversationIds.length }))
}

/** Why this workspace cannot get a key for this server; null when it can. */
function problemOf(workspaces: WorkspaceStore, account: ApiAccount, workspaceId: string): string | null {
  const workspace = workspaces.find(workspaceId)
  if (workspace === null || workspace.kind === 'demo') return text('account.workspaceGone')
  return workspace.baseUrl === account.baseUrl ? null : text('account.otherServer', { address: workspace.baseUrl })
}

async function canReadAny(
  api: ConversationsApi,
  account: ApiAccount,
  conversationIds: readonly string[],
): Promise<Result<boolean>> {
  for (const conversationId of conversationIds) {
    const detail = await api.readConversation(account, { conversationId })
    if (detail.ok) return success(true)
    // 404: the conversation was deleted, or it belongs to another account. Any other failure proves nothing about the key.
    if (detail.failure.kind !== 'rejected' || detail.failure.status !== 404) return detail
  }
  return success(false)
}

function refuse(words: string): Result<Workspace> {
  return failed({ kind: 'refused', words })
}
