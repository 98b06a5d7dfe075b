import { liveQuery } from 'dexie'
import { type Database, serverIdOf } from '../db/database.ts'
import type { Op } from '../db/op.ts'
import type { Bridge } from '../shared/bridge.ts'
import type { Failure } from '../shared/failure.ts'
import { callFor, takeBaseline, type Wire } from './attempt.ts'
import { backoffMs, classOf } from './classify.ts'
import { dueSteps, nextDueAt, type Step } from './lanes.ts'
import { lookFor } from './look.ts'
import { begin, endAttempt, recover } from './settle.ts'
import { afterAbsence } from './verify.ts'

export type Outbox = {
  /** The network may be back, or a person asked: whatever waits for it is tried now. */
  readonly nudge: () => void
  /** A new key is there: goes on after a 401. */
  readonly resume: () => void
  /** Settles when nothing is under way any more: the database may then be closed. */
  readonly stop: () => Promise<void>
}

/** The wait when the server says "later" and not when, ms. */
const THROTTLED_MS = 5_000

/**
 * The loop that sends, once what was in flight when the process died is marked uncertain. There must be one for each database: main.tsx runs it under a Web Lock. It
 * holds no state that matters, for all of that is in the ops; what is here may be lost at any await.
 */
export async function startOutbox(options: {
  readonly db: Database
  readonly bridge: Bridge
  readonly workspaceId: string
  readonly now: () => number
  readonly random: () => number
  /** The server took something: sync may want to read. */
  readonly onSettled: (conversationId: string) => void
  /** The key was refused (or is missing): nothing goes out until `resume`. */
  readonly onUnauthorized: (failure: Failure) => void
}): Promise<Outbox> {
  const { db, now } = options
  const wire: Wire = { bridge: options.bridge, workspaceId: options.workspaceId, now }
  /** What is under way, by conversation. */
  const inFlight = new Map<string, Promise<void>>()
  let ops: readonly Op[] = []
  let isPaused = false
  let isStopped = false
  /** Epoch ms before which the server asked to be left alone. */
  let gateUntil = 0
  let clockOffsetMs: number | null = null
  /** Failures in a row to reach the server: the longer it is away, the more rarely it is asked. */
  let misses = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  await recover(db, now())
  const subscription = liveQuery(() => db.outbox.orderBy('seq').toArray()).subscribe((current) => {
    ops = current
    pump()
  })

  function pump(): void {
    clearTimeout(timer)
    if (isPaused || isStopped) return
    const at = now()
    if (at >= gateUntil) for (const step of dueSteps(ops, at, inFlight)) inFlight.set(step.op.conversationId, run(step))
    const next = nextDueAt(ops, inFlight)
    if (next !== null) timer = setTimeout(pump, Math.min(Math.max(next, gateUntil) - at, 60_000))
  }

  async function run(step: Step): Promise<void> {
    const { conversationId } = step.op
    try {
      await (step.do === 'attempt' ? attempt(step.op) : verify(step.op))
    } finally {
      // The rows as they are now: the subscription may lag behind what was just written.
      ops = await db.outbox.orderBy('seq').toArray()
      inFlight.delete(conversationId)
      pump()
    }
  }

  async function attempt(op: Op): Promise<void> {
    const row = await db.conversations.get(op.conversationId)
    const serverId = serverIdOf(op.conversationId, row)
    const baseline = await takeBaseline(db, op, serverId, wire, clockOffsetMs)
    if (!baseline.ok) return unread(op, baseline.failure)
    clockOffsetMs = baseline.value.clockOffsetMs ?? clockOffsetMs
    if (isPaused || isStopped) return
    const sending = await begin(db, op, { ...baseline.value, begunAt: now(), endedAt: null, outcome: null })
    if (sending === null) return
    const result = await callFor(db, sending, serverId, wire)
    if (result.ok || result.failure.kind !== 'unreachable') misses = 0
    if (result.ok) options.onSettled(op.conversationId)
    else await failed(sending, result.failure)
  }

  async function failed(op: Op, failure: Failure): Promise<void> {
    const end = { failure, now: now(), notBefore: 0 }
    switch (classOf(failure)) {
      case 'ambiguous':
        return endAttempt(db, op, { ...end, state: 'uncertain', outcome: 'ambiguous' })
      case 'rejected':
        return endAttempt(db, op, { ...end, state: 'failed', outcome: 'rejected' })
      case 'auth':
        pause(failure)
        return endAttempt(db, op, { ...end, state: 'queued', outcome: 'auth' })
      case 'not-applied':
        return endAttempt(db, op, { ...end, state: 'queued', outcome: 'not-applied', notBefore: waitAfter(failure) })
    }
  }

  /** A read that an op needed did not succeed: nothing was done, so the op waits as it is. */
  async function unread(op: Op, failure: Failure): Promise<void> {
    const kind = classOf(failure)
    if (kind === 'auth') pause(failure)
    const isGone = kind === 'rejected' && op.state === 'queued'
    await db.outbox.update(op.seq, isGone ? { state: 'failed', failure } : { failure, notBefore: waitAfter(failure) })
  }

  async function verify(op: Op): Promise<void> {
    const row = await db.conversations.get(op.conversationId)
    const look = await lookFor(db, op, serverIdOf(op.conversationId, row), wire)
    if (!look.ok) return unread(op, look.failure)
    misses = 0
    if (look.value) return options.onSettled(op.conversationId)
    const verdict = op.intent.kind === 'patch' || op.intent.kind === 'close' ? 'send again' : afterAbsence(op, now())
    const seen = { absentReads: (op.verify?.absentReads ?? 0) + 1, round: (op.verify?.round ?? 0) + 1, readAt: now() }
    if (verdict === 'look again') await db.outbox.update(op.seq, { verify: seen })
    else await db.outbox.update(op.seq, { state: verdict === 'ask' ? 'asking' : 'queued', verify: seen, notBefore: 0 })
  }

  function waitAfter(failure: Failure): number {
    if (failure.kind === 'throttled') {
      gateUntil = now() + (failure.retryAfterMs ?? THROTTLED_MS)
      return gateUntil
    }
    misses += 1
    return now() + 1_000 + backoffMs(misses, options.random())
  }

  function pause(failure: Failure): void {
    isPaused = true
    options.onUnauthorized(failure)
  }

  function nudge(): void {
    misses = 0
    const waiting = ops.filter((op) => op.notBefore > 0 && op.failure?.kind === 'unreachable')
    void db.outbox.bulkUpdate(waiting.map((op) => ({ key: op.seq, changes: { notBefore: 0 } }))).then(pump)
  }

  return {
    nudge,
    resume() {
      isPaused = false
      pump()
    },
    async stop() {
      isStopped = true
      clearTimeout(timer)
      subscription.unsubscribe()
      await Promise.all(inFlight.values())
    },
  }
}
