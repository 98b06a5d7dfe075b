import Dexie from 'dexie'
import type { Database } from './database.ts'
import { getPresent } from './get-present.ts'
import type { ConversationRow, SeenRow, Back, FlagsRow, Snoozed } from './rows.ts'
import type { Op } from './op.ts'
import { groupOps, readOpsOf } from './ops-of.ts'
import { type ConversationState, type ConversationSummary, overlayConversation, overlayState } from './overlay.ts'

/** What the list adds to a conversation. */
type Listed = {
  readonly hasDraft: boolean
  /** Its thread is on this device up to the newest message. Always true for a conversation that exists only here. */
  readonly isThreadOnDevice: boolean
  readonly isStarred: boolean
  /** Null when it is not snoozed. */
  readonly snooze: Snoozed | null
  /** The end of its last snooze; null when there was none or the conversation had activity since. */
  readonly back: Back | null
}

/** A conversation as the list shows it, with the outbox applied. */
export type ListedConversation = ConversationSummary & Listed

/** A conversation as the catalogue sorts and counts it. */
export type ListedState = ConversationState & Listed

/** A conversation as it is now; null when it no longer exists. */
export type StateChange = { readonly id: string; readonly shown: ListedState | null }

/** A conversation as it is shown now; null when it no longer exists. */
export type RowChange = { readonly id: string; readonly shown: ListedConversation | null }

type RowParts = {
  readonly rows: readonly (ConversationRow | undefined)[]
  readonly ops: readonly Op[]
  readonly seen: readonly (SeenRow | undefined)[]
  readonly draftIds: readonly string[]
  readonly flags: readonly (FlagsRow | undefined)[]
}

/** Reads conversations in one transaction, as they are shown now. */
export async function readListRows(db: Database, ids: readonly string[]): Promise<readonly RowChange[]> {
  const tables = [db.conversations, db.outbox, db.seen, db.drafts, db.flags]
  const [rows, ops, seen, draftIds, flags] = await db.transaction('r', tables, () =>
    Promise.all([
      db.conversations.bulkGet([...ids]),
      readOpsOf(db, ids),
      getPresent(db.seen, ids),
      db.drafts.where('conversationId').anyOf(ids).primaryKeys(),
      getPresent(db.flags, ids),
    ]),
  )
  return combine(ids, { rows, ops, seen, draftIds, flags }, overlayConversation)
}

/** Start key for reading all conversations. */
export const FROM_THE_START = Dexie.minKey as unknown as string

/** The next conversations after `afterId` in id order; fewer than `limit` at the end. Opens hardly any sealed field. */
export async function readNextListRows(db: Database, afterId: string, limit: number): Promise<readonly StateChange[]> {
  return db.transaction('r', [db.conversations, db.outbox, db.seen, db.drafts, db.flags], async () => {
    const rows = await db.conversations.where('id').above(afterId).limit(limit).toArray()
    const lastId = rows.at(-1)?.id
    if (lastId === undefined) return []
    const [ops, seen, draftIds, flags] = await Promise.all([
      db.outbox.where('conversationId').between(afterId, lastId, false, true).toArray(),
      db.seen.where('conversationId').between(afterId, lastId, false, true).toArray(),
      db.drafts.where('conversationId').between(afterId, lastId, false, true).primaryKeys(),
      db.flags.where('conversationId').between(afterId, lastId, false, true).toArray(),
    ])
    const ids = rows.map((row) => row.id)
    return combine(ids, { rows, ops, seen, draftIds, flags }, overlayState)
  })
}

/** Conversations with queued ops. One begun here that is not on the server yet exists only in its ops. */
export async function listIdsInOutbox(db: Database): Promise<readonly string[]> {
  const ids = await db.outbox.orderBy('conversationId').uniqueKeys()
  return ids.map(String)
}

function combine<T extends ConversationState>(
  ids: readonly string[],
  { rows, ops, seen, draftIds, flags }: RowParts,
  overlay: (parts: Parameters<typeof overlayState>[0]) => T,
): readonly { readonly id: string; readonly shown: (T & Listed) | null }[] {
  const opsOf = groupOps(ops)
  const seenOf = new Map(seen.map((row) => [row?.conversationId, row]))
  const withDraft = new Set(draftIds)
  const flagsOf = new Map(flags.map((row) => [row?.conversationId, row]))
  return ids.map((id, index) => {
    const row = rows[index]
    const own = opsOf.get(id) ?? []
    if (row === undefined && !own.some((op) => op.intent.kind === 'create')) return { id, shown: null }
    const summary = overlay({ id, row, ops: own, seen: seenOf.get(id) })
    const isThreadOnDevice = row === undefined || row.newest !== undefined
    const { isStarred, snooze, back } = flaggedAs(flagsOf.get(id), summary.activityAt)
    // One spread, because more would be slow: this runs a hundred thousand times at each start.
    return { id, shown: { ...summary, hasDraft: withDraft.has(id), isThreadOnDevice, isStarred, snooze, back } }
  })
}

function flaggedAs(
  flags: FlagsRow | undefined,
  activityAt: number,
): Pick<ListedConversation, 'isStarred' | 'snooze' | 'back'> {
  const { snooze, back } = flags ?? {}
  return {
    isStarred: flags?.starredAt !== undefined,
    snooze: snooze === undefined ? null : { until: snooze.until, unlessReply: snooze.unlessReply },
    back: back !== undefined && back.at > activityAt ? back : null,
  }
}
