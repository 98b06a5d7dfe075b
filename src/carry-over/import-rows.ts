import type { Table } from 'dexie'
import type { Database } from '../db/database.ts'
import { PROBE_OP } from '../db/probe-op.ts'
import { META_MERGED, tablesWith } from '../db/own-tables.ts'
import { KEY_CHECK } from '../db/sealing/key-check.ts'
import type { ConversationRow, MetaRow, NoteRow } from '../db/rows.ts'
import { notesOfToday } from './old-notes.ts'

/** The rows of one database of an earlier version, by table. */
export type OldRows = {
  /** Of the carry-over. */
  readonly id: string
  /** Of the tables. */
  readonly version: number
  readonly nextSeq: number
  readonly tables: ReadonlyMap<string, readonly unknown[]>
}

/** Name of the `meta` row with the ids of the carry-overs that this database has. Persisted. */
const MARK = 'carriedOver'

/** Rows of these are added to a database that was already used. What is there stays. */
const MERGED = tablesWith('merged')
/** Tables that only a new database gets: what they hold may be over in one that was already used. */
const ONLY_IN_NEW = tablesWith('for-ops', 'only-to-new')
/** The cache is read again, and the new database has a version of its own. */
const META_OF_CACHE = ['schema', 'sync', KEY_CHECK]

/**
 * Stores the rows of an earlier version, once: rows and mark are one transaction. A database that was already used, because the rows could
 * not be read when it was new, gets no ops: they were restored from the main process's backup, and may have been sent since.
 */
export async function importRows(db: Database, old: OldRows): Promise<void> {
  await db.transaction('rw', db.tables, async () => {
    const marks = ((await db.meta.get(MARK))?.value as readonly string[] | undefined) ?? []
    if (marks.includes(old.id)) return
    const isNew = marks.length === 0 && (await db.meta.get('installId')) === undefined
    for (const name of MERGED) await addRows(db.table(name), rowsOf(db, old, name), isNew)
    const meta = rowsOf(db, old, 'meta') as readonly MetaRow[]
    const isWanted = ({ name }: MetaRow): boolean =>
      isNew ? name !== MARK && !META_OF_CACHE.includes(name) : (META_MERGED as readonly string[]).includes(name)
    await addRows(db.meta as Table, meta.filter(isWanted), isNew)
    if (isNew) {
      for (const name of ONLY_IN_NEW) await db.table(name).bulkPut([...rowsOf(db, old, name)])
      await reserveSeqs(db, old.nextSeq)
    }
    await db.meta.put({ name: MARK, value: [...marks, old.id] })
  })
}

async function addRows(table: Table, rows: readonly unknown[], isNew: boolean): Promise<void> {
  if (isNew) return void (await table.bulkPut([...rows]))
  const keyPath = String(table.schema.primKey.keyPath)
  const known = await table.bulkGet(rows.map((row) => (row as Readonly<Record<string, unknown>>)[keyPath]))
  await table.bulkPut(rows.filter((_, index) => known[index] === undefined))
}

/**
 * An op that was finished must not get its number again: the main process's backup may still have it, and by its number it is known to be
 * over. Storing a row moves the next number behind its own.
 */
async function reserveSeqs(db: Database, nextSeq: number): Promise<void> {
  if (nextSeq <= 1 || (await db.outbox.get(nextSeq - 1)) !== undefined) return
  await db.table('outbox').put({ ...PROBE_OP, seq: nextSeq - 1 })
  await db.outbox.delete(nextSeq - 1)
}

/** The rows of a table in their form of today. */
function rowsOf(db: Database, { tables, version }: OldRows, name: string): readonly unknown[] {
  const rows = tables.get(name) ?? []
  if (name === 'notes')
    return notesOfToday(rows as readonly NoteRow[], version).map((note) => ({
      ...note,
      customerKey: db.sealer.hash(note.customerKey),
    }))
  if (name !== 'conversations') return rows
  const threadIds = new Set((tables.get('threads') ?? []).map((row) => (row as ThreadKey).conversationId))
  return (rows as readonly ConversationRow[]).map((row) => (threadIds.has(row.id) ? row : withoutNewest(row)))
}

type ThreadKey = { readonly conversationId: string }

/** Sync reads the thread of a conversation whose newest message is unknown. */
function withoutNewest({ newest: _, ...row }: ConversationRow): Omit<ConversationRow, 'newest'> {
  return row
}
