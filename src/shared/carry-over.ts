import type { Result } from './failure.ts'

/** Rows of one table, as an earlier version stored them. */
export type CarriedPart = { readonly table: string; readonly rows: readonly unknown[] }

/** What only this device knew in one database of an earlier version. */
export type CarriedDatabase = {
  readonly databaseName: string
  /** The version of its tables. */
  readonly version: number
  /** The number that its next op would have got. */
  readonly nextSeq: number
  /** The number of its parts. */
  readonly parts: number
}

/** The unsealed data of an earlier version that is not in the sealed databases yet. */
export type CarryOver = {
  /** Differs when an earlier version has written data again meanwhile. */
  readonly id: string
  readonly databases: readonly CarriedDatabase[]
  /** The local storage of the earlier version. */
  readonly settings: Readonly<Record<string, string>>
  /** Some of it cannot be read. It stays on the disk, and the next start tries again. */
  readonly isUnreadable: boolean
}

/** The part of the bridge that carries data of an earlier version, which was not sealed, into the sealed databases. */
export interface CarryOverBridge {
  /** Resolves when the main process has read all of it. */
  beginCarryOver(input: Record<string, never>): Promise<Result<CarryOver>>
  /** `part`: from 0. */
  readCarriedPart(input: { readonly databaseName: string; readonly part: number }): Promise<Result<CarriedPart>>
  /** The settings and these databases are stored, or not wanted. After the last one the main process deletes the old files. */
  endCarryOver(input: { readonly databaseNames: readonly string[] }): Promise<Result<null>>
}
