import type { Database } from './database.ts'

/**
 * Takes away what the server said and can say again. What only this device knows stays: the outbox, drafts, claims, what was seen, and
 * which conversation of the server's one begun here is. So does the cache of a conversation in which something waits: the outbox judges
 * by it whether the words arrived.
 */
export async function clearCache(db: Database): Promise<void> {
  await db.transaction('rw', [db.conversations, db.threads, db.outbox, db.meta], async () => {
    const ops = await db.outbox.toArray()
    const busyIds = new Set(ops.map((op) => op.conversationId))
    const isSpare = (id: string): boolean => !busyIds.has(id)
    const [rowIds, beganHereIds, threadIds] = await Promise.all([
      db.conversations.toCollection().primaryKeys(),
      db.conversations.where('serverId').above('').primaryKeys(),
      db.threads.toCollection().primaryKeys(),
    ])
    const beganHere = new Set(beganHereIds)
    await db.conversations.bulkDelete(rowIds.filter((id) => isSpare(id) && !beganHere.has(id)))
    await db.threads.bulkDelete(threadIds.filter(isSpare))
    // A thread that is gone wants reading.
    for (const id of beganHereIds.filter(isSpare)) await db.conversations.update(id, { newest: undefined })
    // How far the reading had come goes with what was read.
    await db.meta.delete('sync')
  })
}
