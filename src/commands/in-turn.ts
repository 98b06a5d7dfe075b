import type { Database } from '../db/database.ts'

const queues = new WeakMap<Database, Promise<unknown>>()

/** One thing after the other: an undo pressed while many are being changed waits until they are. */
export function inTurn<T>(db: Database, work: () => Promise<T>): Promise<T> {
  const before = queues.get(db)
  const running = before === undefined ? work() : before.then(work)
  // Whoever asked for it hears how it ended; the next one does not care.
  const over = (): void => {}
  queues.set(db, running.then(over, over))
  return running
}
