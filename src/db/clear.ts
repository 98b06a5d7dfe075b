import type { Database } from './database.ts'

/**
 * Deletes everything that can be downloaded again. Data that exists only on this device stays: the outbox, drafts, claims, seen marks,
 * and the server ids of conversations begun here. The cache of conversations with unsent ops stays too: the outbox compares against it
 * to decide whether a message arrived.
 */
export async function clearCache(db: Database): Promise<void> {
  await db.transaction('rw', [db.conversations, db.threads, db.outbox, db.meta], async () => {
    const ops = await db.outbox.toArray()
    const busyIds = new Set(ops.map((op) => op.conversationId))
    const isIdle = (id: string): boolean => !busyIds.has(id)
    const [rowIds, beganHereIds, threadIds] = await Promise.all([
      db.conversations.toCollection().primaryKeys(),
      db.conversations.where('serverId').above('').primaryKeys(),
      db.threads.toCollection().primaryKeys(),
    ])
    const beganHere = new Set(beganHereIds)
    await db.conversations.bulkDelete(rowIds.filter((id) => isIdle(id) && !beganHere.has(id)))
    await db.threads.bulkDelete(threadIds.filter(isIdle))
    // Without `newest`, sync reads the deleted thread again.
    for (const id of beganHereIds.filter(isIdle)) await db.conversations.update(id, { newest: undefined })
    // The sweep starts over.
    await db.meta.delete('sync')
  })
}
