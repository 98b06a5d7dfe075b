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

/** Deliberate defects of the client. */
export type Defects = {
  readonly policy?: (policy: SyncPolicy) => SyncPolicy
  /** Deletes what a pass of this kind did not show. */
  readonly deletesMissing?: SweepKind
  /** Replaces the queued checks. */
  readonly checks?: (checks: readonly Check[]) => readonly Check[]
  /** Replaces the state after each page of a sweep. */
  readonly afterSweepPage?: (state: SyncState, passEnd: PassEnd | null) => SyncState
  readonly mayForgetDrafts?: boolean
}

/** Syncs with the app's own decisions. Its loop makes one request after another. */
export class Client {
  state: SyncState
  now: number
  /** The number of requests by kind of job. */
  readonly requests: Record<string, number> = {}
  readonly #parts: ClientParts
  readonly #tried = new Set<string>()

  constructor(parts: ClientParts) {
    this.#parts = parts
    this.now = parts.now
    this.state = this.#fresh()
  }

  /** The process dies, and only the device's disk remains. */
  restart(): void {
    this.state = this.#fresh()
  }

  wake(): void {
    this.state = woke(this.state, this.now)
  }

  /** Runs a due job, or advances time until one is due, at most to `untilAt`. Returns the job that ran. */
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
    const failure = this.#run(job)
    if (failure !== null)
      this.state = afterFailure(this.state, failure, { now: this.now, chance: random.next() }, policy)
    else if (job.kind !== 'fill-queue') this.state = afterAnswer(this.state, this.now)
    return job
  }

  #fresh(): SyncState {
    const { device, policy } = this.#parts
    return firstState(device.memory, { now: this.now, wall: this.now }, policy)
  }

  #run(job: Job): Failure | null {
    const { device } = this.#parts
    switch (job.kind) {
      case 'poll':
        return this.#poll(job.offset)
      case 'sweep':
        return this.#sweep(job.sweep, job.offset)
      case 'check':
        return this.#runCheck(job.check)
      case 'hydrate':
      case 'open-thread':
        return this.#hydrate(job.conversationId)
      case 'fill-queue':
        this.state = withQueue(this.state, device.unread(this.#tried).slice(0, 50))
        return null
    }
  }

  /** Advances time by the latency, and then returns the answer or a random failure. */
  #request<T>(answer: () => Result<T>): Result<T> {
    const { random, latencyMs, failures, server } = this.#parts
    this.now += random.between(1, latencyMs)
    server.at(this.now)
    return random.chance(failures) ? { ok: false, failure: random.pick(FAILURES) } : answer()
  }

  #poll(offset: number): Failure | null {
    const { server, device, policy } = this.#parts
    const askedAt = this.now
    const page = this.#request(() => server.list(policy.sweep.limit, offset))
    if (!page.ok) return page.failure
    const { conversations } = page.value
    const merged = device.applyPage(conversations, { askedAt, now: this.now })
    this.state = afterPoll(this.state, { offset, length: conversations.length, merged }, this.now, policy)
    return null
  }

  #sweep(kind: SweepKind, offset: number): Failure | null {
    const { server, device, policy, defects } = this.#parts
    const askedAt = this.now
    const page = this.#request(() => server.list(policy.sweep.limit, offset, kind === 'open' ? 'open' : undefined))
    if (!page.ok) return page.failure
    const { conversations } = page.value
    this.#parts.onSweepPage(kind, offset)
    const merged = device.applyPage(conversations, { askedAt, now: this.now })
    const ids = conversations.map((conversation) => conversation.id)
    const next = afterSweepPage(this.state, { kind, ids, length: ids.length, merged }, this.now, policy)
    this.state = defects.afterSweepPage?.(next.state, next.passEnd) ?? next.state
    const { passEnd } = next
    if (kind === 'all') {
      const nextOffset = this.state.sweeps.all.sweep?.offset ?? null
      device.memory = { ...device.memory, offset: nextOffset }
      if (passEnd !== null) device.memory = { offset: nextOffset, sweptAt: this.now, newsSince: this.now }
    }
    if (passEnd === null) return null
    this.#parts.onPassEnd(kind, passEnd)
    this.#queueChecks(kind, passEnd)
    return null
  }

  #queueChecks(kind: SweepKind, passEnd: PassEnd): void {
    const { device, defects } = this.#parts
    const known = device.list(kind)
    if (kind === 'all') this.#tried.clear()
    if (defects.deletesMissing === kind && passEnd.isWhole) {
      for (const { conversationId, serverId } of known) if (!passEnd.ids.has(serverId)) this.#remove(conversationId)
    }
    this.state = afterPass(this.state, kind, known, passEnd)
    if (defects.checks !== undefined) this.state = { ...this.state, checks: defects.checks(this.state.checks) }
  }

  #runCheck(check: Check): Failure | null {
    const { server, device } = this.#parts
    const { conversationId, serverId } = check
    const askedAt = this.now
    const answer = this.#request(() => server.read(serverId))
    if (!answer.ok && answer.failure.kind !== 'rejected') {
      this.state = requeueThread(this.state, conversationId)
      return answer.failure
    }
    this.state = afterCheck(this.state, check)
    if (answer.ok) {
      const currentId = answer.value.conversation.id
      if (differsOnlyInCase(serverId, currentId)) device.adopt(conversationId, currentId)
      if (device.rows.has(conversationId)) device.applyThread(conversationId, answer.value, { askedAt, now: this.now })
    } else if (isGone(check, answer.failure)) this.#remove(conversationId)
    return null
  }

  #remove(conversationId: string): void {
    const { device, defects, onRemove } = this.#parts
    const serverId = device.rows.get(conversationId)?.serverId ?? conversationId
    const hasDraft = device.drafts.has(conversationId)
    if (defects.mayForgetDrafts === true) device.drafts.delete(conversationId)
    if (device.remove(conversationId)) onRemove(serverId, hasDraft)
  }

  #hydrate(conversationId: string): Failure | null {
    const { server, device } = this.#parts
    const serverId = device.rows.get(conversationId)?.serverId ?? conversationId
    const askedAt = this.now
    const answer = this.#request(() => server.read(serverId))
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
  /** The longest latency, ms. */
  readonly latencyMs: number
  /** The share of requests that fail. */
  readonly failures: number
  readonly onRequest: (job: Job, now: number) => void
  /** A page of a sweep was answered. */
  readonly onSweepPage: (kind: SweepKind, offset: number) => void
  readonly onPassEnd: (kind: SweepKind, passEnd: PassEnd) => void
  readonly onRemove: (serverId: string, hasDraft: boolean) => void
}

const FAILURES: readonly Failure[] = [
  { kind: 'unreachable', code: 'ENOTFOUND' },
  { kind: 'interrupted', code: 'TIMEOUT' },
  { kind: 'throttled', retryAfterMs: 2_000 },
  { kind: 'throttled', retryAfterMs: null },
  { kind: 'server', status: 502, words: null },
  { kind: 'unreadable', status: 200, why: 'not JSON' },
]
