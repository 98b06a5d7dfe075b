import { liveQuery } from 'dexie'
import type { Database } from './database.ts'
import { listOutbox, type OutboxList } from './outbox-queries.ts'

/** Reports the outbox now and after each change, or null when it can't be read. Returns the function that stops it. */
export function watchOutbox(db: Database, report: (list: OutboxList | null) => void): () => void {
  const subscription = liveQuery(() => listOutbox(db)).subscribe(report, () => report(null))
  return () => subscription.unsubscribe()
}
