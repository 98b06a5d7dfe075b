import type { Database } from '../db/database.ts'
import { isUnread, isVague, seenOf } from '../db/unreadness.ts'

/**
 * Marks a conversation as read because its last message was on screen. The API has no call for this, so it is stored only on this device.
 * A conversation that the user marked as unread while it was open stays unread: only the mark from before it was opened (`markedAt`, null
 * for none) is removed.
 */
export async function markSeen(
  db: Database,
  { conversationId, markedAt }: { readonly conversationId: string; readonly markedAt: number | null },
): Promise<void> {
  await db.transaction('rw', [db.conversations, db.seen], async () => {
    const known = await db.seen.get(conversationId)
    if (known?.isMarkedUnread === true && known.seenAt !== markedAt) return
    await markAllSeen(db, [conversationId])
  })
}

/** Adds which message was seen. It is known only after the thread has been read. */
export async function nameSeen(db: Database, conversationId: string): Promise<void> {
  await db.transaction('rw', [db.conversations, db.seen], async () => {
    const [row, known] = await Promise.all([db.conversations.get(conversationId), db.seen.get(conversationId)])
    if (row !== undefined && known !== undefined && isVague(row, known))
      await db.seen.put({ ...known, ...seenOf(row, known.seenAt) })
  })
}

/** Marks conversations as read because the user asked to, even those that they had marked as unread. */
export async function markAllSeen(db: Database, ids: readonly string[]): Promise<void> {
  await db.transaction('rw', [db.conversations, db.seen], async () => {
    const [rows, known] = await Promise.all([db.conversations.bulkGet([...ids]), db.seen.bulkGet([...ids])])
    const seenAt = Date.now()
    const seen = rows.flatMap((row, index) =>
      row === undefined || !isUnread(row, known[index]) ? [] : [seenOf(row, seenAt)],
    )
    if (seen.length > 0) await db.seen.bulkPut(seen)
  })
}

/**
 * Marks a conversation as read because the user replied. This includes messages that the server has not reported yet. The reply itself is
 * not unread either when the list shows it.
 */
export async function markAnswered(
  db: Database,
  reply: { readonly conversationId: string; readonly content: string },
): Promise<void> {
  await db.transaction('rw', [db.conversations, db.seen], async () => {
    const row = await db.conversations.get(reply.conversationId)
    if (row !== undefined) await db.seen.put({ ...seenOf(row, Date.now()), answer: reply.content })
  })
}

/** Marks conversations as unread, on this device only. */
export async function markUnseen(db: Database, ids: readonly string[]): Promise<void> {
  const seenAt = Date.now()
  await db.seen.bulkPut(
    ids.map((conversationId) => ({ conversationId, lastMessage: '', seenAt, isMarkedUnread: true })),
  )
}
