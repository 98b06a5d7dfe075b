import type { MovedTable } from '../shared/device-backup.ts'
import type { Tables } from './database.ts'

/**
 * What becomes of a table's rows when what only this device knows goes to another database: from an earlier version of the app
 * (src/carry-over) or from a backup (src/device-backup).
 * - `merged`: added to what is there.
 * - `for-ops`: only as far as unsent ops need them, because what they say may be over in a database that was used meanwhile.
 * - `only-to-new`: an earlier version's rows for a new database. Another device reads or makes them itself.
 * - `by-name`: each row has a rule of its own.
 */
type Rule = 'merged' | 'for-ops' | 'only-to-new' | 'by-name'

/** A new table does not compile before its rule is decided. */
export const OWN_TABLES = {
  drafts: 'merged',
  draftVersions: 'merged',
  snippets: 'merged',
  notes: 'merged',
  seen: 'merged',
  flags: 'merged',
  conversations: 'for-ops',
  outbox: 'for-ops',
  claims: 'for-ops',
  threads: 'only-to-new',
  // Undoes what was done on this device.
  journal: 'only-to-new',
  meta: 'by-name',
} as const satisfies Record<keyof Tables, Rule>

type TableWith<R extends Rule> = {
  [T in keyof Tables]: (typeof OWN_TABLES)[T] extends R ? T : never
}[keyof Tables]

/** The tables with one of these rules. */
export function tablesWith<R extends Rule>(...rules: readonly R[]): readonly TableWith<R>[] {
  const names = Object.keys(OWN_TABLES) as (keyof Tables)[]
  return names.filter((name): name is TableWith<R> => (rules as readonly Rule[]).includes(OWN_TABLES[name]))
}

/** The main process accepts exactly these in a backup. */
export const MOVED: Readonly<Record<TableWith<'merged' | 'for-ops' | 'by-name'>, MovedTable>> = {
  drafts: 'drafts',
  draftVersions: 'draftVersions',
  snippets: 'snippets',
  notes: 'notes',
  seen: 'seen',
  flags: 'flags',
  conversations: 'conversations',
  outbox: 'outbox',
  claims: 'claims',
  meta: 'meta',
}

/** Settings of a workspace in `meta` that are added to a database that was already used. */
export const META_MERGED = ['savedSearches', 'outboxSettings', 'writingSettings'] as const
