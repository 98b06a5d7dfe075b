import type { SyncMemory } from '../db/sync-memory.ts'
import type { Check, Job, SweepKind } from './job.ts'
import { type LearnedOrder, UNKNOWN_ORDER } from './order.ts'
import type { SyncPolicy } from './policy.ts'
import { startSweep, type Sweep } from './sweep.ts'

export type SweepProgress = {
  /** The running sweep, as far as its pages are stored; null between two. */
  readonly sweep: Sweep | null
  /** The sweep after the page that is being stored; null when none is, or when it ends a pass. The next page is read meanwhile. */
  readonly ahead: Sweep | null
  /** When the next one starts. */
  readonly dueAt: number
  /** Whether two passes of the last sweep agreed. While false, sync is catching up. */
  readonly isConfirmed: boolean
  /** The ids of this session's last whole pass; null before the first. */
  readonly lastIds: ReadonlySet<string> | null
}

/** Sync's progress. Every time is ms on a monotonic clock. */
export type SyncState = {
  readonly pollAt: number
  /** The poll's next page. It is below the first page only while every row above it was new or changed. */
  readonly pollOffset: number
  readonly threadAt: number
  /** No background request before this. */
  readonly paceAt: number
  readonly trickleAt: number
  readonly waitUntil: number
  /** The server set the wait. Not even a request by the user shortens it. */
  readonly isAskedToWait: boolean
  /** Outages in a row. Reads that fail together are one. */
  readonly consecutiveFailures: number
  /** When the last outage was noticed. */
  readonly failedAt: number
  /** The jobs that have started and not ended. */
  readonly running: readonly Job[]
  readonly sweeps: Readonly<Record<SweepKind, SweepProgress>>
  /** True until the list has been read to its end for the first time. */
  readonly isFirstSync: boolean
  /** The first sweep of all conversations runs at full speed until it is confirmed. Later ones are slow. */
  readonly isFullSpeed: boolean
  readonly order: LearnedOrder
  /** Conversations that a poll showed first. They are ignored when two passes are compared. */
  readonly newFromPolls: readonly string[]
  readonly checks: readonly Check[]
  /** The ids of the threads to fetch next, in order. */
  readonly queue: readonly string[]
  /** No thread is left to fetch. */
  readonly isHydrated: boolean
}

export function firstState(
  memory: SyncMemory,
  clock: { readonly now: number; readonly wall: number },
  policy: SyncPolicy,
): SyncState {
  const isFirstSync = memory.sweptAt === null
  const { now, wall } = clock
  return {
    // The first sync starts with the first page anyway.
    pollAt: isFirstSync ? now + policy.pollFocusedMs : now,
    pollOffset: 0,
    threadAt: now,
    paceAt: now,
    trickleAt: now,
    waitUntil: now,
    isAskedToWait: false,
    consecutiveFailures: 0,
    failedAt: -Infinity,
    running: [],
    sweeps: {
      open: { sweep: null, ahead: null, dueAt: isFirstSync ? Infinity : now, isConfirmed: true, lastIds: null },
      all: {
        sweep: memory.offset === null ? null : startSweep(null, memory.offset),
        ahead: null,
        dueAt: now + dueIn(memory, wall, policy),
        isConfirmed: !isFirstSync,
        lastIds: null,
      },
    },
    isFirstSync,
    isFullSpeed: isFirstSync,
    order: UNKNOWN_ORDER,
    newFromPolls: [],
    checks: [],
    queue: [],
    isHydrated: false,
  }
}

/** A time in the future was stored before the clock was set back, so it is ignored. */
function dueIn({ sweptAt }: SyncMemory, wall: number, { wholeSweepMs }: SyncPolicy): number {
  return sweptAt === null || sweptAt > wall ? 0 : Math.max(0, sweptAt + wholeSweepMs - wall)
}

/** The sweep that the next page belongs to. */
export function nextSweep({ sweep, ahead }: SweepProgress): Sweep | null {
  return ahead ?? sweep
}

export function isCatchingUp({ sweeps }: SyncState): boolean {
  return !sweeps.open.isConfirmed || !sweeps.all.isConfirmed
}

export function withSweepProgress(state: SyncState, kind: SweepKind, place: Partial<SweepProgress>): SyncState {
  return { ...state, sweeps: { ...state.sweeps, [kind]: { ...state.sweeps[kind], ...place } } }
}
