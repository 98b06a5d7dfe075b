import type { Database } from '../db/database.ts'

const queues = new WeakMap<Database, Promise<unknown>>()

/** Runs one task after the other: an undo waits for a bulk change that is still running. */
export function runInOrder<T>(db: Database, work: () => Promise<T>): Promise<T> {
  return runInOrderOfAll([db], work)
}

/** Runs a task when every earlier task on any of the databases has ended. Later tasks on each of them wait for its end. */
export function runInOrderOfAll<T>(dbs: readonly Database[], work: () => Promise<T>): Promise<T> {
  const before = dbs.map((db) => queues.get(db)).filter((queue) => queue !== undefined)
  const running = before.length === 0 ? work() : Promise.all(before).then(work)
  for (const db of dbs) addToQueue(db, running)
  return running
}

/** Adds a task that already runs: later tasks wait for its end. */
export function addToQueue(db: Database, running: Promise<unknown>): void {
  // The caller handles an error; the next task runs anyway.
  const ignore = (): void => {}
  const before = queues.get(db)
  const ended = running.then(ignore, ignore)
  queues.set(db, before === undefined ? ended : before.then(() => ended))
}
