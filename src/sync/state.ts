import type { SyncMemory } from '../db/sync-memory.ts'
import { type LearnedOrder, UNKNOWN_ORDER } from './order.ts'
import type { SyncPolicy } from './policy.ts'
import { beginSweep, type Sweep } from './sweep.ts'

/** The open ones, which move often, or everything. */
export type SweepKind = 'open' | 'all'

export type SweepPlace = {
  /** Under way; null between two. */
  readonly sweep: Sweep | null
  /** When the next one begins. */
  readonly dueAt: number
  /** False while the last one left it open whether all was found: catching up. */
  readonly isSettled: boolean
  /** What the last whole pass of this session showed; null before the first. */
  readonly lastIds: ReadonlySet<string> | null
}

/** A conversation that a sweep did not show: it is read by its id. */
export type Check = {
  readonly kind: SweepKind
  readonly conversationId: string
  readonly serverId: string
  /** Missing from two whole passes: if the server now says that it does not know it, it goes. */
  readonly mayRemove: boolean
}

/** How far the reading is. All times are ms of a clock that only grows. */
export type SyncState = {
  readonly pollAt: number
  /** Where the poll goes on: below the first page only while all of the page above was news. */
  readonly pollOffset: number
  readonly threadAt: number
  /** Nothing of the background before this. */
  readonly paceAt: number
  readonly trickleAt: number
  readonly waitUntil: number
  /** The server said how long to wait: not even a person's wish is faster. */
  readonly isAskedToWait: boolean
  /** Failed reads in a row. */
  readonly misses: number
  readonly places: Readonly<Record<SweepKind, SweepPlace>>
  /** True until the list was read to its end for the first time. */
  readonly isFirstSync: boolean
  /** The whole list is read as fast as the budget allows, until it is settled: the first sync. After that as a trickle. */
  readonly isHurried: boolean
  readonly order: LearnedOrder
  /** Conversations first met by a poll: they explain a difference between two passes. */
  readonly met: readonly string[]
  readonly checks: readonly Check[]
  /** Threads to fetch next, in their order. */
  readonly queue: readonly string[]
  /** True when there is none left that could be fetched. */
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
    // The first sync begins with the first page anyway.
    pollAt: isFirstSync ? now + policy.pollFocusedMs : now,
    pollOffset: 0,
    threadAt: now,
    paceAt: now,
    trickleAt: now,
    waitUntil: now,
    isAskedToWait: false,
    misses: 0,
    places: {
      open: { sweep: null, dueAt: isFirstSync ? Infinity : now, isSettled: true, lastIds: null },
      all: {
        sweep: memory.offset === null ? null : beginSweep(null, memory.offset),
        dueAt: now + dueIn(memory, wall, policy),
        isSettled: !isFirstSync,
        lastIds: null,
      },
    },
    isFirstSync,
    isHurried: isFirstSync,
    order: UNKNOWN_ORDER,
    met: [],
    checks: [],
    queue: [],
    isHydrated: false,
  }
}

/** A moment that lies in the future was noted before the clock was set back: it says nothing. */
function dueIn({ sweptAt }: SyncMemory, wall: number, { wholeSweepMs }: SyncPolicy): number {
  return sweptAt === null || sweptAt > wall ? 0 : Math.max(0, sweptAt + wholeSweepMs - wall)
}

export function isCatchingUp({ places }: SyncState): boolean {
  return !places.open.isSettled || !places.all.isSettled
}
