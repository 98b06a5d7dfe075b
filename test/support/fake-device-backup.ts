import {
  type BackedUpWorkspace,
  type BackupPart,
  type DeviceBackupBridge,
  MOVED_TABLES,
  type TakenWorkspace,
  type MovedTable,
} from '../../src/shared/device-backup.ts'
import { failed, success } from '../../src/shared/failure.ts'

/** A backup in memory: what was added to it can be read again. */
export class FakeDeviceBackup {
  passphrase = ''
  settings: Readonly<Record<string, string>> = {}
  workspaceIds: readonly string[] = []
  readonly parts: (BackupPart & { readonly workspaceId: string })[] = []
  /** The user cancels the dialog. */
  isCancelled = false
  isWhole = false
  /** The workspaces of the other device, by the id in the backup. */
  readonly taken = new Map<string, TakenWorkspace>()

  readonly bridge: DeviceBackupBridge = {
    beginBackup: async ({ passphrase, workspaceIds, settings }) => {
      if (this.isCancelled) return success(null)
      Object.assign(this, { passphrase, workspaceIds, settings })
      return success({ backupId: 'backup-1', fileName: 'one.clarion-backup' })
    },
    addToBackup: async ({ workspaceId, table, rows }) => {
      // As through IPC and a file.
      this.parts.push(JSON.parse(JSON.stringify({ workspaceId, table, rows })) as (typeof this.parts)[number])
      return success(null)
    },
    endBackup: async ({ isWhole }) => {
      this.isWhole = isWhole
      return success(null)
    },
    chooseBackup: async () =>
      success(this.isCancelled ? null : { restoreId: 'restore-1', fileName: 'one.clarion-backup' }),
    openBackup: async ({ passphrase }) =>
      passphrase === this.passphrase
        ? success({
            madeAt: 1,
            computer: 'old-computer',
            workspaces: this.workspaceIds.map((id) => this.#summaryOf(id)),
          })
        : failed({ kind: 'refused', words: 'Wrong passphrase.' }),
    takeWorkspace: async ({ workspaceId }) => {
      const workspace = this.taken.get(workspaceId)
      return workspace === undefined ? failed({ kind: 'refused', words: 'Not connected.' }) : success(workspace)
    },
    readBackupPart: async ({ workspaceId, part }) => {
      const found = this.parts.filter((one) => one.workspaceId === workspaceId)[part]
      return found === undefined ? failed({ kind: 'refused', words: 'No such part.' }) : success(found)
    },
    takeSettings: async () => success(this.settings),
    endRestore: async () => success(null),
  }

  #summaryOf(id: string): BackedUpWorkspace {
    const parts = this.parts.filter(({ workspaceId }) => workspaceId === id)
    const count = (table: MovedTable): number =>
      parts.reduce((sum, part) => sum + (part.table === table ? part.rows.length : 0), 0)
    const rows = Object.fromEntries(MOVED_TABLES.map((table) => [table, count(table)])) as Record<MovedTable, number>
    return { id, name: id, baseUrl: 'https://api.example.com', hasKey: true, isHere: false, rows, parts: parts.length }
  }
}
