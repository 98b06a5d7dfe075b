import type { Database } from '../db/database.ts'
import { isUnread, isVague, seenOf } from '../db/unreadness.ts'

/**
 * This device has shown the conversation's last words. The API has no call for it, so it is no op. What a person marked as unread stays
 * so until they ask for it again: only the mark that stood there when it was opened (`markedAt`, null for none) goes.
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

/** Which message it was that was seen: known only once the thread has been read. */
export async function nameSeen(db: Database, conversationId: string): Promise<void> {
  await db.transaction('rw', [db.conversations, db.seen], async () => {
    const [row, known] = await Promise.all([db.conversations.get(conversationId), db.seen.get(conversationId)])
    if (row !== undefined && known !== undefined && isVague(row, known))
      await db.seen.put({ ...known, ...seenOf(row, known.seenAt) })
  })
}

/** By a person's own word: marks by hand go, too. */
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
 * The user has answered: all that was said before is read, whether or not the server has called it unread yet, and their own reply is no
 * news when the list shows it.
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

/** The person wants to see them again later. Of this device alone, like having seen them. */
export async function markUnseen(db: Database, ids: readonly string[]): Promise<void> {
  const seenAt = Date.now()
  await db.seen.bulkPut(
    ids.map((conversationId) => ({ conversationId, lastMessage: '', seenAt, isMarkedUnread: true })),
  )
}
