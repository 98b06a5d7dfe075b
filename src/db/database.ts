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
import { reindexCustomers } from './upgrade.ts'

export type Database = Dexie & {
  /** The time limit of a write, and the callback for an overdue one. */
  readonly watch: CommitWatch
  /** Reports the conversations that each committed write has changed. */
  readonly changes: RowChanges
  /** The current time: the later of this device's clock and the server's. */
  readonly clock: ServerClock
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

/** Increased with every change of the tables or of the meaning of their rows. Code that finds a higher version refuses the database. */
export const SCHEMA_VERSION = 3

/**
 * Does not open the database: open-database.ts does, or Dexie at first use. Durability is strict, so that "queued" means safe from a
 * power cut. Dexie's cache is off, so that queries return what is stored. `range`: stored times outside it are treated as unknown.
 */
export function makeDatabase(
  name: string,
  watch: CommitWatch = makeCommitWatch(() => {}),
  range: (now: number) => TimeRange = timeRangeAt,
): Database {
  const dexie = new Dexie(name, { chromeTransactionDurability: 'strict', cache: 'disabled' })
  indexCustomers(dexie)
  const clock = makeServerClock()
  normaliseReads(dexie, () => range(clock.now()))
  const db = Object.assign(dexie, { watch, clock, changes: noteChanges(dexie) }) as Database
  const version = db.version(SCHEMA_VERSION).stores({
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
  // Written in the same transaction that creates or upgrades the tables.
  db.on('populate', (transaction) => transaction.table('meta').add({ name: 'schema', value: SCHEMA_VERSION }))
  version.upgrade(async (transaction) => {
    await reindexCustomers(transaction)
    await transaction.table('meta').put({ name: 'schema', value: SCHEMA_VERSION })
  })
  return db
}
