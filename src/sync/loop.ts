import { isDiskTrouble, NotSaved } from '../db/commit.ts'
import { readSyncMemory } from '../db/sync-memory.ts'
import type { Failure } from '../shared/failure.ts'
import { type Attention, hasSlept, type Job, type SyncLane, nextJob } from './plan.ts'
import { SYNC_POLICY } from './policy.ts'
import { type SyncProgress, progressOf } from './progress.ts'
import { makeReading, type ReadingParts, type SyncProgressState } from './reading.ts'
import { firstState, isCatchingUp } from './state.ts'
import { requestAnswered, begun, requestFailed, nudged, woke } from './steps.ts'

export type Sync = {
  /** Reads now: at a person's request, with the focus, after the outbox settled something. */
  readonly nudge: () => void
  /** The machine woke, or the network came back. */
  readonly woke: () => void
  /** The thread on screen changed: it is read at once. */
  readonly lookAt: (conversationId: string | null) => void
  /** Settles when nothing is under way any more: the database may then be closed. */
  readonly stop: () => Promise<void>
}

export type SyncReport = {
  readonly checkedAt?: number
  readonly failure?: Failure | null
  readonly isFirstSync?: boolean
  readonly isCatchingUp?: boolean
  readonly progress?: SyncProgress | null
}

export type SyncOptions = Omit<ReadingParts, 'policy'> & {
  readonly random: () => number
  readonly isFocused: () => boolean
  /** Asked before each read: without room on the disk only what is looked at is read. */
  readonly hasSpace: () => boolean
  readonly report: (report: SyncReport) => void
}

const LANES: readonly SyncLane[] = ['attention', 'background']

/**
 * Keeps the cache a true copy. Two lanes, each with one request at a time: what a person looks at, and what is fetched behind
 * it. What to read is decided in plan.ts, what an answer means in steps.ts.
 */
export function startSync(options: SyncOptions): Sync {
  const { db, now, elapsed, random, report } = options
  const policy = SYNC_POLICY
  const running: Record<SyncLane, Promise<void> | null> = { attention: null, background: null }
  const timers: Partial<Record<SyncLane, ReturnType<typeof setTimeout>>> = {}
  let openConversationId: string | null = null
  let isStopped = false
  let standing: SyncProgressState | null = null
  const start = { rows: 0, at: elapsed() }

  async function open(): Promise<void> {
    const memory = await readSyncMemory(db)
    if (isStopped) return
    start.rows = memory.offset ?? 0
    start.at = elapsed()
    standing = { memory, state: firstState(memory, { now: start.at, wall: now() }, policy) }
    report(standingReport(standing))
    const { perform } = makeReading(standing, { ...options, policy })
    carryOut = perform
    pumpAll()
  }
  let carryOut: (job: Job) => Promise<Failure | null> = () => Promise.resolve(null)

  function attention(): Attention {
    return { openConversationId, isFocused: options.isFocused(), hasSpace: options.hasSpace() }
  }

  function pumpAll(): void {
    for (const lane of LANES) pump(lane)
  }

  function pump(lane: SyncLane): void {
    clearTimeout(timers[lane])
    if (standing === null || running[lane] !== null || isStopped) return
    const { job, at } = nextJob(standing.state, attention(), lane, elapsed())
    if (job !== null) running[lane] = run(standing, lane, job)
    else if (Number.isFinite(at)) waitUntil(lane, at)
  }

  function waitUntil(lane: SyncLane, at: number): void {
    const delayMs = Math.max(0, at - elapsed())
    const wallAt = now() + delayMs
    timers[lane] = setTimeout(() => {
      const late = { wall: now() - wallAt, elapsed: elapsed() - at }
      if (standing !== null && hasSlept(late, policy)) standing.state = woke(standing.state, elapsed())
      pumpAll()
    }, delayMs)
  }

  async function run(cell: SyncProgressState, lane: SyncLane, job: Job): Promise<void> {
    const moment = (): { now: number; chance: number } => ({ now: elapsed(), chance: random() })
    try {
      cell.state = begun(cell.state, job, { ...moment(), attention: attention() }, policy)
      const failure = await carryOut(job)
      if (failure !== null) {
        cell.state = requestFailed(cell.state, failure, moment(), policy)
        report({ failure })
      } else if (job.kind !== 'look-up') {
        cell.state = requestAnswered(cell.state, elapsed())
        report({ checkedAt: now(), failure: null, ...standingReport(cell) })
      }
    } catch (error) {
      if (isStopped) return
      cell.state = requestFailed(cell.state, null, moment(), policy)
      // A disk that is full or slow is told of by the watch over all writes, and tried again.
      if (!(error instanceof NotSaved) && !isDiskTrouble(error)) throw error
    } finally {
      running[lane] = null
      pumpAll()
    }
  }

  function standingReport({ state }: SyncProgressState): SyncReport {
    const { isFirstSync, places } = state
    const since = { rows: start.rows, ms: elapsed() - start.at }
    return {
      isFirstSync,
      isCatchingUp: isCatchingUp(state),
      progress: isFirstSync ? progressOf(places.all.sweep?.rows ?? start.rows, since) : null,
    }
  }

  function change(step: typeof woke): void {
    if (standing !== null) standing.state = step(standing.state, elapsed())
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
      await Promise.all([running.attention, running.background].filter((one) => one !== null))
    },
  }
}
