import { randomUUID } from 'node:crypto'
import type { Workspace } from '../../src/shared/bridge.ts'
import { failed, type Result, success } from '../../src/shared/failure.ts'
import { checkBaseUrl } from '../accounts/base-url.ts'
import { findByKeyPrint } from '../accounts/found-workspaces.ts'
import type { HostGate } from '../accounts/host-gate.ts'
import { hasKeyPrint } from '../accounts/key-print.ts'
import type { WorkspaceStore } from '../accounts/workspaces.ts'
import { text } from '../strings/text.ts'
import type { WorkspaceRecordInBackup } from './records.ts'

/** The workspace of this device that is the one in the backup: it has the same server and key, or is the very same. Null when there is none. */
export async function findHere(workspaces: WorkspaceStore, record: WorkspaceRecordInBackup): Promise<Workspace | null> {
  const { id, baseUrl, apiKey, keyPrint } = record
  const same = workspaces.find(id)
  if (same !== null && same.kind === 'api' && same.baseUrl === baseUrl) return same
  if (apiKey !== null) {
    const account = { baseUrl, apiKey }
    return workspaces.findByKey(account) ?? (await findByKeyPrint(workspaces, account))
  }
  if (keyPrint === null) return null
  for (const workspace of workspaces.list()) {
    if (workspace.kind !== 'api' || workspace.baseUrl !== baseUrl) continue
    if (workspaces.keyPrintOf(workspace.id) === keyPrint) return workspace
    const account = workspaces.account(workspace.id)
    if (account !== null && (await hasKeyPrint(account, keyPrint))) return workspace
  }
  return null
}

/**
 * The workspace of this device for one in a backup. A new one gets the key in the backup, or asks for its key. The user agrees to its server
 * first, as to any other: whoever made the file chose it.
 */
export async function takeHere(
  { workspaces, hosts }: { readonly workspaces: WorkspaceStore; readonly hosts: HostGate },
  record: WorkspaceRecordInBackup,
): Promise<Result<Workspace>> {
  const { apiKey, keyPrint, isTest, name } = record
  const known = await findHere(workspaces, record)
  if (known !== null && (known.key !== 'missing' || apiKey === null)) return success(known)
  const checked = checkBaseUrl(record.baseUrl)
  if (!checked.ok) return failed({ kind: 'refused', words: text('backup.noServer', { name }) })
  const { baseUrl } = checked
  const admitted = await hosts.admit(baseUrl)
  if (!admitted.ok) return admitted
  const { currentId } = workspaces
  const taken = add()
  // The workspace that was open stays the one to open.
  if (currentId !== null) workspaces.choose(currentId)
  return taken

  function add(): Result<Workspace> {
    if (apiKey !== null) {
      const account = { baseUrl, apiKey }
      const added = known === null ? workspaces.add(account) : workspaces.giveKey(known.id, account)
      if (known !== null) return success(added)
      const renamed = workspaces.rename(added.id, name)
      // Another workspace may have the name: this one then keeps that of its server.
      return renamed.ok ? renamed : success(added)
    }
    const id = randomUUID()
    workspaces.adopt({
      id,
      databaseName: `clarion-${id}`,
      name,
      baseUrl,
      isTest,
      ...(keyPrint !== null && { keyPrint }),
    })
    const adopted = workspaces.find(id)
    return adopted === null ? failed({ kind: 'refused', words: text('account.workspaceGone') }) : success(adopted)
  }
}
