import type { RequestTiming } from '../../../src/db/merge.ts'
import type { Conversation, Message } from '../../../src/shared/model.ts'
import type { Failure, Result } from '../../../src/shared/failure.ts'
import { isGone, differsOnlyInCase } from '../../../src/sync/absent.ts'
import type { Check, Job, SweepKind } from '../../../src/sync/job.ts'
import { afterAnswer, afterFailure, connectionFailureOf, mayBeSpecific, woke } from '../../../src/sync/outage.ts'
import { type Attention, nextJob } from '../../../src/sync/plan.ts'
import type { SyncPolicy } from '../../../src/sync/policy.ts'
import { firstState, nextSweep, type SyncState } from '../../../src/sync/state.ts'
import {
  afterCheck,
  afterJobEnd,
  afterJobStart,
  afterPass,
  afterPoll,
  afterSweepAnswer,
  afterSweepPage,
  requeueThread,
  withoutSweepAhead,
  withQueue,
} from '../../../src/sync/steps.ts'
import type { Page, PassEnd, Sweep } from '../../../src/sync/sweep.ts'
import { makeReads, type ThreadRead } from '../../../src/sync/turns.ts'
import type { Random } from '../random.ts'
import type { Device } from './device.ts'
import type { ListServer } from './server.ts'
import { Timeline } from './timeline.ts'

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
  /** Replaces the state that the next job is chosen from. */
  readonly plansFrom?: (state: SyncState) => SyncState
  /** Stores every answer, also after another one of the same time. */
  readonly storesOvertaken?: boolean
  /** A job ends with the state that it started with. */
  readonly restoresState?: boolean
  /** The position is stored before the page. */
  readonly remembersEarly?: boolean
  /** A page is stored although the page before it was not. */
  readonly storesAnyPage?: boolean
}

/** How a job ended. */
type Outcome = Failure | 'answered' | 'not stored'
type End = (outcome: Outcome) => void

/** What was true when the server answered. */
export type Served = {
  readonly at: number
  /** How many conversations were deleted until then. */
  readonly deleted: number
  /** The length of the lists. */
  readonly rows: Readonly<Record<SweepKind, number>>
}

/** Milliseconds of a request that the server never answers, and of a disk that is slow. */
const HUNG_MS = 30_000
const STORE_MS = 150

/**
 * Syncs with the app's own decisions. Requests run side by side and are answered in any order; what they bring is stored one after another,
 * as the app does.
 */
export class Client {
  state: SyncState
  now: number
  /** The number of requests by kind of job. */
  readonly requests: Record<string, number> = {}
  /** The jobs that have started and not ended. */
  running: readonly Job[] = []
  /** The page that is being stored. */
  storing: Job | null = null
  readonly #parts: ClientParts
  readonly #tried = new Set<string>()
  readonly #timeline = new Timeline()
  #reads = makeReads()
  #stores: ((end: () => void) => void)[] = []
  #isStoring = false

  constructor(parts: ClientParts) {
    this.#parts = parts
    this.now = parts.now
    this.state = this.#fresh()
  }

  /** The process dies, and only the device's disk remains. */
  restart(): void {
    this.#timeline.clear()
    this.#tried.clear()
    this.#reads = makeReads()
    this.#stores = []
    this.#isStoring = false
    this.running = []
    this.storing = null
    this.state = this.#fresh()
  }

  wake(): void {
    this.state = woke(this.state, this.now)
  }

  /** Another thread is on screen. */
  look(): void {
    this.state = { ...this.state, threadAt: this.now }
  }

  /** Starts a due job, or advances time to the next event, at most to `untilAt`. Returns the job that started. */
  step(attention: Attention, untilAt: number): Job | null {
    const { policy, defects } = this.#parts
    let nextAt = this.#timeline.nextAt
    if (nextAt > this.now) {
      const state = defects.plansFrom?.(this.state) ?? this.state
      for (const lane of ['attention', 'background'] as const) {
        const { job, at } = nextJob(state, attention, { lane, now: this.now }, policy)
        if (job !== null) return this.#start(job, attention)
        nextAt = Math.min(nextAt, at)
      }
    }
    if (nextAt > untilAt) {
      this.now = Math.max(this.now, untilAt)
      return null
    }
    this.now = Math.max(this.now, nextAt)
    if (this.#timeline.nextAt <= this.now) this.#timeline.runNext()
    return null
  }

  #fresh(): SyncState {
    const { device, policy } = this.#parts
    return firstState(device.memory, { now: this.now, wall: this.now }, policy)
  }

