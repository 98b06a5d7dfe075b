import { isDiskTrouble, NotSaved } from '../db/commit.ts'
import { readSyncMemory } from '../db/sync-memory.ts'
import type { Failure } from '../shared/failure.ts'
import type { Job, SyncLane } from './job.ts'
import { afterAnswer, afterFailure, nudged, woke } from './outage.ts'
import { type Attention, isAfterSleep, nextJob } from './plan.ts'
import { SYNC_POLICY } from './policy.ts'
import { type SyncProgress, progressOf } from './progress.ts'
import { makeJobRunner, type JobRunnerOptions, type SyncCell } from './reading.ts'
import { firstState, isCatchingUp } from './state.ts'
import { afterJobEnd, afterJobStart } from './steps.ts'

export type Sync = {
  /** Reads now: the user asked, the window got the focus, or the outbox settled an op. */
  readonly nudge: () => void
  /** The machine woke, or the network came back. */
  readonly woke: () => void
  /** Another thread is on screen. It is read at once. */
  readonly lookAt: (conversationId: string | null) => void
  /** Resolves when no job is running. The database may then be closed. */
  readonly stop: () => Promise<void>
}

export type SyncReport = {
  readonly checkedAt?: number
  /** Epoch ms of the next read of the first page. */
  readonly nextCheckAt?: number
  readonly failure?: Failure | null
  readonly isFirstSync?: boolean
  readonly isCatchingUp?: boolean
  readonly areThreadsRead?: boolean
  readonly progress?: SyncProgress | null
}

export type SyncOptions = Omit<JobRunnerOptions, 'policy' | 'onSweepAhead'> & {
  readonly random: () => number
  readonly isFocused: () => boolean
  /** Called before each job. While it returns false, only what is on screen is read. */
  readonly hasSpace: () => boolean
  readonly report: (report: SyncReport) => void
}

const LANES: readonly SyncLane[] = ['attention', 'background']

/**
 * Keeps the cache up to date, in two lanes: what is on screen, and what is fetched ahead. `plan.ts` decides what to read next and what may
 * run at once, `steps.ts` what an answer changes.
 */
export function startSync(options: SyncOptions): Sync {
  const { db, now, elapsed, random, report } = options
  const policy = SYNC_POLICY
  const running = new Map<Job, Promise<void>>()
  const timers: Partial<Record<SyncLane, ReturnType<typeof setTimeout>>> = {}
  let openConversationId: string | null = null
  let isStopped = false
  let cell: SyncCell | null = null
  let rowsAtStart = 0

  async function open(): Promise<void> {
    const memory = await readSyncMemory(db)
    if (isStopped) return
    rowsAtStart = memory.offset ?? 0
    cell = { memory, state: firstState(memory, { now: elapsed(), wall: now() }, policy) }
    report(progressReport(cell))
    runJob = makeJobRunner(cell, { ...options, policy, onSweepAhead: pumpAll }).run
    pumpAll()
  }
  let runJob: (job: Job) => Promise<Failure | null> = () => Promise.resolve(null)

  function attention(): Attention {
    return { openConversationId, isFocused: options.isFocused(), hasSpace: options.hasSpace() }
  }

  function pumpAll(): void {
    for (const lane of LANES) pump(lane)
  }

  function pump(lane: SyncLane): void {
    clearTimeout(timers[lane])
    while (cell !== null && !isStopped) {
      const { job, at } = nextJob(cell.state, attention(), { lane, now: elapsed() }, policy)
      if (job === null) return Number.isFinite(at) ? waitUntil(lane, at) : undefined
      running.set(job, run(cell, job))
    }
  }

  function waitUntil(lane: SyncLane, at: number): void {
    const delayMs = Math.max(0, at - elapsed())
    const wallAt = now() + delayMs
    timers[lane] = setTimeout(() => {
      const late = { wall: now() - wallAt, elapsed: elapsed() - at }
      if (cell !== null && isAfterSleep(late, policy)) cell.state = woke(cell.state, elapsed())
      pumpAll()
    }, delayMs)
  }

  async function run(current: SyncCell, job: Job): Promise<void> {
    const startedAt = elapsed()
    const moment = () => ({ startedAt, now: elapsed(), chance: random() })
    try {
      // State changes while a job runs, because others run beside it: each step starts from the current one.
      current.state = afterJobStart(current.state, job, { ...moment(), attention: attention() }, policy)
      const failure = await runJob(job)
      if (failure !== null) {
        current.state = afterFailure(current.state, failure, moment(), policy)
        report({ failure, nextCheckAt: nextCheckAt(current) })
      } else if (job.kind !== 'fill-queue') {
        current.state = afterAnswer(current.state, moment())
        report({ ...reachedReport(current), ...progressReport(current) })
      }
    } catch (error) {
      if (isStopped) return
      current.state = afterFailure(current.state, null, moment(), policy)
      // The commit watch reports a full or slow disk to the user. Sync only tries again.
      if (!(error instanceof NotSaved) && !isDiskTrouble(error)) throw error
    } finally {
      running.delete(job)
      current.state = afterJobEnd(current.state, job)
      pumpAll()
    }
  }

  /** An answer to a request from before an outage doesn't end it. */
  function reachedReport(current: SyncCell): SyncReport {
    if (current.state.consecutiveFailures > 0) return {}
    return { checkedAt: now(), nextCheckAt: nextCheckAt(current), failure: null }
  }

  function nextCheckAt({ state }: SyncCell): number {
    return now() + Math.max(0, Math.max(state.pollAt, state.waitUntil) - elapsed())
  }

  function progressReport({ state }: SyncCell): SyncReport {
    const { isFirstSync, isHydrated, sweeps } = state
    return {
      isFirstSync,
      // Refused threads are requested again after each sync of the list. What was counted before stays.
      ...(isFirstSync || isHydrated ? { areThreadsRead: !isFirstSync } : {}),
      isCatchingUp: isCatchingUp(state),
      progress: isFirstSync ? progressOf(sweeps.all.sweep?.rows ?? rowsAtStart, rowsAtStart) : null,
    }
  }

  function change(step: typeof woke): void {
    if (cell !== null) cell.state = step(cell.state, elapsed())
    pumpAll()
  }

  const opened = open()
  return {
    nudge: () => change(nudged),
    woke: () => change(woke),
    lookAt(conversationId) {
      openConversationId = conversationId
      change((state, at) => ({ ...state, threadAt: at }))
    },
    async stop() {
      isStopped = true
      for (const lane of LANES) clearTimeout(timers[lane])
      await opened
      await Promise.all(running.values())
    },
  }
}
