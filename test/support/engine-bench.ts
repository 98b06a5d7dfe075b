import { expect } from 'vitest'
import type { Op } from '../../src/db/op.ts'
import type {
  ServerAnswer,
  Effect,
  Engine,
  Event,
  OpFacts,
  LaneEffect,
  LaneEvent,
  ServerRead,
} from '../../src/outbox/engine/state.ts'
import { newEngine, step } from '../../src/outbox/engine/step.ts'
import { type Failure, failed, success } from '../../src/shared/failure.ts'

/** The engine with a minimal store. The test chooses every response and their order. */
export class Bench {
  ops: Op[] = []
  engine: Engine = newEngine('w')
  pending: LaneEffect[] = []
  elapsedMs = 0
  clockMs = 1_700_000_000_000
  seq = 0

  constructor() {
    this.dispatch({ kind: 'started', ops: [] })
  }

  dispatch(event: Event): void {
    const wasPaused = this.engine.pausedBy !== null && event.kind !== 'resumed'
    const next = step(this.engine, event, { at: this.clockMs + this.elapsedMs, elapsedMs: this.elapsedMs, random: 0.5 })
    this.engine = next.engine
    for (const effect of next.effects) this.#checkEffect(effect, wasPaused)
    expect([...this.engine.lanes.values()].filter((lane) => lane.purpose !== 'recover').length).toBeLessThanOrEqual(4)
    expect(this.pending).toHaveLength([...this.engine.lanes.values()].filter((lane) => lane.retryMs === null).length)
  }

  #checkEffect(effect: Effect, wasPaused: boolean): void {
    if (effect.kind === 'set-timer') expect(effect.timerMs === null || effect.timerMs > this.elapsedMs).toBe(true)
    if (!('op' in effect)) return
    expect(this.pending.some((pending) => pending.op.conversationId === effect.op.conversationId)).toBe(false)
    this.pending.push(effect)
    if (effect.kind !== 'call') return
    expect(wasPaused).toBe(false)
    const lane = this.ops.filter((op) => op.conversationId === effect.op.conversationId)
    expect([lane[0]?.id, lane[0]?.state]).toEqual([effect.op.id, 'sending'])
  }

  write(op: Op, change: Partial<Op>): void {
    this.ops = this.ops.map((one) => (one.seq === op.seq ? { ...one, ...change, revision: one.revision + 1 } : one))
  }

  opsOf({ conversationId }: Op): readonly Op[] {
    return this.ops.filter((one) => one.conversationId === conversationId)
  }

  answer(effect: LaneEffect, choice: number): LaneEvent {
    const { op } = effect
    const lane = { opId: op.id, conversationId: op.conversationId }
    const current = this.ops.find((one) => one.seq === op.seq)
    if (choice === 19 && effect.kind !== 'call' && effect.kind !== 'read-thread' && effect.kind !== 'sweep')
      return { ...lane, kind: 'store-failed' }
    switch (effect.kind) {
      case 'read-facts':
        return {
          ...lane,
          kind: 'facts-read',
          facts: current === undefined ? null : factsOf(current),
          ops: this.opsOf(op),
        }
      case 'claim':
      case 'write': {
        const isKept = current !== undefined && current.revision === op.revision
        if (isKept) this.write(op, effect.change)
        return { ...lane, kind: 'wrote', isKept, ops: this.opsOf(op) }
      }
      case 'settle':
        this.ops = this.ops.filter((one) => one.seq !== op.seq)
        return { ...lane, kind: 'wrote', isKept: true, ops: this.opsOf(op) }
      case 'read-thread':
      case 'sweep':
        return {
          ...lane,
          kind: 'server-read',
          result:
            choice < 12 ? success(serverReadOf(effect.op, choice)) : failed(FAILURES[choice % FAILURES.length] ?? LOST),
        }
      case 'call':
        if (choice >= 8)
          return { ...lane, kind: 'answered', result: failed(FAILURES[choice % FAILURES.length] ?? LOST) }
        return { ...lane, kind: 'answered', result: success(answerOf(op)) }
    }
  }
}

const LOST: Failure = { kind: 'interrupted', code: 'ECONNRESET' }
const FAILURES: readonly Failure[] = [
  LOST,
  { kind: 'unreachable', code: 'ENOTFOUND' },
  { kind: 'unauthorized', status: 401, words: 'Invalid API key' },
  { kind: 'throttled', retryAfterMs: 5_000 },
  { kind: 'rejected', status: 400, words: 'no' },
  { kind: 'server', status: 500, words: null },
]

function factsOf(op: Op): OpFacts {
  return {
    op,
    serverId: `server-${op.conversationId}`,
    row: null,
    thread: null,
    claimedIds: [],
    knownIds: [],
    onUncertain: 'resend',
    isRewriting: false,
  }
}

function serverReadOf(op: Op, choice: number): ServerRead {
  if (op.intent.kind === 'create') return { kind: 'sweep', rows: [], isWhole: choice !== 3, serverAt: null }
  const content = op.intent.kind === 'send' ? op.intent.content : ''
  const arrived = choice === 1 ? [{ id: `m${op.seq}`, sender: 'assistant', content, sentAt: null }] : []
  const messages = choice === 2 ? null : arrived
  return {
    kind: 'thread',
    detail: {
      conversation: { id: op.conversationId, status: choice < 6 ? 'open' : 'resolved' },
      messages,
      serverAt: null,
    },
  }
}

function answerOf(op: Op): ServerAnswer {
  if (op.intent.kind === 'send') return { kind: 'sent', sent: { messageId: `m${op.seq}` } }
  const conversation = { id: `server-${op.conversationId}` }
  return op.intent.kind === 'create' ? { kind: 'created', conversation } : { kind: 'changed', conversation }
}
