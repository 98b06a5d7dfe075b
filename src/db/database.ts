import Dexie, { type EntityTable, type Table } from 'dexie'
import type { Conversation, Message } from '../shared/model.ts'
import { type TimeRange, timeRangeAt } from '../shared/sane-values.ts'
import { type Changes, noteChanges } from './catalogue-changes.ts'
import { type CommitWatch, makeCommitWatch } from './commit-watch.ts'
import { indexCustomers } from './customer-index.ts'
import type { FlagsRow } from './flags.ts'
import type { JournalRow } from './journal.ts'
import type { Op } from './op.ts'
import { readSanely } from './reading-edge.ts'
import { makeServerClock, type ServerClock } from './server-clock.ts'
import { indexWhatIsHere } from './upgrade.ts'

/**
 * What the server said of one conversation, under its local id. For a conversation that the server
 * told us of, the local id is the server's id. For one begun on this device it is `local-<uuid>`,
 * and `serverId` (unique, absent until created) is the server's.
 */
export type ConversationRow = Conversation & {
  readonly serverId?: string
  /** Epoch ms: the newest known message, else when a poll saw `lastMessage` change, else `timestamp`. */
  readonly activityAt: number
  /**
   * True while the server has given no time for any of it: `activityAt` then only orders the row, and no time is shown. Absent and
   * false for a time that is known.
   */
  readonly isActivityGuessed?: boolean
  /**
   * The newest message of the thread on this device; null when the thread was read and is empty. Absent while the thread was
   * never read, or since the list showed words that it does not hold: it then wants reading.
   */
  readonly newest?: Newest | null
  /** Epoch ms since when the customer waited, as the thread said before newer words came that are not read yet; absent when nobody did. */
  readonly wasWaitingSince?: number
  /** Epoch ms when the server last answered an op of ours: an answer to an older question says nothing new. */
  readonly touchedAt?: number
}

export type Newest = {
  readonly messageId: string
  readonly sender: string
  /** The first 300 characters: enough for any row. */
  readonly words: string
  /** Epoch ms since when the customer has waited for an answer; null when the last word is ours. */
  readonly waitingSince: number | null
}

/** A thread is one row, as the API delivers it, oldest message first. */
export type ThreadRow = {
  readonly conversationId: string
  readonly messages: readonly Message[]
  /** Epoch ms by this device's clock. */
  readonly readAt: number
}

/** Words being written; one per conversation, kept at every keystroke. */
export type DraftRow = {
  readonly conversationId: string
  readonly text: string
  /** Caret position in UTF-16 units. */
  readonly caret: number
  readonly updatedAt: number
}

/** What a conversation's draft was before; kept apart from the draft, which is written at every keystroke. */
export type DraftVersionsRow = {
  readonly conversationId: string
  /** The newest first. */
  readonly versions: readonly DraftVersion[]
}

/** Words as they stood; `at` is epoch ms of when they were put away. */
export type DraftVersion = { readonly text: string; readonly at: number }

/** Words that are written often, with holes for what differs. */
export type SnippetRow = {
  readonly id: string
  readonly name: string
  /** Typed to find it at once; empty for none. */
  readonly shortcut: string
  readonly text: string
}

/** What this device's people wrote about a customer. The API has no call for it, so it stays here. */
export type NoteRow = {
  /** Whose: the customer's id, phone number or address, see customer-key.ts. */
  readonly customerKey: string
  readonly text: string
  readonly updatedAt: number
}

/** One server message answers one op: the primary key enforces it. */
export type ClaimRow = { readonly messageId: string; readonly opId: string; readonly conversationId: string }

/** What this device last showed of a conversation. The API has no call for "read", so it stays here. */
export type SeenRow = {
  readonly conversationId: string
  /** The list's last words at that time; empty when it gave none. */
  readonly lastMessage: string
  /** The user's reply since then: the list may show it as the last message. */
  readonly answer?: string
  /** The thread's last message at that time; absent when the thread had not been read. */
  readonly messageId?: string
  /** Epoch ms. */
  readonly seenAt: number
  /** Marked as unread by hand since: it counts as unread whatever the server says, until it is opened again. */
  readonly isMarkedUnread?: boolean
}

export type MetaRow = { readonly name: string; readonly value: unknown }

export type Database = Dexie & {
  /** How long a write may take, and who hears of one that takes longer. */
  readonly watch: CommitWatch
  /** Which conversations each committed write has touched. */
  readonly changes: Changes
  /** The current time, by the later of this device's clock and the server's. */
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

/** Raised with every change of the tables or of what their rows mean. Code that finds a higher one refuses the database. */
export const SCHEMA_VERSION = 3

/**
 * Opens nothing yet: open-database.ts does, or Dexie at first use. Strict durability, so that "queued" is said only of
 * what a power cut would not take; no cache, so that what is shown is what is stored. `range`: the stored times that are believed.
 */
export function makeDatabase(
  name: string,
  watch: CommitWatch = makeCommitWatch(() => {}),
  range: (now: number) => TimeRange = timeRangeAt,
): Database {
  const dexie = new Dexie(name, { chromeTransactionDurability: 'strict', cache: 'disabled' })
  indexCustomers(dexie)
  const clock = makeServerClock()
  readSanely(dexie, () => range(clock.now()))
  const db = Object.assign(dexie, { watch, clock, changes: noteChanges(dexie) }) as Database
  const version = db.version(SCHEMA_VERSION).stores({
    // serverId is sparse: only conversations begun on this device have one, so sync pays nothing for the index.
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
  // Written in the transaction that makes the tables, or that changes them.
  db.on('populate', (made) => made.table('meta').add({ name: 'schema', value: SCHEMA_VERSION }))
  version.upgrade(async (changed) => {
    await indexWhatIsHere(changed)
    await changed.table('meta').put({ name: 'schema', value: SCHEMA_VERSION })
  })
  return db
}

const LOCAL_ID = /^local-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export function makeLocalId(): string {
  return `local-${crypto.randomUUID()}`
}

/** The id to use on the wire, or null while the server has not made the conversation. */
export function serverIdOf(conversationId: string, row: Pick<ConversationRow, 'serverId'> | undefined): string | null {
  if (row?.serverId !== undefined) return row.serverId
  return LOCAL_ID.test(conversationId) ? null : conversationId
}
