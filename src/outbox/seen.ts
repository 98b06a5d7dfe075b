import type { Database } from '../db/database.ts'

/**
 * This device has shown the conversation's last words. The API has no call for it, so it is no op. What a person marked as unread stays so
 * until they ask for it again; that it is still on screen is no such asking.
 */
export async function markSeen(
  db: Database,
  target: { readonly conversationId: string; readonly isAsked: boolean },
): Promise<void> {
  await markAllSeen(db, [target.conversationId], target)
}

export async function markAllSeen(
  db: Database,
  ids: readonly string[],
  { isAsked }: { readonly isAsked: boolean },
): Promise<void> {
  await db.transaction('rw', [db.conversations, db.seen], async () => {
    const [rows, known] = await Promise.all([db.conversations.bulkGet([...ids]), db.seen.bulkGet([...ids])])
    const seenAt = Date.now()
    const seen = rows.flatMap((row, index) => {
      const isMarked = known[index]?.isMarkedUnread === true
      if (row === undefined || (isMarked ? !isAsked : row.unread !== true)) return []
      return [{ conversationId: row.id, lastMessage: row.lastMessage ?? '', seenAt }]
    })
    if (seen.length > 0) await db.seen.bulkPut(seen)
  })
}

/** The person wants to see them again later. Of this device alone, like having seen them. */
export async function markUnseen(db: Database, ids: readonly string[]): Promise<void> {
  const seenAt = Date.now()
  await db.seen.bulkPut(
    ids.map((conversationId) => ({ conversationId, lastMessage: '', seenAt, isMarkedUnread: true })),
  )
}
