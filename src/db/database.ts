import Dexie, { type EntityTable, type Table } from 'dexie'
import { type TimeRange, timeRangeAt } from '../shared/sane-values.ts'
import { type RowChanges, noteChanges } from './row-changes.ts'
import { type CommitWatch, makeCommitWatch } from './commit-watch.ts'
import { indexCustomers } from './customer-index.ts'
import type { Op } from './op.ts'
import { normaliseReads } from './reading-edge.ts'
import type {
  ClaimRow,
  ConversationRow,
  DraftRow,
  DraftVersionsRow,
  FlagsRow,
  JournalRow,
  MetaRow,
  NoteRow,
  SeenRow,
  SnippetRow,
  ThreadRow,
} from './rows.ts'
import { makeServerClock, type ServerClock } from './server-clock.ts'
import { KEY_CHECK, makeKeyCheck } from './sealing/key-check.ts'
import { type DamagedRow, sealTables } from './sealing/seal-tables.ts'
import { makeSealer, type Sealer } from './sealing/sealer.ts'
import { normaliseSealedPart } from './stored.ts'

/** What becomes of a table's rows when they go to another database: see own-tables.ts. */
export type Tables = {
  readonly conversations: EntityTable<ConversationRow, 'id'>
  readonly threads: EntityTable<ThreadRow, 'conversationId'>
  readonly outbox: Table<Op, number, Omit<Op, 'seq'>>
  readonly drafts: EntityTable<DraftRow, 'conversationId'>
  readonly draftVersions: EntityTable<DraftVersionsRow, 'conversationId'>
  readonly snippets: EntityTable<SnippetRow, 'id'>
  readonly notes: EntityTable<NoteRow, 'customerKey'>
  readonly claims: EntityTable<ClaimRow, 'messageId'>
  readonly seen: EntityTable<SeenRow, 'conversationId'>
  readonly flags: EntityTable<FlagsRow, 'conversationId'>
  readonly journal: Table<JournalRow, number, Omit<JournalRow, 'seq'>>
  readonly meta: EntityTable<MetaRow, 'name'>
}

export type Database = Dexie &
  Tables & {
    /** The time limit of a write, and the callback for an overdue one. */
    readonly watch: CommitWatch
    /** Reports the conversations that each committed write has changed. */
    readonly changes: RowChanges
    /** The current time: the later of this device's clock and the server's. */
    readonly clock: ServerClock
    readonly sealer: Sealer
    /** Reports stored rows that do not open. */
    readonly damage: Damage
  }

/** Increased with every change of the tables or of the meaning of their rows. Code that finds a higher version refuses the database. */
export const SCHEMA_VERSION = 4

export type Damage = { readonly subscribe: (listener: (row: DamagedRow) => void) => () => void }

/**
 * Rows are sealed under `dataKey` (32 bytes as base64); see sealing/. Does not open the database: open-database.ts does, or Dexie at first use. Durability is strict, so that "queued" means safe from a
 * power cut. Dexie's cache is off, so that queries return what is stored. `range`: stored times outside it are treated as unknown.
 */
export function makeDatabase(
  name: string,
  dataKey: string,
  watch: CommitWatch = makeCommitWatch(() => {}),
  range: (now: number) => TimeRange = timeRangeAt,
): Database {
  const dexie = new Dexie(name, { chromeTransactionDurability: 'strict', cache: 'disabled' })
  const sealer = makeSealer(dataKey)
  const listeners = new Set<(row: DamagedRow) => void>()
  const onDamage = (row: DamagedRow): void => listeners.forEach((listener) => listener(row))
  sealTables(dexie, { sealer, onDamage, repairs: { conversations: normaliseSealedPart } })
  indexCustomers(dexie, sealer.hash)
  const clock = makeServerClock()
  normaliseReads(dexie, () => range(clock.now()))
  const damage = makeSubscription(listeners)
  const db = Object.assign(dexie, { watch, clock, sealer, damage, changes: noteChanges(dexie) }) as Database
  db.version(SCHEMA_VERSION).stores({
    // serverId is sparse: only conversations begun on this device have one, so the index costs sync nothing.
    // customerKeys: see customer-index.ts.
    conversations: 'id, &serverId, *customerKeys',
    threads: 'conversationId',
    outbox: '++seq, &id, conversationId',
    drafts: 'conversationId',
    draftVersions: 'conversationId',
    snippets: 'id',
    notes: 'customerKey',
    claims: 'messageId, conversationId',
    seen: 'conversationId',
    flags: 'conversationId',
    journal: '++seq, stepId',
    meta: 'name',
  })
  // Written in the transaction that creates the tables.
  db.on('populate', (transaction) =>
    transaction.table('meta').bulkAdd([
      { name: 'schema', value: SCHEMA_VERSION },
      { name: KEY_CHECK, value: makeKeyCheck(sealer) },
    ]),
  )
  return db
}

function makeSubscription(listeners: Set<(row: DamagedRow) => void>): Damage {
  return {
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
