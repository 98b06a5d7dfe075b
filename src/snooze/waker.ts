import Dexie from 'dexie'
import type { After } from '../db/commit-watch.ts'
import type { Database } from '../db/database.ts'
import { getPresent } from '../db/get-present.ts'
import type { FlagsRow } from '../db/rows.ts'
import { wakeDecisionOf } from './waking.ts'

export type Waker = {
  /** Call after the machine slept or the clock may have been set: checks which snoozes are due. */
  readonly woke: () => void
  readonly stop: () => Promise<void>
}

/** The longest timer, ms. It limits the delay when the machine slept or the clock was set during the timer. */
const MAX_TIMER_MS = 60_000
/** Delay after a failed write, ms. */
const RETRY_MS = 5_000
/** Conversations per transaction. */
const CHUNK = 100

/**
 * Ends snoozes when they are due or when the customer writes. It reads the database at the start and after writes, and keeps the due times
 * in memory with one timer for the next, so it needs no polling.
 */
export function startWaker(options: {
  readonly db: Database
  /** Epoch ms by the wall clock. */
  readonly now: () => number
  readonly after: After
}): Waker {
  const { db, now, after } = options
  /** The end of each snooze by conversation, epoch ms. */
  const dueAt = new Map<string, number>()
  const changed = new Set<string>()
  let running: Promise<void> | null = null
  let isStopped = false
  let cancelTimer = (): void => {}

  const unsubscribe = db.changes.subscribe((ids) => {
    for (const id of ids) changed.add(id)
    check()
  })

  function check(): void {
    if (running !== null || isStopped) return
    cancelTimer()
    running = pass().finally(() => {
      running = null
    })
    running.then(wait, retryLater)
  }

  function wait(): void {
    if (changed.size > 0) return check()
    if (isStopped || dueAt.size === 0) return
    const next = Math.min(...dueAt.values())
    cancelTimer = after(Math.min(Math.max(0, next - now()), MAX_TIMER_MS), check)
  }

  function retryLater(error: unknown): void {
    // Anything but a Dexie error is a bug and must not be retried.
    if (!(error instanceof Dexie.DexieError)) throw error
    if (!isStopped) cancelTimer = after(RETRY_MS, check)
  }

  async function pass(): Promise<void> {
    const due = [...dueAt].filter(([, until]) => until <= now()).map(([id]) => id)
    const ids = [...new Set([...due, ...changed])]
    changed.clear()
    for (let from = 0; from < ids.length && !isStopped; from += CHUNK) {
      const chunk = ids.slice(from, from + CHUNK)
      try {
        await settle(chunk)
      } catch (error) {
        for (const id of ids.slice(from)) changed.add(id)
        throw error
      }
    }
  }

  async function settle(ids: readonly string[]): Promise<void> {
    const flagged = await db.transaction('r', [db.flags], () => getPresent(db.flags, ids))
    const snoozed = flagged.filter((flags) => flags?.snooze !== undefined)
    for (const id of ids) dueAt.delete(id)
    if (snoozed.length === 0) return
    await db.transaction('rw', [db.flags, db.conversations, db.threads], async () => {
      for (const flags of snoozed) if (flags !== undefined) await settleOne(flags.conversationId)
    })
  }

  async function settleOne(id: string): Promise<void> {
    const [flags, row] = await Promise.all([db.flags.get(id), db.conversations.get(id)])
    if (flags?.snooze === undefined) return
    const { snooze } = flags
    const thread = snooze.unlessReply && snooze.until <= now() ? await db.threads.get(id) : undefined
    const decision = wakeDecisionOf({ snooze, row, messages: thread?.messages ?? [] }, now())
    if (decision.kind === 'asleep' || decision.kind === 'known') dueAt.set(id, snooze.until)
    if (decision.kind === 'known') await db.flags.put({ ...flags, snooze: { ...snooze, knownId: decision.knownId } })
    if (decision.kind === 'answered' || decision.kind === 'over') await db.flags.put(withoutSnooze(flags))
    if (decision.kind === 'due')
      await db.flags.put({ ...withoutSnooze(flags), back: { at: snooze.until, unlessReply: snooze.unlessReply } })
  }

  async function begin(): Promise<void> {
    for (const flags of await db.flags.toArray()) if (flags.snooze !== undefined) changed.add(flags.conversationId)
    check()
  }

  running = begin().finally(() => {
    running = null
  })
  running.then(check, retryLater)
  return {
    woke: check,
    async stop() {
      isStopped = true
      unsubscribe()
      cancelTimer()
      await Promise.allSettled([running])
    },
  }
}

function withoutSnooze({ snooze: _, ...flags }: FlagsRow): FlagsRow {
  return flags
}
