import type { Database } from './database.ts'

/**
 * Resolves when every write that began before has ended. Transactions that share a table run one after the other, so one on all tables
 * waits for them.
 */
export async function settleWrites(db: Database): Promise<void> {
  await db.transaction('rw', db.tables, () => db.meta.count())
}
