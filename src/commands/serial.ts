import type { Database } from '../db/database.ts'

const queues = new WeakMap<Database, Promise<unknown>>()

/** One thing after the other: an undo pressed while many are being changed waits until they are. */
export function runInOrder<T>(db: Database, work: () => Promise<T>): Promise<T> {
  const before = queues.get(db)
  const running = before === undefined ? work() : before.then(work)
  addToQueue(db, running)
  return running
}

/** What has begun without waiting for its turn: what is asked for after it waits until it is over. */
export function addToQueue(db: Database, running: Promise<unknown>): void {
  // Whoever asked for it hears how it ended; the next one does not care.
  const over = (): void => {}
  const before = queues.get(db)
  const ended = running.then(over, over)
  queues.set(db, before === undefined ? ended : before.then(() => ended))
}
