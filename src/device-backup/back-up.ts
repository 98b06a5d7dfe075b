import { isDiskTrouble } from '../db/commit.ts'
import type { Database } from '../db/database.ts'
import type { Workspace } from '../shared/bridge.ts'
import { type Result, success } from '../shared/failure.ts'
import type { DeviceParts, Progress } from './parts.ts'
import { readDevice } from './read-device.ts'

export type BackedUp = {
  readonly fileName: string
  /** Names of workspaces whose data cannot be opened now. */
  readonly left: readonly string[]
  /** Notes whose customer is in no conversation any more. */
  readonly lostNotes: number
}

/** `cancelled` in the dialog or by `isStopped`; `unreadable`: a database of this device. */
export type BackUpOutcome = Result<BackedUp> | 'cancelled' | 'unreadable'

type Open = { readonly workspace: Workspace; readonly db: Database }

/** Writes what only this device knows of these workspaces to a file that the user chooses. */
export async function backUpDevice(
  parts: DeviceParts,
  what: {
    readonly workspaces: readonly Workspace[]
    readonly passphrase: string
    readonly onProgress: (progress: Progress) => void
    readonly isStopped: () => boolean
  },
): Promise<BackUpOutcome> {
  const { bridge, storage } = parts
  const { passphrase } = what
  const open: Open[] = []
  const left: string[] = []
  try {
    for (const workspace of what.workspaces) {
      const db = await parts.open(workspace)
      if (db === null) left.push(workspace.name)
      else open.push({ workspace, db })
    }
    const workspaceIds = open.map(({ workspace }) => workspace.id)
    const begun = await bridge.beginBackup({ passphrase, workspaceIds, settings: { ...storage } })
    if (!begun.ok) return begun
    if (begun.value === null) return 'cancelled'
    const { backupId, fileName } = begun.value
    let isWhole = false
    try {
      let lostNotes = 0
      const written = await writeAll(parts, { ...what, open, backupId, onLost: () => (lostNotes += 1) })
      if (written === 'cancelled' || !written.ok) return written
      isWhole = true
      const ended = await bridge.endBackup({ backupId, isWhole })
      return ended.ok ? success({ fileName, left, lostNotes }) : ended
    } finally {
      if (!isWhole) await bridge.endBackup({ backupId, isWhole })
    }
  } catch (error) {
    if (isDiskTrouble(error)) return 'unreadable'
    throw error
  } finally {
    for (const { db } of open) db.close()
  }
}

async function writeAll(
  { bridge }: DeviceParts,
  what: {
    readonly open: readonly Open[]
    readonly backupId: string
    readonly onProgress: (progress: Progress) => void
    readonly isStopped: () => boolean
    readonly onLost: () => void
  },
): Promise<Result<null> | 'cancelled'> {
  const { open, backupId, onProgress, isStopped, onLost } = what
  for (const [index, { workspace, db }] of open.entries()) {
    onProgress({ name: workspace.name, share: index / open.length })
    for await (const part of readDevice(db, Date.now(), onLost)) {
      if (isStopped()) return 'cancelled'
      const added = await bridge.addToBackup({ backupId, workspaceId: workspace.id, ...part })
      if (!added.ok) return added
    }
  }
  return isStopped() ? 'cancelled' : success(null)
}
