import type { Database } from '../../src/db/database.ts'
import { makeOutboxFeed, type OutboxFeed } from '../../src/db/outbox-feed.ts'

/** A started feed of a test's database. The test triggers the retry after a failed read. */
export function aFeed(db: Database): OutboxFeed & { readonly due: Set<() => void> } {
  const due = new Set<() => void>()
  const feed = makeOutboxFeed({
    db,
    after(_, then) {
      due.add(then)
      return () => due.delete(then)
    },
  })
  feed.begin()
  return { ...feed, due }
}

/** Resolves when the condition is true, possibly at once. */
export function whenFed(feed: OutboxFeed, holds: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (!holds()) return
      unsubscribe()
      resolve()
    }
    const unsubscribe = feed.subscribe(look)
    look()
  })
}
