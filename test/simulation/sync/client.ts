import type { Failure, Result } from '../../../src/shared/failure.ts'
import { isGone, differsOnlyInCase } from '../../../src/sync/absent.ts'
import { type Attention, type Job, nextJob } from '../../../src/sync/plan.ts'
import type { SyncPolicy } from '../../../src/sync/policy.ts'
import { type Check, firstState, type SweepKind, type SyncState } from '../../../src/sync/state.ts'
import {
  afterAnswer,
  afterJobStart,
  afterCheck,
  afterFailure,
  withQueue,
  afterPass,
  afterPoll,
  requeueThread,
  afterSweepPage,
  woke,
} from '../../../src/sync/steps.ts'
import type { PassEnd } from '../../../src/sync/sweep.ts'
import type { Random } from '../random.ts'
import type { Device } from './device.ts'
import type { ListServer } from './server.ts'

/** Ways to put the client wrong on purpose. */
export type Defects = {
  readonly policy?: (policy: SyncPolicy) => SyncPolicy
  /** What is deleted for not being shown by a pass of this kind. */
  readonly deletesUnseen?: SweepKind
  /** What is left of what is to be read by its id. */
  readonly checks?: (checks: readonly Check[]) => readonly Check[]
  /** The state after each page, put wrong. */
  readonly swept?: (state: SyncState, passEnd: PassEnd | null) => SyncState
  readonly mayForgetDrafts?: boolean
}

/** Asks as the app does: the app's own decisions, with the loop around them reduced to one request after another. */
export class Client {
  state: SyncState
  now: number
  /** By kind of job. */
  readonly requests: Record<string, number> = {}
  readonly #parts: ClientParts
  readonly #tried = new Set<string>()

  constructor(parts: ClientParts) {
    this.#parts = parts
    this.now = parts.now
    this.state = this.#fresh()
  }

  /** The process dies; what is on the disk remains. */
  restart(): void {
    this.state = this.#fresh()
  }

  wake(): void {
    this.state = woke(this.state, this.now)
  }

  /** Does what is due, or lets time pass until something is, `untilAt` at most. Gives the job that was done. */
  step(attention: Attention, untilAt: number): Job | null {
    const { random, policy } = this.#parts
    const first = nextJob(this.state, attention, 'attention', this.now)
    const second = nextJob(this.state, attention, 'background', this.now)
    const job = first.job ?? second.job
    if (job === null) {
      this.now = Math.min(untilAt, Math.max(this.now + 1, Math.min(first.at, second.at)))
      return null
    }
    this.state = afterJobStart(this.state, job, { now: this.now, chance: random.next(), attention }, policy)
    if (job.kind !== 'fill-queue') this.#parts.onRequest(job, this.now)
    this.requests[job.kind] = (this.requests[job.kind] ?? 0) + 1
    const failure = this.#perform(job)
    if (failure !== null)
      this.state = afterFailure(this.state, failure, { now: this.now, chance: random.next() }, policy)
    else if (job.kind !== 'fill-queue') this.state = afterAnswer(this.state, this.now)
    return job
  }

