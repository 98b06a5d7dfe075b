import Dexie from 'dexie'
import type { After } from '../db/commit-watch.ts'
import type { Database } from '../db/database.ts'
import type { FlagsRow } from '../db/rows.ts'
import { wakeDecisionOf } from './waking.ts'

export type Waker = {
  /** The machine slept, or the clock may have been set: it is looked at again. */
  readonly woke: () => void
  readonly stop: () => Promise<void>
}

/** A timer is set for no longer than this, ms: one that sleeps with the machine, or waits by a clock that was set since, is late by no more. */
const MAX_TIMER_MS = 60_000
/** After a write that failed, ms. */
const RETRY_MS = 5_000
/** Looked at in one transaction. */
const CHUNK = 100

/**
 * Ends snoozes: when their time has come, and when the customer has written. Asks the database at its start and when something was written,
 * never to see what time it is: when the next one is due it knows, and it has one timer for it.
 */
export function startWaker(options: {
  readonly db: Database
  /** Epoch ms by the wall clock. */
  readonly now: () => number
  readonly after: After
}): Waker {
  const { db, now, after } = options
  /** By conversation: until when it is put off, epoch ms. */
  const dueAt = new Map<string, number>()
  const changed = new Set<string>()
  let running: Promise<void> | null = null
  let isStopped = false
  let callOff = (): void => {}

  const unsubscribe = db.changes.subscribe((ids) => {
    for (const id of ids) changed.add(id)
    look()
  })

  function look(): void {
    if (running !== null || isStopped) return
    callOff()
    running = pass().finally(() => {
      running = null
    })
    running.then(wait, retryLater)
  }

  function wait(): void {
    if (changed.size > 0) return look()
    if (isStopped || dueAt.size === 0) return
    const next = Math.min(...dueAt.values())
    callOff = after(Math.min(Math.max(0, next - now()), MAX_TIMER_MS), look)
  }

  function retryLater(error: unknown): void {
    // A bug is no writing that failed.
    if (!(error instanceof Dexie.DexieError)) throw error
    if (!isStopped) callOff = after(RETRY_MS, look)
  }

  async function pass(): Promise<void> {
    const due = [...dueAt].filter(([, until]) => until <= now()).map(([id]) => id)
    const ids = [...new Set([...due, ...changed])]
    changed.clear()
    for (let from = 0; from < ids.length && !isStopped; from += CHUNK) {
      const some = ids.slice(from, from + CHUNK)
      try {
        await settle(some)
      } catch (error) {
        for (const id of ids.slice(from)) changed.add(id)
        throw error
      }
    }
  }

  async function settle(ids: readonly string[]): Promise<void> {
    const sleepers = (await db.flags.bulkGet([...ids])).filter((flags) => flags?.snooze !== undefined)
    for (const id of ids) dueAt.delete(id)
    if (sleepers.length === 0) return
    await db.transaction('rw', [db.flags, db.conversations, db.threads], async () => {
      for (const sleeper of sleepers) if (sleeper !== undefined) await settleOne(sleeper.conversationId)
    })
  }

  async function settleOne(id: string): Promise<void> {
    const [flags, row] = await Promise.all([db.flags.get(id), db.conversations.get(id)])
    if (flags?.snooze === undefined) return
    const { snooze } = flags
    const thread = snooze.unlessReply && snooze.until <= now() ? await db.threads.get(id) : undefined
    const fate = wakeDecisionOf({ snooze, row, messages: thread?.messages ?? [] }, now())
    if (fate.kind === 'asleep' || fate.kind === 'known') dueAt.set(id, snooze.until)
    if (fate.kind === 'known') await db.flags.put({ ...flags, snooze: { ...snooze, knownId: fate.knownId } })
    if (fate.kind === 'answered' || fate.kind === 'over') await db.flags.put(awake(flags))
    if (fate.kind === 'due')
      await db.flags.put({ ...awake(flags), back: { at: snooze.until, unlessReply: snooze.unlessReply } })
  }

  async function begin(): Promise<void> {
    for (const flags of await db.flags.toArray()) if (flags.snooze !== undefined) changed.add(flags.conversationId)
    look()
  }

  running = begin().finally(() => {
    running = null
  })
  running.then(look, retryLater)
  return {
    woke: look,
    async stop() {
      isStopped = true
      unsubscribe()
      callOff()
      await Promise.allSettled([running])
    },
  }
}

function awake({ snooze: _, ...flags }: FlagsRow): FlagsRow {
  return flags
}
