import type { Bridge, KeyProof, Workspace } from '../../src/shared/bridge.ts'
import { failed, type Result, success } from '../../src/shared/failure.ts'
import { isApiKey } from './api-key.ts'
import type { ApiAccount } from '../api/client.ts'
import type { ConversationsApi } from '../api/conversations.ts'
import { checkBaseUrl } from './base-url.ts'
import { findByKeyPrint } from './found-workspaces.ts'
import type { WorkspaceStore } from './workspaces.ts'

type Parts = { readonly workspaces: WorkspaceStore; readonly api: ConversationsApi }
type Input = Parameters<Bridge['connectWorkspace']>[0]

/** Checks, asks the server once, and only then keeps the key: a key that does not open anything leaves no trace. */
export async function connectWorkspace(parts: Parts, input: Input): Promise<Result<Workspace>> {
  const apiKey = input.apiKey.trim()
  const checked = checkBaseUrl(input.baseUrl)
  if (!checked.ok) return refuse(checked.why)
  if (apiKey === '') return refuse('Enter the API key.')
  if (!isApiKey(apiKey)) return refuse('An API key has no spaces, line ends or accents. Copy it again, whole.')
  const account = { baseUrl: checked.baseUrl, apiKey }
  return input.workspaceId === undefined
    ? await open(parts, account, input.proofs ?? [])
    : await giveKey(parts, account, input.workspaceId, input.knownConversationIds ?? [])
}

async function open(parts: Parts, account: ApiAccount, proofs: readonly KeyProof[]): Promise<Result<Workspace>> {
  const { workspaces, api } = parts
  const known = workspaces.findByKey(account) ?? (await findByKeyPrint(workspaces, account))
  // The very key it had: it opened this account before, so the network is not needed to say so again.
  if (known?.key === 'missing') return success(workspaces.giveKey(known.id, account))
  const page = await api.listConversations(account, { limit: 1, offset: 0 })
  if (!page.ok) return page
  if (known !== null) return success(workspaces.giveKey(known.id, account))
  const proven = await findByProof(parts, account, proofs)
  if (!proven.ok) return proven
  return success(proven.value === null ? workspaces.add(account) : workspaces.giveKey(proven.value, account))
}

/** The id of a workspace whose key is missing and that holds a conversation of this account: its unsent ops are then sent. */
async function findByProof(
  { workspaces, api }: Parts,
  account: ApiAccount,
  proofs: readonly KeyProof[],
): Promise<Result<string | null>> {
  for (const { workspaceId, knownConversationIds } of proofs) {
    const workspace = workspaces.find(workspaceId)
    if (workspace?.key !== 'missing' || !['', account.baseUrl].includes(workspace.baseUrl)) continue
    const isItsKey = await readsOneOf(api, account, knownConversationIds)
    if (!isItsKey.ok) return isItsKey
    if (isItsKey.value) return success(workspaceId)
  }
  return success(null)
}

/** A key for a workspace that exists: its database, with all that waits there, must not be sent to another account. */
async function giveKey(
  parts: Parts,
  account: ApiAccount,
  workspaceId: string,
  knownConversationIds: readonly string[],
): Promise<Result<Workspace>> {
  const { workspaces, api } = parts
  const workspace = workspaces.find(workspaceId)
  if (workspace === null || workspace.kind === 'demo') return refuse('This workspace is not on this device any more.')
  if (workspace.baseUrl !== account.baseUrl)
    return refuse(`This workspace belongs to ${workspace.baseUrl}. Another server is another workspace.`)
  const known = workspaces.findByKey(account) ?? (await findByKeyPrint(workspaces, account))
  if (known?.id === workspaceId) return await open(parts, account, [])
  if (known !== null) return refuse(`This key opens the workspace “${known.name}”, which is already on this device.`)
  if (knownConversationIds.length === 0) {
    return refuse(
      'Nothing of this workspace is on this device yet, so a new key cannot be told from another account’s. Add it as a new workspace.',
    )
  }
  const isItsKey = await readsOneOf(api, account, knownConversationIds)
  if (!isItsKey.ok) return isItsKey
  return isItsKey.value
    ? success(workspaces.giveKey(workspaceId, account))
    : refuse(foundNone(knownConversationIds.length))
}

async function readsOneOf(
  api: ConversationsApi,
  account: ApiAccount,
  conversationIds: readonly string[],
): Promise<Result<boolean>> {
  for (const conversationId of conversationIds) {
    const detail = await api.readConversation(account, { conversationId })
    if (detail.ok) return success(true)
    // Deleted meanwhile, or another account's. Whatever else keeps it from being read says nothing about whose the key is.
    if (detail.failure.kind !== 'rejected' || detail.failure.status !== 404) return detail
  }
  return success(false)
}

function foundNone(count: number): string {
  const what = count === 1 ? 'the conversation' : `any of the ${count} conversations`
  return `This key does not find ${what} of this workspace by which it was checked: it opens another account, or they were deleted at the server. Connect it as another workspace, in Settings under Workspaces; what waits here stays here.`
}

function refuse(words: string): Result<Workspace> {
  return failed({ kind: 'refused', words })
}
