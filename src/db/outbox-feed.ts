import Dexie from 'dexie'
import type { After } from './commit-watch.ts'
import type { Database } from './database.ts'
import type { Op } from './op.ts'
import { readOpsOf } from './ops-of.ts'
import { countOps, type OutboxCounts } from './outbox-queries.ts'

/** Conversation ids. */
export type ConversationSet = ReadonlySet<string> | 'all'

/** The outbox of an open database as last read, for all subscribers. */
export type OutboxFeed = {
  /** In queue order; null before the first read. */
  readonly ops: () => readonly Op[] | null
  /** Keeps its identity until a count changes; null before the first read. */
  readonly counts: () => OutboxCounts | null
  /** Called after each read with the conversations that have or had ops in it. */
  readonly subscribe: (listener: (conversationIds: ReadonlySet<string>) => void) => () => void
  /** Call when the database is open. */
  readonly begin: () => void
  /** Call when unreported writes are possible: by another window, or by this one when it had the workspace open before. */
  readonly readAnew: () => void
  /** Settles when no read is in flight; the database may then be closed. */
  readonly stop: () => Promise<unknown>
}

/** Delay after a failed read, ms. */
const RETRY_MS = 1_000

/**
 * Reads the whole outbox once, then only the conversations that a write has changed. With thousands of queued ops, each written twice
 * before it is gone, rereading all of them for each write would block the page. Reads do not overlap: writes during a read are read
 * together after it, so the last result for a conversation is always the newest.
 */
export function makeOutboxFeed({ db, after }: { readonly db: Database; readonly after: After }): OutboxFeed {
  const listeners = new Set<(conversationIds: ReadonlySet<string>) => void>()
  /** Conversations written since they were last read. */
  let stale: ConversationSet = 'all'
  let ops: readonly Op[] | null = null
  let counts: OutboxCounts | null = null
  let running: Promise<void> | null = null
  let isStopped = true
  let cancelRetry = (): void => {}
  const unsubscribe = db.changes.subscribe(reread)

  function reread(ids: ConversationSet): void {
    stale = union(stale, ids)
    pump()
  }

  function pump(): void {
    if (running !== null || isStopped) return
    cancelRetry()
    running = read().finally(() => {
      running = null
    })
    running.then(() => {
      // A listener or another task may have written while the result was delivered.
      if (isAny(stale)) pump()
    }, retryLater)
  }

  function retryLater(error: unknown): void {
    // Anything but a Dexie error is a bug and must not be retried.
    if (!(error instanceof Dexie.DexieError)) throw error
    if (!isStopped) cancelRetry = after(RETRY_MS, pump)
  }

  async function read(): Promise<void> {
    while (isAny(stale) && !isStopped) {
      const ids = stale
      stale = NONE
      try {
        applyRead(ids, await (ids === 'all' ? db.outbox.orderBy('seq').toArray() : readOpsOf(db, [...ids])))
      } catch (error) {
        stale = union(stale, ids)
        throw error
      }
    }
  }

  function applyRead(ids: ConversationSet, now: readonly Op[]): void {
    if (isStopped) return
    const isInSet = (op: Op): boolean => ids === 'all' || ids.has(op.conversationId)
    const before = (ops ?? []).filter(isInSet)
    // Most writes are to conversations without ops.
    if (ops !== null && before.length + now.length === 0) return
    const others = (ops ?? []).filter((op) => !isInSet(op))
    ops = [...others, ...now].toSorted((a, b) => a.seq - b.seq)
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
      cancelRetry()
      return Promise.allSettled([running])
    },
  }
}

const NONE: ReadonlySet<string> = new Set()

function isAny(ids: ConversationSet): boolean {
  return ids === 'all' || ids.size > 0
}

export function union(a: ConversationSet, b: ConversationSet): ConversationSet {
  return a === 'all' || b === 'all' ? 'all' : new Set([...a, ...b])
}
