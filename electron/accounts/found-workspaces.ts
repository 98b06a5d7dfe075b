import type { FoundDatabase, Workspace, WorkspaceRecord } from '../../src/shared/bridge.ts'
import type { ApiAccount } from '../api/client.ts'
import { checkBaseUrl } from './base-url.ts'
import { hasKeyPrint, isKeyPrint, makeKeyPrint } from './key-print.ts'
import type { WorkspaceStore } from './workspaces.ts'

/** The record that a workspace's database stores of it. Null for an unknown workspace and for the demo, which ends with the app. */
export async function describeWorkspace(workspaces: WorkspaceStore, id: string): Promise<WorkspaceRecord | null> {
  const workspace = workspaces.find(id)
  if (workspace === null || workspace.kind === 'demo') return null
  const { name, baseUrl, isTest } = workspace
  return { id, name, baseUrl, isTest, keyPrint: await readOrMakePrint(workspaces, id) }
}

async function readOrMakePrint(workspaces: WorkspaceStore, id: string): Promise<string | null> {
  const known = workspaces.keyPrintOf(id)
  const account = workspaces.account(id)
  if (known !== null || account === null) return known
  const print = await makeKeyPrint(account)
  // The workspace may have got another key in the meantime.
  return workspaces.account(id)?.apiKey === account.apiKey ? workspaces.keepKeyPrint(id, print) : null
}

/** `clarion-<id>`. The demo's databases have other names. */
const DATABASE_NAME = /^clarion-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/**
 * Adds a workspace for each database that no known workspace names. If main has its key, the workspace gets that key; otherwise
 * the user is asked for one. `missing`: databases that a known workspace names and that do not exist.
 */
export async function adoptDatabases(
  workspaces: WorkspaceStore,
  found: readonly FoundDatabase[],
  missing: readonly string[],
): Promise<void> {
  for (const { databaseName, record } of found) {
    const id = DATABASE_NAME.exec(databaseName)?.[1]
    if (id === undefined || workspaces.find(id) !== null) continue
    const checked = checkBaseUrl(record?.baseUrl ?? '')
    const baseUrl = checked.ok ? checked.baseUrl : ''
    const keyPrint = record?.keyPrint ?? ''
    workspaces.adopt({
      ...{ id, databaseName, baseUrl },
      name: record?.name ?? '',
      isTest: record?.isTest ?? false,
      ...(isKeyPrint(keyPrint) && { keyPrint }),
    })
    const owner = await findOwner(workspaces, baseUrl, keyPrint)
    if (owner !== null) moveKey(workspaces, id, owner, missing)
  }
}

/** The workspace whose key is missing and whose print matches this account; null when there is none. */
export async function findByKeyPrint(workspaces: WorkspaceStore, account: ApiAccount): Promise<Workspace | null> {
  for (const workspace of workspaces.list()) {
    if (workspace.key !== 'missing') continue
    if (await hasKeyPrint(account, workspaces.keyPrintOf(workspace.id) ?? '')) return workspace
  }
  return null
}

async function findOwner(workspaces: WorkspaceStore, baseUrl: string, keyPrint: string): Promise<Workspace | null> {
  for (const workspace of workspaces.list()) {
    const account = workspace.kind === 'demo' ? null : workspaces.account(workspace.id)
    if (account?.baseUrl === baseUrl && (await hasKeyPrint(account, keyPrint))) return workspace
  }
  return null
}

/** Gives the owner's key to the found workspace, and removes the owner if its database was never created. */
function moveKey(workspaces: WorkspaceStore, id: string, owner: Workspace, missing: readonly string[]): void {
  const account = workspaces.account(owner.id)
  if (account === null) return
  const { currentId } = workspaces
  workspaces.giveKey(id, account)
  if (missing.includes(owner.databaseName)) workspaces.drop(owner.id)
  if (currentId !== null && currentId !== owner.id) workspaces.choose(currentId)
  else workspaces.choose(missing.includes(owner.databaseName) ? id : owner.id)
}
