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
  /** The network may be back, or a person asked: whatever waits for it is tried now. */
  readonly nudge: () => void
  /** The machine slept: what waited is older than this session knows. */
  readonly woke: () => void
  /** A new key is there: goes on after a 401. */
  readonly resume: () => void
  /** Settles when nothing is under way any more: the database may then be closed. */
  readonly stop: () => Promise<void>
}

export type OutboxOptions = {
  readonly db: Database
  /** Tells of every write, by whoever's hand. */
  readonly feed: Pick<OutboxFeed, 'ops' | 'subscribe' | 'readAnew'>
  readonly bridge: Bridge
  readonly workspaceId: string
  /** Epoch ms. */
  readonly now: () => number
  /** Ms that only grow (`performance.now`): all waiting is measured by it, whatever is done to the clock. */
  readonly elapsed: () => number
  readonly random: () => number
  /** The server took something: sync may want to read. */
  readonly onSettled: (conversationId: string) => void
  /** The key was refused (or is missing): nothing goes out until `resume`. */
  readonly onUnauthorized: (failure: Failure) => void
  /** The rules; another record only in tests. */
  readonly policy?: Policy
}

/** A timer is set for no longer than this, ms: one that sleeps with the machine is then late by no more. */
const MAX_TIMER_MS = 60_000

/**
 * Carries the engine's effects out, and feeds back what came of them. There must be one for each database: it runs under a Web Lock.
 * What it holds may be lost at any await; what must not be is in the ops.
 */
export async function startOutbox(options: OutboxOptions): Promise<Outbox> {
  const { db, feed, now } = options
  const wire: Wire = { bridge: options.bridge, workspaceId: options.workspaceId, now }
  const policy = options.policy ?? POLICY
  let engine = newEngine(options.workspaceId)
  let timer: ReturnType<typeof setTimeout> | undefined
  let isStopped = false
  const underWay = new Set<Promise<void>>()

  function dispatch(event: Event): void {
    const moment = { at: now(), elapsedMs: options.elapsed(), random: options.random() }
    const next = step(engine, event, moment, policy)
    engine = next.engine
    for (const effect of next.effects) carryOut(effect)
  }

  function carryOut(effect: Effect): void {
    switch (effect.kind) {
      case 'set-timer':
        return setTimer(effect.timerMs)
      case 'tell-settled':
        return options.onSettled(effect.conversationId)
      case 'tell-unauthorized':
        return options.onUnauthorized(effect.failure)
      default:
        begin(effect)
    }
  }

  function setTimer(timerMs: number | null): void {
    clearTimeout(timer)
    if (timerMs === null || isStopped) return
    const waitMs = Math.min(Math.max(0, timerMs - options.elapsed()), MAX_TIMER_MS)
    timer = setTimeout(() => dispatch({ kind: 'ticked' }), waitMs)
  }

  function begin(effect: LaneEffect): void {
    const running = runLane(effect).finally(() => underWay.delete(running))
    underWay.add(running)
  }

  async function runLane(effect: LaneEffect): Promise<void> {
    let event: LaneEvent
    try {
      event = await laneEvent(db, wire, effect)
    } catch {
      // Only the store throws (a full disk, a write that is overdue, a closed database): the bridge answers with failures.
      event = { kind: 'broken', opId: effect.op.id, conversationId: effect.op.conversationId }
    }
    dispatch(event)
  }

  await claimDatabase(db, options.workspaceId)
  dispatch({ kind: 'started', ops: await listOps(db) })
  const unsubscribe = feed.subscribe(() => dispatch({ kind: 'rows', ops: feed.ops() ?? [] }))
  // Whoever had the lock before has written what this feed has not heard of.
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
      // What is under way ends, and one thing may lead to another: an answer is still written down.
      while (underWay.size > 0) await Promise.all(underWay)
    },
  }
}

async function laneEvent(db: Database, wire: Wire, effect: LaneEffect): Promise<LaneEvent> {
  const { op } = effect
  const lane = { opId: op.id, conversationId: op.conversationId }
  switch (effect.kind) {
    case 'look-up':
      return { ...lane, kind: 'found', ...(await readOpFacts(db, op)) }
    case 'read-thread':
      return { ...lane, kind: 'read', result: await fetchThread(db, wire, op, effect.serverId) }
    case 'sweep':
      return { ...lane, kind: 'read', result: await sweep(wire, effect.channel) }
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

/** Writes down whose database this is, so that what is said in it carries its account. */
async function claimDatabase(db: Database, workspaceId: string): Promise<void> {
  try {
    await commit(db, [db.meta], async () => {
      const owner = await db.meta.get('workspaceId')
      if (owner === undefined) await db.meta.add({ name: 'workspaceId', value: workspaceId })
    })
  } catch {
    // A disk that does not take it must not keep what waits from going out: the next start writes it, and an op without an account is ours.
  }
}
