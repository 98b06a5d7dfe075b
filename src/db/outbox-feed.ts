import Dexie from 'dexie'
import type { After } from './commit-watch.ts'
import type { Database } from './database.ts'
import type { Op } from './op.ts'
import { readOpsOf } from './ops-of.ts'
import { countOps, type OutboxCounts } from './outbox-queries.ts'

/** Some conversations, by their ids. */
export type ConversationSet = ReadonlySet<string> | 'all'

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
  /** Something may have been written that was not heard of: by another of this device's windows, or by this one when it had the workspace open before. */
  readonly readAnew: () => void
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
  /** What was written since it was read. */
  let stale: ConversationSet = 'all'
  let ops: readonly Op[] | null = null
  let counts: OutboxCounts | null = null
  let running: Promise<void> | null = null
  let isStopped = true
  let callOff = (): void => {}
  const unsubscribe = db.changes.subscribe(reread)

  function reread(ids: ConversationSet): void {
    stale = union(stale, ids)
    pump()
  }

  function pump(): void {
    if (running !== null || isStopped) return
    callOff()
    running = read().finally(() => {
      running = null
    })
    running.then(() => {
      // Written while this was handed on.
      if (isAny(stale)) pump()
    }, retryLater)
  }

  function retryLater(error: unknown): void {
    // A bug is no reading that failed.
    if (!(error instanceof Dexie.DexieError)) throw error
    if (!isStopped) callOff = after(RETRY_MS, pump)
  }

  async function read(): Promise<void> {
    while (isAny(stale) && !isStopped) {
      const ids = stale
      stale = NONE
      try {
        take(ids, await (ids === 'all' ? db.outbox.orderBy('seq').toArray() : readOpsOf(db, [...ids])))
      } catch (error) {
        stale = union(stale, ids)
        throw error
      }
    }
  }

  function take(ids: ConversationSet, now: readonly Op[]): void {
    if (isStopped) return
    const isInSet = (op: Op): boolean => ids === 'all' || ids.has(op.conversationId)
    const before = (ops ?? []).filter(isInSet)
    // Much is written where nothing waits.
    if (ops !== null && before.length + now.length === 0) return
    const others = (ops ?? []).filter((op) => !isInSet(op))
    ops = [...others, ...now].toSorted((one, other) => one.seq - other.seq)
    const next = countOps(ops)
    if (JSON.stringify(next) !== JSON.stringify(counts)) counts = next
    const conversationIds = new Set([...before, ...now].map((op) => op.conversationId))
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
    readAnew: () => reread('all'),
    stop() {
      isStopped = true
      unsubscribe()
      callOff()
      return Promise.allSettled([running])
    },
  }
}

const NONE: ReadonlySet<string> = new Set()

function isAny(ids: ConversationSet): boolean {
  return ids === 'all' || ids.size > 0
}

export function union(some: ConversationSet, others: ConversationSet): ConversationSet {
  return some === 'all' || others === 'all' ? 'all' : new Set([...some, ...others])
}