  #fresh(): SyncState {
    const { device, policy } = this.#parts
    return firstState(device.memory, { now: this.now, wall: this.now }, policy)
  }

  #perform(job: Job): Failure | null {
    const { device } = this.#parts
    switch (job.kind) {
      case 'poll':
        return this.#poll(job.offset)
      case 'sweep':
        return this.#sweep(job.sweep, job.offset)
      case 'check':
        return this.#check(job.check)
      case 'hydrate':
      case 'open-thread':
        return this.#hydrate(job.conversationId)
      case 'fill-queue':
        this.state = withQueue(this.state, device.unread(this.#tried).slice(0, 50))
        return null
    }
  }

  /** The answer, some time later; or, now and then, none. */
  #ask<T>(answer: () => Result<T>): Result<T> {
    const { random, latencyMs, failures, server } = this.#parts
    this.now += random.between(1, latencyMs)
    server.at(this.now)
    return random.chance(failures) ? { ok: false, failure: random.pick(FAILURES) } : answer()
  }

  #poll(offset: number): Failure | null {
    const { server, device, policy } = this.#parts
    const askedAt = this.now
    const page = this.#ask(() => server.list(policy.sweep.limit, offset))
    if (!page.ok) return page.failure
    const { conversations } = page.value
    const merged = device.applyPage(conversations, { askedAt, now: this.now })
    this.state = afterPoll(this.state, { offset, length: conversations.length, merged }, this.now, policy)
    return null
  }

  #sweep(kind: SweepKind, offset: number): Failure | null {
    const { server, device, policy, defects } = this.#parts
    const askedAt = this.now
    const page = this.#ask(() => server.list(policy.sweep.limit, offset, kind === 'open' ? 'open' : undefined))
    if (!page.ok) return page.failure
    const { conversations } = page.value
    this.#parts.onSwept(kind, offset)
    const merged = device.applyPage(conversations, { askedAt, now: this.now })
    const ids = conversations.map((conversation) => conversation.id)
    const next = afterSweepPage(this.state, { kind, ids, length: ids.length, merged }, this.now, policy)
    this.state = defects.swept?.(next.state, next.passEnd) ?? next.state
    const { passEnd } = next
    if (kind === 'all') {
      const place = this.state.sweeps.all.sweep?.offset ?? null
      device.memory = { ...device.memory, offset: place }
      if (passEnd !== null) device.memory = { offset: place, sweptAt: this.now, newsSince: this.now }
    }
    if (passEnd === null) return null
    this.#parts.onPassEnd(kind, passEnd)
    this.#lookForMissing(kind, passEnd)
    return null
  }

  #lookForMissing(kind: SweepKind, passEnd: PassEnd): void {
    const { device, defects } = this.#parts
    const known = device.list(kind)
    if (kind === 'all') this.#tried.clear()
    if (defects.deletesUnseen === kind && passEnd.isWhole) {
      for (const { conversationId, serverId } of known) if (!passEnd.ids.has(serverId)) this.#remove(conversationId)
    }
    this.state = afterPass(this.state, kind, known, passEnd)
    if (defects.checks !== undefined) this.state = { ...this.state, checks: defects.checks(this.state.checks) }
  }

  #check(one: Check): Failure | null {
    const { server, device } = this.#parts
    const { conversationId, serverId } = one
    const askedAt = this.now
    const answer = this.#ask(() => server.read(serverId))
    if (!answer.ok && answer.failure.kind !== 'rejected') {
      this.state = requeueThread(this.state, conversationId)
      return answer.failure
    }
    this.state = afterCheck(this.state, one)
    if (answer.ok) {
      const toldId = answer.value.conversation.id
      if (differsOnlyInCase(serverId, toldId)) device.adopt(conversationId, toldId)
      if (device.rows.has(conversationId)) device.applyThread(conversationId, answer.value, { askedAt, now: this.now })
    } else if (isGone(one, answer.failure)) this.#remove(conversationId)
    return null
  }

  #remove(conversationId: string): void {
    const { device, defects, onRemove } = this.#parts
    const serverId = device.rows.get(conversationId)?.serverId ?? conversationId
    const isWritten = device.drafts.has(conversationId)
    if (defects.mayForgetDrafts === true) device.drafts.delete(conversationId)
    if (device.remove(conversationId)) onRemove(serverId, isWritten)
  }

  #hydrate(conversationId: string): Failure | null {
    const { server, device } = this.#parts
    const serverId = device.rows.get(conversationId)?.serverId ?? conversationId
    const askedAt = this.now
    const answer = this.#ask(() => server.read(serverId))
    if (!answer.ok && answer.failure.kind !== 'rejected') return answer.failure
    if (answer.ok && device.rows.has(conversationId))
      device.applyThread(conversationId, answer.value, { askedAt, now: this.now })
    this.#tried.add(conversationId)
    return null
  }
}

export type ClientParts = {
  readonly server: ListServer
  readonly device: Device
  readonly random: Random
  readonly policy: SyncPolicy
  readonly defects: Defects
  readonly now: number
  /** The longest that an answer takes, ms. */
  readonly latencyMs: number
  /** The share of requests that fail. */
  readonly failures: number
  readonly onRequest: (job: Job, now: number) => void
  /** A page of a sweep was answered. */
  readonly onSwept: (kind: SweepKind, offset: number) => void
  readonly onPassEnd: (kind: SweepKind, passEnd: PassEnd) => void
  readonly onRemove: (serverId: string, isWritten: boolean) => void
}

const FAILURES: readonly Failure[] = [
  { kind: 'unreachable', code: 'ENOTFOUND' },
  { kind: 'interrupted', code: 'TIMEOUT' },
  { kind: 'throttled', retryAfterMs: 2_000 },
  { kind: 'throttled', retryAfterMs: null },
  { kind: 'server', status: 502, words: null },
  { kind: 'unreadable', status: 200, why: 'not JSON' },
]
