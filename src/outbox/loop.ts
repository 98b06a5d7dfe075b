import { commit } from '../db/commit.ts'
import type { Database } from '../db/database.ts'
import type { OutboxFeed } from '../db/outbox-feed.ts'
import type { Bridge } from '../shared/bridge.ts'
import { assertNever, type Failure } from '../shared/failure.ts'
import type { Effect, Event, LaneEffect, LaneEvent } from './engine/state.ts'
import { type Policy, POLICY } from './engine/policy.ts'
import { settleOp } from './settle.ts'
import { newEngine, step } from './engine/step.ts'
import { listOps, readOpFacts, writeIfUnchanged } from './store.ts'
import { call, fetchThread, sweep, type Wire } from './wire.ts'

export type Outbox = {
  /** Ends every backoff: the network may be back, or the user asked to try now. */
  readonly nudge: () => void
  /** The machine slept: ops are older than the session's clock says. */
  readonly woke: () => void
  /** Resumes after a 401, once there is a new key. */
  readonly resume: () => void
  /** Resolves when no effect is running. The database may then be closed. */
  readonly stop: () => Promise<void>
}

export type OutboxOptions = {
  readonly db: Database
  /** Reports every write to the outbox by this window. */
  readonly feed: Pick<OutboxFeed, 'ops' | 'subscribe' | 'readAnew'>
  readonly bridge: Bridge
  readonly workspaceId: string
  /** Epoch ms. */
  readonly now: () => number
  /** Monotonic ms (`performance.now`). All waiting is measured by it, so that setting the clock changes no wait. */
  readonly elapsed: () => number
  readonly random: () => number
  /** The server confirmed an op of this conversation. Sync may want to read it. */
  readonly onSettled: (conversationId: string) => void
  /** The key was rejected or is missing. Nothing is sent until `resume`. */
  readonly onUnauthorized: (failure: Failure) => void
  /** Only tests pass another policy. */
  readonly policy?: Policy
}

/** The longest timer, ms. A timer may stop while the machine sleeps, and is then late by no more than this. */
const MAX_TIMER_MS = 60_000

/**
 * Runs the engine's effects and dispatches their results as events. Only one may run for a database: the caller holds a Web Lock.
 * The engine's memory may be lost at any await. Everything that must survive is in the ops.
 */
export async function startOutbox(options: OutboxOptions): Promise<Outbox> {
  const { db, feed, now } = options
  const wire: Wire = { bridge: options.bridge, workspaceId: options.workspaceId, now }
  const policy = options.policy ?? POLICY
  let engine = newEngine(options.workspaceId)
  let timer: ReturnType<typeof setTimeout> | undefined
  let isStopped = false
  const running = new Set<Promise<void>>()

  function dispatch(event: Event): void {
    const moment = { at: now(), elapsedMs: options.elapsed(), random: options.random() }
    const next = step(engine, event, moment, policy)
    engine = next.engine
    for (const effect of next.effects) run(effect)
  }

  function run(effect: Effect): void {
    switch (effect.kind) {
      case 'set-timer':
        return setTimer(effect.timerMs)
      case 'notify-settled':
        return options.onSettled(effect.conversationId)
      case 'notify-unauthorized':
        return options.onUnauthorized(effect.failure)
      default:
        startLaneEffect(effect)
    }
  }

  function setTimer(timerMs: number | null): void {
    clearTimeout(timer)
    if (timerMs === null || isStopped) return
    const waitMs = Math.min(Math.max(0, timerMs - options.elapsed()), MAX_TIMER_MS)
    timer = setTimeout(() => dispatch({ kind: 'ticked' }), waitMs)
  }

  function startLaneEffect(effect: LaneEffect): void {
    const promise = runLaneEffect(effect).finally(() => running.delete(promise))
    running.add(promise)
  }

  async function runLaneEffect(effect: LaneEffect): Promise<void> {
    let event: LaneEvent
    try {
      event = await resultOf(db, wire, effect)
    } catch {
      // Only the store throws (full disk, write timeout, closed database). The bridge returns failures.
      event = { kind: 'store-failed', opId: effect.op.id, conversationId: effect.op.conversationId }
    }
    dispatch(event)
  }

  await storeWorkspaceId(db, options.workspaceId)
  dispatch({ kind: 'started', ops: await listOps(db) })
  const unsubscribe = feed.subscribe(() => dispatch({ kind: 'rows', ops: feed.ops() ?? [] }))
  // The previous lock holder's writes may be missing from this feed.
  feed.readAnew()

  return {
    nudge: () => dispatch({ kind: 'nudged' }),
    woke: () => dispatch({ kind: 'woke' }),
    resume: () => dispatch({ kind: 'resumed' }),
    async stop() {
      isStopped = true
      clearTimeout(timer)
      unsubscribe()
      dispatch({ kind: 'stopped' })
      // A running effect may start another one: the answer to a request must still be stored.
      while (running.size > 0) await Promise.all(running)
    },
  }
}

async function resultOf(db: Database, wire: Wire, effect: LaneEffect): Promise<LaneEvent> {
  const { op } = effect
  const lane = { opId: op.id, conversationId: op.conversationId }
  switch (effect.kind) {
    case 'read-facts':
      return { ...lane, kind: 'facts-read', ...(await readOpFacts(db, op)) }
    case 'read-thread':
      return { ...lane, kind: 'server-read', result: await fetchThread(db, wire, op, effect.serverId) }
    case 'sweep':
      return { ...lane, kind: 'server-read', result: await sweep(wire, effect.channel) }
    case 'claim':
    case 'write':
      return { ...lane, kind: 'wrote', ...(await writeIfUnchanged(db, op, effect.change, effect.kind === 'claim')) }
    case 'call':
      return { ...lane, kind: 'answered', result: await call(wire, op, effect.serverId) }
    case 'settle':
      return {
        ...lane,
        kind: 'wrote',
        isKept: true,
        ops: await settleOp(db, op, effect.proof, effect.isRewriting, wire.now()),
      }
    default:
      return assertNever(effect)
  }
}

/** Stores the workspace's id in its database, so that every new op carries it. */
async function storeWorkspaceId(db: Database, workspaceId: string): Promise<void> {
  try {
    await commit(db, [db.meta], async () => {
      const owner = await db.meta.get('workspaceId')
      if (owner === undefined) await db.meta.add({ name: 'workspaceId', value: workspaceId })
    })
  } catch {
    // A full disk must not stop waiting ops. The next start writes the id, and an op without one belongs to this workspace.
  }
}
