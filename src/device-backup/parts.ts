import type { Database } from '../db/database.ts'
import type { DeviceBackupBridge, TakenWorkspace } from '../shared/device-backup.ts'

/** What backing up and restoring need of the page. */
export type DeviceParts = {
  readonly bridge: DeviceBackupBridge
  /** Opens the database of a workspace; null when that is not possible now. */
  readonly open: (workspace: TakenWorkspace) => Promise<Database | null>
  readonly storage: Storage
}

/** The workspace that is being read or written, and how much of it is done, 0–1. */
export type Progress = { readonly name: string; readonly share: number }
