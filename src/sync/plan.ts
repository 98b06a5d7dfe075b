import type { SyncPolicy } from './policy.ts'
import type { Check, SweepKind, SyncState } from './state.ts'

/** What to read next: a pure decision over what is due. */

export type Attention = {
  /** The conversation whose thread is on screen and can be read; null for none. */
  readonly openConversationId: string | null
  readonly isFocused: boolean
  /** False while the disk is nearly full: what is left is for what people say, so nothing is fetched ahead. */
  readonly hasSpace: boolean
}

/** What a person looks at, and what is fetched behind it: each one request at a time, so that neither waits for the other. */
export type SyncLane = 'attention' | 'background'

export type Job =
  | { readonly kind: 'open-thread'; readonly conversationId: string }
  | { readonly kind: 'poll'; readonly offset: number }
  | { readonly kind: 'sweep'; readonly sweep: SweepKind; readonly offset: number }
  | { readonly kind: 'check'; readonly check: Check }
  | { readonly kind: 'hydrate'; readonly conversationId: string }
  /** No request: looks up which threads are missing here. */
  | { readonly kind: 'look-up' }

type Due = { readonly job: Job | null; readonly at: number }
type Candidate = { readonly job: Job; readonly at: number }

/** `at` is when to ask again if there is no job now; Infinity when only something from outside can bring one. */
export function nextJob(state: SyncState, attention: Attention, lane: SyncLane, now: number): Due {
  if (now < state.waitUntil) return { job: null, at: state.waitUntil }
  const candidates = lane === 'attention' ? lookedAt(state, attention) : fetchedAhead(state, attention)
  const ready = candidates.find((one) => one.at <= now)
  if (ready !== undefined) return { job: ready.job, at: now }
  return { job: null, at: Math.min(Infinity, ...candidates.map((one) => one.at)) }
}

function lookedAt(state: SyncState, { openConversationId }: Attention): readonly Candidate[] {
  const poll: Candidate = { job: { kind: 'poll', offset: state.pollOffset }, at: state.pollAt }
  if (openConversationId === null) return [poll]
  return [{ job: { kind: 'open-thread', conversationId: openConversationId }, at: state.threadAt }, poll]
}

/**
 * In the order of their weight. The trickle comes before the threads only because it is slow: it takes one request in three
 * seconds, and behind a hundred thousand threads it would not come for hours.
 */
function fetchedAhead(state: SyncState, { hasSpace }: Attention): readonly Candidate[] {
  if (!hasSpace) return []
  const { paceAt, checks, queue } = state
  const check = (kind: SweepKind): Job | null => {
    const first = checks.find((one) => one.kind === kind)
    return first === undefined ? null : { kind: 'check', check: first }
  }
  const trickleAt = state.isHurried ? paceAt : Math.max(paceAt, state.trickleAt)
  const isTrickling = state.places.all.sweep !== null
  const hydrate: Job | null =
    queue[0] !== undefined
      ? { kind: 'hydrate', conversationId: queue[0] }
      : state.isHydrated || state.isFirstSync
        ? null
        : { kind: 'look-up' }
  return [
    at(check('open'), paceAt),
    sweepOf(state, 'open', paceAt),
    at(isTrickling ? null : check('all'), trickleAt),
    sweepOf(state, 'all', trickleAt),
    at(hydrate, paceAt),
  ].filter((one) => one !== null)
}

function sweepOf({ places }: SyncState, kind: SweepKind, paceAt: number): Candidate | null {
  const { sweep, dueAt } = places[kind]
  const job: Job = { kind: 'sweep', sweep: kind, offset: sweep?.offset ?? 0 }
  return { job, at: sweep === null ? Math.max(paceAt, dueAt) : paceAt }
}

function at(job: Job | null, due: number): Candidate | null {
  return job === null ? null : { job, at: due }
}

/** A timer that fires a minute late, by either clock, means that the machine slept: one of the two may stand still meanwhile. */
export function hasSlept(lateMs: { readonly wall: number; readonly elapsed: number }, policy: SyncPolicy): boolean {
  return Math.max(lateMs.wall, lateMs.elapsed) > policy.sleepMs
}
