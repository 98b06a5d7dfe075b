import Dexie from 'dexie'
import type { Database } from './database.ts'
import type { ConversationRow, SeenRow } from './rows.ts'
import type { Back, FlagsRow, Snoozed } from './rows.ts'
import type { Op } from './op.ts'
import { groupOps, readOpsOf } from './ops-of.ts'
import { type ConversationSummary, overlayConversation } from './overlay.ts'

/** A conversation as the list shows it, the outbox laid over. */
export type ListedConversation = ConversationSummary & {
  readonly hasDraft: boolean
  /** Its thread is here to its newest word; so is that of a conversation that is only here. */
  readonly isThreadOnDevice: boolean
  readonly isStarred: boolean
  /** Until when it is put off; null while it is not. */
  readonly snooze: Snoozed | null
  /** It was put off until then, and nothing was said in it since; null where that is not so. */
  readonly back: Back | null
}

/** A conversation as it is shown now; null when there is none any more. */
export type RowChange = { readonly id: string; readonly shown: ListedConversation | null }

type Found = {
  readonly rows: readonly (ConversationRow | undefined)[]
  readonly ops: readonly Op[]
  readonly seen: readonly (SeenRow | undefined)[]
  readonly draftIds: readonly string[]
  readonly flags: readonly (FlagsRow | undefined)[]
}

/** Some conversations as they are shown now, read as of one moment. */
export async function readListRows(db: Database, ids: readonly string[]): Promise<readonly RowChange[]> {
  const tables = [db.conversations, db.outbox, db.seen, db.drafts, db.flags]
  const [rows, ops, seen, draftIds, flags] = await db.transaction('r', tables, () =>
    Promise.all([
      db.conversations.bulkGet([...ids]),
      readOpsOf(db, ids),
      db.seen.bulkGet([...ids]),
      db.drafts.where('conversationId').anyOf(ids).primaryKeys(),
      db.flags.bulkGet([...ids]),
    ]),
  )
  return layOver(ids, { rows, ops, seen, draftIds, flags })
}

/** Where a reading of all conversations begins. */
export const FROM_THE_START = Dexie.minKey as unknown as string

/** The next conversations after `afterId` by their ids; fewer than `limit` at the end. */
export async function readNextListRows(db: Database, afterId: string, limit: number): Promise<readonly RowChange[]> {
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
    return layOver(ids, { rows, ops, seen, draftIds, flags })
  })
}

/** Conversations that something waits for: one begun here, and not yet on the server, lives in its ops alone. */
export async function listIdsInOutbox(db: Database): Promise<readonly string[]> {
  const ids = await db.outbox.orderBy('conversationId').uniqueKeys()
  return ids.map(String)
}

function layOver(ids: readonly string[], { rows, ops, seen, draftIds, flags }: Found): readonly RowChange[] {
  const opsOf = groupOps(ops)
  const seenOf = new Map(seen.map((row) => [row?.conversationId, row]))
  const withDraft = new Set(draftIds)
  const flagsOf = new Map(flags.map((one) => [one?.conversationId, one]))
  return ids.map((id, index) => {
    const row = rows[index]
    const own = opsOf.get(id) ?? []
    if (row === undefined && !own.some((op) => op.intent.kind === 'create')) return { id, shown: null }
    const summary = overlayConversation({ id, row, ops: own, seen: seenOf.get(id) })
    const isThreadOnDevice = row === undefined || row.newest !== undefined
    const { isStarred, snooze, back } = flaggedAs(flagsOf.get(id), summary.activityAt)
    // One spread, not two, which is slow: this is done a hundred thousand times at each start.
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
