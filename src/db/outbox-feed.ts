import Dexie from 'dexie'
import type { After } from './commit-watch.ts'
import type { Database } from './database.ts'
import type { Op } from './op.ts'
import { readOpsOf } from './ops-of.ts'
import { countOps, type OutboxCounts } from './outbox-queries.ts'

/** The outbox of an open database as it was last read, for all who watch it. */
export type OutboxFeed = {
  /** In the order they were said; null before the first reading. */
  readonly ops: () => readonly Op[] | null
  /** The same value until another count is right; null before the first reading. */
  readonly counts: () => OutboxCounts | null
  /** Hears of each reading, and of which conversations something was read: what waits in them, or waited. */
  readonly subscribe: (listener: (conversationIds: ReadonlySet<string>) => void) => () => void
  /** The database is open. */
  readonly begin: () => void
  /** Settles when nothing is read any more: the database may then be closed. */
  readonly stop: () => Promise<unknown>
}

/** After a reading that failed, ms. */
const RETRY_MS = 1_000

/**
 * Reads the outbox once, and after that only the conversations that a write has touched: with thousands of ops waiting, each of them is written
 * twice before it is gone, and whoever read all of them each time would have the page do nothing else. One thing is read at a time; what is written
 * meanwhile is read after it, together: so the last word on a conversation is always the newest.
 */
export function makeOutboxFeed({ db, after }: { readonly db: Database; readonly after: After }): OutboxFeed {
  const listeners = new Set<(conversationIds: ReadonlySet<string>) => void>()
  const changed = new Set<string>()
  let ops: readonly Op[] | null = null
  let counts: OutboxCounts | null = null
  let running: Promise<void> | null = null
  let isStopped = true
  let callOff = (): void => {}
  const unsubscribe = db.changes.subscribe((ids) => {
    for (const id of ids) changed.add(id)
    // Until all was read once, nothing is known that could be amended.
    if (ops !== null) pump()
  })

  function pump(): void {
    if (running !== null || isStopped) return
    callOff()
    running = read().finally(() => {
      running = null
    })
    running.then(() => {
      // Written while this was handed on.
      if (changed.size > 0) pump()
    }, retryLater)
  }

  function retryLater(error: unknown): void {
    // A bug is no reading that failed.
    if (!(error instanceof Dexie.DexieError)) throw error
    if (!isStopped) callOff = after(RETRY_MS, pump)
  }

  async function read(): Promise<void> {
    if (ops === null) await readAll()
    while (changed.size > 0 && !isStopped) await readChanged()
  }

  async function readAll(): Promise<void> {
    const all = await db.outbox.orderBy('seq').toArray()
    take(all, idsOf(all))
  }

  async function readChanged(): Promise<void> {
    const ids = new Set(changed)
    changed.clear()
    let own: readonly Op[]
    try {
      own = await readOpsOf(db, [...ids])
    } catch (error) {
      for (const id of ids) changed.add(id)
      throw error
    }
    const before = (ops ?? []).filter((op) => ids.has(op.conversationId))
    // Much is written where nothing waits.
    if (before.length + own.length === 0) return
    const others = (ops ?? []).filter((op) => !ids.has(op.conversationId))
    const all = [...others, ...own].toSorted((one, other) => one.seq - other.seq)
    take(all, new Set([...idsOf(before), ...idsOf(own)]))
  }

  function take(all: readonly Op[], conversationIds: ReadonlySet<string>): void {
    if (isStopped) return
    ops = all
    const next = countOps(all)
    if (JSON.stringify(next) !== JSON.stringify(counts)) counts = next
    for (const listener of listeners) listener(conversationIds)
  }

  return {
    ops: () => ops,
    counts: () => counts,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    begin() {
      isStopped = false
      pump()
    },
    stop() {
      isStopped = true
      unsubscribe()
      callOff()
      return Promise.allSettled([running])
    },
  }
}

function idsOf(ops: readonly Op[]): ReadonlySet<string> {
  return new Set(ops.map((op) => op.conversationId))
}
