import type { Database } from './database.ts'
import { groupOps, readOpsOf } from './ops-of.ts'
import { overlayConversation, overlayThread, type ThreadView } from './overlay.ts'

/**
 * How much of a thread is on this device: up to the newest message, without newer messages that the list mentions, or nothing. A
 * conversation that exists only on this device is whole. Persisted in exported files.
 */
export type CacheExtent = 'whole' | 'older' | 'none'

export type CachedThread = Pick<ThreadView, 'conversation' | 'items'> & { readonly held: CacheExtent }

/** Threads followed by their unsent messages, in the order of `ids`; null for a conversation that is no longer on this device. */
export async function readCachedThreads(
  db: Database,
  ids: readonly string[],
): Promise<readonly (CachedThread | null)[]> {
  return db.transaction('r', [db.conversations, db.threads, db.outbox, db.claims], async () => {
    const [rows, threads, ops] = await Promise.all([
      db.conversations.bulkGet([...ids]),
      db.threads.bulkGet([...ids]),
      readOpsOf(db, ids),
    ])
    const claims = await db.claims.where('conversationId').anyOf(ids).toArray()
    const claimedIds = new Set(claims.map((claim) => claim.messageId))
    const opsOf = groupOps(ops)
    return ids.map((id, index) => {
      const [row, thread, own] = [rows[index], threads[index], opsOf.get(id) ?? []]
      if (row === undefined && own.length === 0) return null
      const conversation = overlayConversation({ id, row, ops: own, seen: undefined })
      const items = overlayThread({ messages: thread?.messages ?? [], ops: own, claimedIds })
      const isWhole = row === undefined || row.newest !== undefined
      return { conversation, items, held: isWhole ? 'whole' : thread === undefined ? 'none' : 'older' }
    })
  })
}
