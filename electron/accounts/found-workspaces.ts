import type { FoundDatabase, Workspace, WorkspaceRecord } from '../../src/shared/bridge.ts'
import type { ApiAccount } from '../api/client.ts'
import { checkBaseUrl } from './base-url.ts'
import { hasKeyPrint, isKeyPrint, makeKeyPrint } from './key-print.ts'
import type { WorkspaceStore } from './workspaces.ts'

/** The record that a workspace's database keeps of it. Null for the demo, which ends with the app, and for an unknown workspace. */
export async function describeWorkspace(workspaces: WorkspaceStore, id: string): Promise<WorkspaceRecord | null> {
  const workspace = workspaces.find(id)
  if (workspace === null || workspace.kind === 'demo') return null
  const { name, baseUrl, isTest } = workspace
  return { id, name, baseUrl, isTest, keyPrint: await printOf(workspaces, id) }
}

async function printOf(workspaces: WorkspaceStore, id: string): Promise<string | null> {
  const known = workspaces.keyPrintOf(id)
  const account = workspaces.account(id)
  if (known !== null || account === null) return known
  const print = await makeKeyPrint(account)
  // Another key may have been given meanwhile.
  return workspaces.account(id)?.apiKey === account.apiKey ? workspaces.keepKeyPrint(id, print) : null
}

/** `clarion-<id>`; the demo's are named differently. */
const DATABASE_NAME = /^clarion-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/**
 * Takes in databases that no known workspace names. One whose key is at hand is opened with it; the others ask for their key.
 * `missing`: databases that a known workspace names and that are not there.
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
    if (owner !== null) takeOver(workspaces, id, owner, missing)
  }
}

/** Of the workspaces whose key is missing, the one that had this very key. */
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

/** Removes a workspace that this start made for the same key, if its database was never created. */
function takeOver(workspaces: WorkspaceStore, id: string, owner: Workspace, missing: readonly string[]): void {
  const account = workspaces.account(owner.id)
  if (account === null) return
  const { currentId } = workspaces
  workspaces.giveKey(id, account)
  if (missing.includes(owner.databaseName)) workspaces.drop(owner.id)
  if (currentId !== null && currentId !== owner.id) workspaces.choose(currentId)
  else workspaces.choose(missing.includes(owner.databaseName) ? id : owner.id)
}
