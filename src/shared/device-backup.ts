import type { Result } from './failure.ts'

/** Tables whose rows are in a backup of a device. Persisted in files: add freely, never rename. */
export const MOVED_TABLES = [
  'conversations',
  'claims',
  'outbox',
  'drafts',
  'draftVersions',
  'snippets',
  'notes',
  'seen',
  'flags',
  'meta',
] as const
export type MovedTable = (typeof MOVED_TABLES)[number]

/** A row as JSON can hold it. */
export type MovedRow = Readonly<Record<string, unknown>>

/** Rows in one part. */
export const MAX_PART_ROWS = 1_000
/** UTF-16 units of a part's rows as JSON. A single row may be longer. */
export const PART_CHARACTERS = 500_000
/** UTF-16 units. */
export const MAX_PASSPHRASE = 1_000

export type BegunBackup = { readonly backupId: string; readonly fileName: string }
export type ChosenBackup = { readonly restoreId: string; readonly fileName: string }

/** What a backup holds of one workspace. */
export type BackedUpWorkspace = {
  /** On the device of the backup. */
  readonly id: string
  readonly name: string
  /** Empty for a workspace without a server, whose data cannot be restored. */
  readonly baseUrl: string
  readonly hasKey: boolean
  /** The workspace is on this device: what it holds is merged. */
  readonly isHere: boolean
  readonly rows: Readonly<Record<MovedTable, number>>
  readonly parts: number
}

export type BackupSummary = {
  /** Epoch ms by the clock of that computer. */
  readonly madeAt: number
  /** The name of the computer. */
  readonly computer: string
  readonly workspaces: readonly BackedUpWorkspace[]
}

export type BackupPart = { readonly table: MovedTable; readonly rows: readonly MovedRow[] }

/** A workspace of this device that gets what a backup holds. */
export type TakenWorkspace = { readonly id: string; readonly databaseName: string }

type InRestore = { readonly restoreId: string }

/** The part of the bridge that writes what only this device knows to a sealed file, and reads such files. */
export interface DeviceBackupBridge {
  /** Asks where to save the file. Null when the user cancels. `settings`: the page's own. A second backup ends the first. */
  beginBackup(input: {
    readonly passphrase: string
    readonly workspaceIds: readonly string[]
    readonly settings: Readonly<Record<string, string>>
  }): Promise<Result<BegunBackup | null>>
  /** After a failure the backup has ended. */
  addToBackup(input: {
    readonly backupId: string
    readonly workspaceId: string
    readonly table: MovedTable
    readonly rows: readonly MovedRow[]
  }): Promise<Result<null>>
  /** Gives the complete file its name, or deletes it. */
  endBackup(input: { readonly backupId: string; readonly isWhole: boolean }): Promise<Result<null>>

  /** Asks for a file. Null when the user cancels. Fails when it is not a backup. */
  chooseBackup(input: Record<string, never>): Promise<Result<ChosenBackup | null>>
  /** Checks the whole file. After a wrong passphrase, another can be tried. */
  openBackup(input: InRestore & { readonly passphrase: string }): Promise<Result<BackupSummary>>
  /** The workspace of this device for one in the backup: a known one, or a new one that gets the key in the backup. */
  takeWorkspace(input: InRestore & { readonly workspaceId: string }): Promise<Result<TakenWorkspace>>
  /** `part`: from 0. */
  readBackupPart(
    input: InRestore & { readonly workspaceId: string; readonly part: number },
  ): Promise<Result<BackupPart>>
  /** The page's settings in the backup. Main takes its own where this device has the defaults. */
  takeSettings(input: InRestore): Promise<Result<Readonly<Record<string, string>>>>
  /** Closes the file and forgets its keys. */
  endRestore(input: InRestore): Promise<Result<null>>
}
