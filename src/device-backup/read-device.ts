import type { Table } from 'dexie'
import { customerKeysOf } from '../db/customer-key.ts'
import type { Database } from '../db/database.ts'
import { serverIdOf } from '../db/local-id.ts'
import type { Op } from '../db/op.ts'
import { META_MERGED, MOVED } from '../db/own-tables.ts'
import type { NoteRow } from '../db/rows.ts'
import { listKnownIds } from '../outbox/store.ts'
import { MAX_PART_ROWS, type MovedRow, type MovedTable, PART_CHARACTERS } from '../shared/device-backup.ts'
import { leavingOp } from './op-moves.ts'
import type { MovedNote } from './row-checks.ts'

export type Part = { readonly table: MovedTable; readonly rows: readonly MovedRow[] }

/** Rows read at once: each read takes milliseconds, so the page stays usable. */
const READ = 500

/** What only this device knows of a workspace, in parts. `at`: epoch ms. `onLost` is called for a note whose customer is not known any more. */
export async function* readDevice(db: Database, at: number, onLost: () => void): AsyncGenerator<Part> {
  const ops = await readOps(db, at)
  const busyIds = [...new Set(ops.map(({ conversationId }) => conversationId))]
  yield* inParts('conversations', readConversations(db, busyIds))
  yield* inParts('claims', [await db.claims.where('conversationId').anyOf(busyIds).toArray()])
  yield* inParts('outbox', [ops])
  for (const table of ['drafts', 'draftVersions', 'snippets', 'seen', 'flags'] as const)
    yield* inParts(MOVED[table], readAll(db.table(table)))
  yield* inParts('notes', readNotes(db, onLost))
  yield* inParts('meta', [(await db.meta.bulkGet([...META_MERGED])).filter((row) => row !== undefined)])
}

/** All ops in one transaction with what they are compared with, so that no op is sent between the reads. */
async function readOps(db: Database, at: number): Promise<readonly Op[]> {
  return db.transaction('r', [db.outbox, db.conversations, db.threads], async () => {
    const ops = await db.outbox.orderBy('seq').toArray()
    const leaving: Op[] = []
    for (const op of ops) leaving.push(leavingOp(op, at, await readBaseline(db, op)))
    return leaving
  })
}

/** What the server had before the op, as far as this device knows; null when unknown. */
async function readBaseline(db: Database, op: Op): Promise<readonly string[] | null> {
  if (op.intent.kind === 'create') return listKnownIds(db, op)
  if (op.intent.kind !== 'send') return []
  const [row, thread] = await Promise.all([db.conversations.get(op.conversationId), db.threads.get(op.conversationId)])
  // A conversation that the server doesn't have has no messages.
  if (serverIdOf(op.conversationId, row) === null) return []
  return thread?.messages.map(({ id }) => id) ?? null
}

/** Conversations with unsent ops, and those begun on this device, whose rows hold the id that the server gave them. */
async function* readConversations(db: Database, busyIds: readonly string[]): AsyncGenerator<readonly object[]> {
  const begunHere = await db.conversations.where('serverId').above('').primaryKeys()
  const ids = [...new Set([...busyIds, ...begunHere])]
  for (let from = 0; from < ids.length; from += READ) {
    const rows = await db.conversations.bulkGet(ids.slice(from, from + READ))
    yield rows.filter((row) => row !== undefined)
  }
}

/** By keys, because damaged rows are left out of a result. */
async function* readAll(table: Table): AsyncGenerator<readonly object[]> {
  const keys = await table.toCollection().primaryKeys()
  for (let from = 0; from < keys.length; from += READ) {
    const rows = (await table.bulkGet(keys.slice(from, from + READ))) as readonly (object | undefined)[]
    yield rows.filter((row) => row !== undefined)
  }
}

/** Notes with the keys of their customers: the hash under which a note is stored means nothing to another database. */
async function* readNotes(db: Database, onLost: () => void): AsyncGenerator<readonly MovedNote[]> {
  const notes = await db.notes.toArray()
  const unmatched = new Map<string, NoteRow>()
  for (const note of notes) {
    const row = await db.conversations.where('customerKeys').equals(note.customerKey).first()
    const keys = row === undefined ? [] : customerKeysOf([{ ...row, customerId: row.customerId ?? null }])
    const customer = keys.find((key) => db.sealer.hash(key) === note.customerKey)
    if (customer === undefined) unmatched.set(note.customerKey, note)
    else yield [toMoved(note, customer)]
  }
  if (unmatched.size === 0) return
  // A customer of whom nothing is known has the key of the conversation, which is in no index.
  const ids = await db.conversations.toCollection().primaryKeys()
  for (let from = 0; from < ids.length; from += READ) {
    for (const id of ids.slice(from, from + READ)) {
      const customer = `conversation ${id}`
      const hash = db.sealer.hash(customer)
      const note = unmatched.get(hash)
      if (note === undefined) continue
      unmatched.delete(hash)
      yield [toMoved(note, customer)]
    }
    if (unmatched.size === 0) return
    // Lets the page draw.
    await new Promise((resolve) => setTimeout(resolve))
  }
  for (const _ of unmatched) onLost()
}

function toMoved({ text, updatedAt }: NoteRow, customer: string): MovedNote {
  return { customer, text, updatedAt }
}

type Rows = Iterable<readonly object[]> | AsyncIterable<readonly object[]>

/** Rows as JSON holds them, in parts of a limited length. A row's sealed fields are opened here. */
async function* inParts(table: MovedTable, source: Rows): AsyncGenerator<Part> {
  let rows: MovedRow[] = []
  let characters = 0
  for await (const some of source) {
    for (const row of some) {
      const json = JSON.stringify(row)
      if (rows.length > 0 && (rows.length >= MAX_PART_ROWS || characters + json.length > PART_CHARACTERS)) {
        yield { table, rows }
        rows = []
        characters = 0
      }
      rows.push(JSON.parse(json) as MovedRow)
      characters += json.length
    }
  }
  if (rows.length > 0) yield { table, rows }
}
