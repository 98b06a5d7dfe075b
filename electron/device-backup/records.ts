import { z } from 'zod'
import { LANGUAGE_SETTINGS } from '../../src/shared/language.ts'
import { MAX_PART_ROWS, MOVED_TABLES } from '../../src/shared/device-backup.ts'
import { THEMES } from '../../src/shared/look.ts'
import { isApiKey } from '../accounts/api-key.ts'
import { isKeyPrint } from '../accounts/key-print.ts'

/** The lines of a backup, one JSON value each. Persisted in users' files: add fields freely; anything else is a new `v`. */

export const RECORDS_VERSION = 1
/** In one backup. */
export const MAX_WORKSPACES = 100

const id = z.string().min(1).max(1_000)

/** The page's own settings, by their names. */
export const pageSettings = z
  .record(z.string().min(1).max(200), z.string().max(100_000))
  .refine((settings) => Object.keys(settings).length <= 500)

/** The first line. */
const made = z.object({
  kind: z.literal('made'),
  v: z.literal(RECORDS_VERSION),
  at: z.number(),
  computer: z.string().max(1_000),
  settings: pageSettings,
  theme: z.enum(THEMES).catch('system'),
  language: z.enum(LANGUAGE_SETTINGS).catch('system'),
})
const workspace = z.object({
  kind: z.literal('workspace'),
  id,
  name: z.string().max(200),
  baseUrl: z.string().max(10_000),
  isTest: z.boolean(),
  keyPrint: z.string().refine(isKeyPrint).nullable(),
  apiKey: z.string().refine(isApiKey).nullable(),
})
export const movedRows = z.array(z.record(z.string().max(200), z.unknown())).max(MAX_PART_ROWS)
const rows = z.object({ kind: z.literal('rows'), workspaceId: id, table: z.enum(MOVED_TABLES), rows: movedRows })
/** The last line. */
const end = z.object({ kind: z.literal('end'), parts: z.int().nonnegative() })

const record = z.discriminatedUnion('kind', [made, workspace, rows, end])
export type BackupRecord = z.infer<typeof record>
export type MadeRecord = z.infer<typeof made>
export type WorkspaceRecordInBackup = z.infer<typeof workspace>

/** A line that no version so far wrote. Its seal is right, so a newer version may have written it. */
export class UnknownRecord extends Error {}

export function parseRecord(line: string): BackupRecord {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    throw new UnknownRecord()
  }
  const parsed = record.safeParse(value)
  if (!parsed.success) throw new UnknownRecord()
  return parsed.data
}

export function writeRecord(value: BackupRecord): string {
  return JSON.stringify(value)
}
