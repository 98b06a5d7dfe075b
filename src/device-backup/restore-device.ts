import { isDiskTrouble } from '../db/commit.ts'
import type { BackedUpWorkspace, MovedRow, MovedTable } from '../shared/device-backup.ts'
import { failed, type Failure, type Result, success } from '../shared/failure.ts'
import { importDevice, type DeviceRows, type Imported } from './import-device.ts'
import { importPageSettings } from './import-settings.ts'
import type { DeviceParts, Progress } from './parts.ts'

/** `not-opened`: its database cannot be opened now. `not-stored`: the disk is full or failed, and nothing of it was stored. */
export type WorkspaceOutcome =
  | { readonly is: 'restored'; readonly imported: Imported }
  | { readonly is: 'refused'; readonly failure: Failure }
  | { readonly is: 'not-opened' | 'not-stored' }

export type RestoredWorkspace = { readonly name: string; readonly outcome: WorkspaceOutcome }

/**
 * Merges all workspaces of an opened backup, one after the other. Each is a transaction of its own: after a crash, restoring again does the
 * rest. A workspace that fails does not keep the others from being restored.
 */
export async function restoreDevice(
  parts: DeviceParts,
  what: {
    readonly restoreId: string
    readonly workspaces: readonly BackedUpWorkspace[]
    readonly onProgress: (progress: Progress) => void
  },
): Promise<readonly RestoredWorkspace[]> {
  const { restoreId, workspaces, onProgress } = what
  const restored: RestoredWorkspace[] = []
  for (const workspace of workspaces) {
    const { name } = workspace
    const report = (share: number): void => onProgress({ name, share })
    report(0)
    restored.push({ name, outcome: await restoreOne(parts, restoreId, workspace, report) })
  }
  const settings = await parts.bridge.takeSettings({ restoreId })
  if (settings.ok) importPageSettings(parts.storage, settings.value)
  await parts.bridge.endRestore({ restoreId })
  return restored
}

async function restoreOne(
  parts: DeviceParts,
  restoreId: string,
  workspace: BackedUpWorkspace,
  report: (share: number) => void,
): Promise<WorkspaceOutcome> {
  // All of it is read before anything is stored.
  const rows = await readRows(parts, restoreId, workspace, report)
  if (!rows.ok) return { is: 'refused', failure: rows.failure }
  const taken = await parts.bridge.takeWorkspace({ restoreId, workspaceId: workspace.id })
  if (!taken.ok) return { is: 'refused', failure: taken.failure }
  const db = await parts.open(taken.value)
  if (db === null) return { is: 'not-opened' }
  try {
    const place = { workspaceId: taken.value.id, workspaceIdThere: workspace.id, now: Date.now() }
    return { is: 'restored', imported: await importDevice(db, rows.value, place) }
  } catch (error) {
    if (isDiskTrouble(error)) return { is: 'not-stored' }
    throw error
  } finally {
    db.close()
  }
}

async function readRows(
  { bridge }: DeviceParts,
  restoreId: string,
  { id: workspaceId, parts }: BackedUpWorkspace,
  report: (share: number) => void,
): Promise<Result<DeviceRows>> {
  const rows = new Map<MovedTable, MovedRow[]>()
  for (let part = 0; part < parts; part++) {
    const read = await bridge.readBackupPart({ restoreId, workspaceId, part })
    if (!read.ok) return failed(read.failure)
    const { table } = read.value
    const known = rows.get(table) ?? []
    for (const row of read.value.rows) known.push(row)
    rows.set(table, known)
    report((part + 1) / parts)
  }
  return success(rows)
}