  #start(job: Job, attention: Attention): Job {
    const { random, policy, onStart } = this.#parts
    onStart(job, this.now)
    this.requests[job.kind] = (this.requests[job.kind] ?? 0) + 1
    this.running = [...this.running, job]
    const startedAt = this.now
    this.state = afterJobStart(this.state, job, { now: this.now, chance: random.next(), attention }, policy)
    const stateAtStart = this.state
    this.#run(job, (outcome) => {
      if (this.#parts.defects.restoresState === true) this.state = stateAtStart
      const moment = { startedAt, now: this.now, chance: random.next() }
      if (outcome === 'answered') this.state = job.kind === 'fill-queue' ? this.state : afterAnswer(this.state, moment)
      else this.state = afterFailure(this.state, outcome === 'not stored' ? null : outcome, moment, policy)
      this.state = afterJobEnd(this.state, job)
      this.running = this.running.filter((one) => one !== job)
    })
    return job
  }

  #run(job: Job, end: End): void {
    switch (job.kind) {
      case 'poll':
        return this.#poll(job.offset, end)
      case 'sweep':
        return this.#sweep(job, end)
      case 'check':
        return this.#runCheck(job.check, end)
      case 'hydrate':
        return this.#hydrate(job.conversationId, end)
      case 'open-thread':
        return this.#readThread(job.conversationId, end)
      case 'fill-queue': {
        const unread = this.#parts.device.unread()
        return this.#after(this.#parts.random.between(0, 20), () => {
          this.state = withQueue(this.state, unread.filter((id) => !this.#tried.has(id)).slice(0, 50))
          end('answered')
        })
      }
    }
  }

  #after(ms: number, run: () => void): void {
    this.#timeline.plan(this.now + ms, run)
  }

  /** The server answers at some moment of the request, or the request fails, or the server never answers. */
  #request<T>(answer: () => Result<T>, then: (result: Result<T>, served: Served) => void): void {
    const { random, latencyMs, failures, server, onServed } = this.#parts
    const isHung = random.chance(failures / 50)
    const takesMs = isHung ? HUNG_MS : random.between(1, latencyMs)
    const servedAfterMs = random.between(0, takesMs)
    this.#after(servedAfterMs, () => {
      server.at(this.now)
      const failure = isHung ? SILENT : random.chance(failures) ? random.pick(FAILURES) : null
      const result: Result<T> = failure === null ? answer() : { ok: false, failure }
      const served = onServed(this.now)
      this.#after(takesMs - servedAfterMs, () => then(result, served))
    })
  }

  /** Stores after all earlier stores have ended, unless `begin` is then false. The disk takes some time and may refuse. */
  #store(store: () => void, end: End, begin: () => boolean = () => true): void {
    const { random, failures } = this.#parts
    this.#stores.push((endTurn) => {
      if (!begin()) {
        end('answered')
        return endTurn()
      }
      const isRefused = random.chance(failures / 20)
      this.#after(random.between(0, random.chance(0.2) ? STORE_MS : 5), () => {
        if (!isRefused) store()
        end(isRefused ? 'not stored' : 'answered')
        endTurn()
      })
    })
    this.#storeNext()
  }

  #storeNext(): void {
    if (this.#isStoring) return
    const store = this.#stores.shift()
    if (store === undefined) return
    this.#isStoring = true
    store(() => {
      this.#isStoring = false
      this.#storeNext()
    })
  }

  #poll(offset: number, end: End): void {
    const { server, device, policy } = this.#parts
    const askedAt = this.now
    this.#request(
      () => server.list(policy.sweep.limit, offset),
      (page) => {
        if (!page.ok) return end(page.failure)
        const { conversations } = page.value
        this.#store(() => {
          const merged = device.applyPage(conversations, { askedAt, now: this.now })
          this.state = afterPoll(this.state, { offset, length: conversations.length, merged }, this.now, policy)
        }, end)
      },
    )
  }

  #sweep(job: Job & { readonly kind: 'sweep' }, end: End): void {
    const { server, policy } = this.#parts
    const { sweep: kind, offset } = job
    const askedAt = this.now
    const base = nextSweep(this.state.sweeps[kind])
    this.#request(
      () => server.list(policy.sweep.limit, offset, kind === 'open' ? 'open' : undefined),
      (answer, served) => {
        if (!answer.ok) return end(answer.failure)
        const { conversations } = answer.value
        const page = { kind, ids: conversations.map(({ id }) => id), length: conversations.length }
        this.#store(
          () => this.#storeSweepPage(page, { base, served }, conversations, { askedAt, now: this.now }),
          (outcome) => {
            this.storing = null
            if (outcome === 'not stored') this.state = withoutSweepAhead(this.state, kind)
            end(outcome)
          },
          () => this.#beginSweepPage(job, page, base),
        )
      },
    )
  }

  /** False when the page before this one was not stored. */
  #beginSweepPage(job: Job, page: { readonly kind: SweepKind } & Page, base: Sweep | null): boolean {
    const { policy, defects, device } = this.#parts
    if (defects.storesAnyPage !== true && this.state.sweeps[page.kind].sweep !== base) return false
    this.storing = job
    this.state = afterSweepAnswer(this.state, page, policy)
    if (defects.remembersEarly === true && page.kind === 'all')
      device.memory = { ...device.memory, offset: nextSweep(this.state.sweeps.all)?.offset ?? null }
    return true
  }

  #storeSweepPage(
    page: { readonly kind: SweepKind } & Page,
    { base, served }: { readonly base: Sweep | null; readonly served: Served },
    conversations: readonly Conversation[],
    timing: RequestTiming,
  ): void {
    const { device, policy, defects } = this.#parts
    this.#parts.onSweepPage(page, base, served)
    const merged = device.applyPage(conversations, timing)
    const next = afterSweepPage(this.state, { ...page, merged }, this.now, policy)
    this.state = defects.afterSweepPage?.(next.state, next.passEnd) ?? next.state
    if (page.kind === 'all') this.#remember(next.passEnd)
    if (next.passEnd === null) return
    this.#parts.onPassEnd(page.kind, next.passEnd)
    this.#queueChecks(page.kind, next.passEnd)
  }

  #remember(passEnd: PassEnd | null): void {
    const { device } = this.#parts
    const offset = this.state.sweeps.all.sweep?.offset ?? null
    device.memory = passEnd === null ? { ...device.memory, offset } : { offset, sweptAt: this.now, newsSince: this.now }
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

  #runCheck(check: Check, end: End): void {
    const { server, device } = this.#parts
    const { conversationId, serverId } = check
    const askedAt = this.now
    const read = this.#reads.start(conversationId)
    const endRead: End = (outcome) => {
      this.#reads.end(read)
      end(outcome)
    }
    this.#request(
      () => server.read(serverId),
      (answer) => {
        if (!answer.ok && !mayBeSpecific(answer.failure)) return endRead(answer.failure)
        this.state = afterCheck(this.state, check)
        if (!answer.ok) {
          const outcome = connectionFailureOf(answer.failure) ?? 'answered'
          if (!isGone(check, answer.failure)) return endRead(outcome)
          return this.#store(() => this.#remove(conversationId), endRead)
        }
        this.#store(() => {
          const currentId = answer.value.conversation.id
          if (differsOnlyInCase(serverId, currentId)) device.adopt(conversationId, currentId)
          this.#applyThread(read, answer.value, askedAt)
        }, endRead)
      },
    )
  }

  #remove(conversationId: string): void {
    const { device, defects, onRemove } = this.#parts
    const serverId = device.rows.get(conversationId)?.serverId ?? conversationId
    const hasDraft = device.drafts.has(conversationId)
    if (defects.mayForgetDrafts === true) device.drafts.delete(conversationId)
    if (device.remove(conversationId)) onRemove(serverId, hasDraft)
  }

  #hydrate(conversationId: string, end: End): void {
    this.#readThread(conversationId, (outcome) => {
      const isDone = outcome === 'answered' || (outcome !== 'not stored' && mayBeSpecific(outcome))
      if (isDone) this.#tried.add(conversationId)
      else this.state = requeueThread(this.state, conversationId)
      end(outcome)
    })
  }

  #readThread(conversationId: string, end: End): void {
    const { server, device } = this.#parts
    const serverId = device.rows.get(conversationId)?.serverId ?? conversationId
    const askedAt = this.now
    const read = this.#reads.start(conversationId)
    const endRead: End = (outcome) => {
      this.#reads.end(read)
      end(outcome)
    }
    this.#request(
      () => server.read(serverId),
      (answer) => {
        if (!answer.ok) return endRead(connectionFailureOf(answer.failure) ?? 'answered')
        this.#store(() => this.#applyThread(read, answer.value, askedAt), endRead)
      },
    )
  }

  #applyThread(read: ThreadRead, detail: Parameters<Device['applyThread']>[1], askedAt: number): void {
    const { device, defects, onThreadStored } = this.#parts
    const { conversationId } = read
    if (!device.rows.has(conversationId)) return
    if (read.isOvertaken && defects.storesOvertaken !== true) {
      this.state = requeueThread(this.state, conversationId)
      return
    }
    const before = device.threads.get(conversationId)?.messages ?? []
    device.applyThread(conversationId, detail, { askedAt, now: this.now })
    this.#reads.noteStored(read)
    onThreadStored(before, device.threads.get(conversationId)?.messages ?? [])
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
  readonly onStart: (job: Job, now: number) => void
  readonly onServed: (now: number) => Served
  /** A page of a sweep is stored. `base`: the sweep before this page. */
  readonly onSweepPage: (page: { readonly kind: SweepKind } & Page, base: Sweep | null, served: Served) => void
  readonly onPassEnd: (kind: SweepKind, passEnd: PassEnd) => void
  readonly onRemove: (serverId: string, hasDraft: boolean) => void
  readonly onThreadStored: (before: readonly Message[], after: readonly Message[]) => void
}

const SILENT: Failure = { kind: 'interrupted', code: 'TIMEOUT' }

const FAILURES: readonly Failure[] = [
  { kind: 'unreachable', code: 'ENOTFOUND' },
  { kind: 'interrupted', code: 'TIMEOUT' },
  { kind: 'throttled', retryAfterMs: 2_000 },
  { kind: 'throttled', retryAfterMs: null },
  { kind: 'server', status: 502, words: null },
  { kind: 'unreadable', status: 200, why: 'not JSON' },
]
