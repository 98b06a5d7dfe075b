import type { ServerId } from '../db/server-ids.ts'
import { hasMoved, type Merged } from '../db/merge.ts'
import type { Failure } from '../shared/failure.ts'
import { absentees } from './absent.ts'
import { backoff } from './backoff.ts'
import { isLearned, learn, withMoved, withPollAsked } from './order.ts'
import type { Attention, Job } from './plan.ts'
import type { SyncPolicy } from './policy.ts'
import type { Check, SweepKind, SweepPlace, SyncState } from './state.ts'
import { beginSweep, type Page, type PassEnd, readOn } from './sweep.ts'

/** How the state goes on with everything that happens: pure, so that the app and the simulation of it run the very same. */

/** So many conversations met by polls are remembered: more do not come between two passes. */
const MAX_MET = 2_000

export function begun(
  state: SyncState,
  job: Job,
  moment: { readonly now: number; readonly chance: number; readonly attention: Attention },
  policy: SyncPolicy,
): SyncState {
  const { now, chance, attention } = moment
  const paced = { ...state, paceAt: now + policy.paceMs }
  switch (job.kind) {
    case 'open-thread':
      return { ...state, threadAt: now + policy.openThreadMs }
    case 'poll': {
      const everyMs = attention.isFocused ? policy.pollFocusedMs : policy.pollBackgroundMs
      const pollAt = now + everyMs * (1 + policy.jitter * (2 * chance - 1))
      return { ...state, pollAt, order: job.offset === 0 ? withPollAsked(state.order) : state.order }
    }
    case 'sweep':
      return withTrickle(withPlace(paced, job.sweep, begunPlace(state.places[job.sweep])), job.sweep, now, policy)
    case 'check':
      return withTrickle(paced, job.check.kind, now, policy)
    case 'hydrate':
      // Not at its end: newer words that a poll shows meanwhile must put it into the queue again.
      return { ...paced, queue: state.queue.filter((id) => id !== job.conversationId) }
    case 'look-up':
      return state
  }
}

function begunPlace(place: SweepPlace): SweepPlace {
  return place.sweep === null ? { ...place, sweep: beginSweep(place.lastIds) } : place
}

function withTrickle(state: SyncState, kind: SweepKind, now: number, policy: SyncPolicy): SyncState {
  return kind === 'all' ? { ...state, trickleAt: now + policy.trickleMs } : state
}

function withPlace(state: SyncState, kind: SweepKind, place: Partial<SweepPlace>): SyncState {
  return { ...state, places: { ...state.places, [kind]: { ...state.places[kind], ...place } } }
}

/** A first page, or one below it. */
export function polled(
  state: SyncState,
  page: { readonly offset: number; readonly length: number; readonly merged: readonly Merged[] },
  now: number,
  policy: SyncPolicy,
): SyncState {
  const { offset, merged } = page
  const isFull = page.length >= policy.sweep.limit
  const order = offset === 0 ? learn(state.order, merged) : state.order
  const hasLearned = isLearned(order, policy.goodPolls)
  const overlap = merged.slice(policy.sweep.step)
  const goesDeeper =
    isFull &&
    hasLearned &&
    overlap.length > 0 &&
    overlap.every(({ before, after }) => before !== after) &&
    offset < policy.deepestPoll * policy.sweep.step
  const unknown = merged.flatMap(({ before, after }) => (before === undefined ? [after.serverId ?? after.id] : []))
  const next: SyncState = {
    ...state,
    order,
    met: unknown.length === 0 ? state.met : [...state.met, ...unknown].slice(-MAX_MET),
    pollOffset: goesDeeper ? offset + policy.sweep.step : 0,
    pollAt: goesDeeper ? now : state.pollAt,
  }
  return withWanted(resumed(next, isFull && !hasLearned, now), merged)
}

/** What is not settled goes on at a poll. Where the order is not learned, a poll says nothing of what it does not show. */
function resumed(state: SyncState, isBlind: boolean, now: number): SyncState {
  // All of it is being read as fast as may be.
  if (state.isHurried) return state
  const { open, all } = state.places
  const isOpenDue = isBlind || !open.isSettled
  const next = isOpenDue ? withPlace(state, 'open', { dueAt: Math.min(open.dueAt, now) }) : state
  return all.isSettled ? next : withPlace(next, 'all', { dueAt: Math.min(all.dueAt, now) })
}

/** Threads whose words the list showed and this device lacks go before all others, but for those of the first sync. */
function withWanted(state: SyncState, merged: readonly Merged[]): SyncState {
  if (state.isFirstSync) return state
  const wanted = merged.flatMap(({ before, after }) =>
    after.newest === undefined && (before === undefined || hasMoved(before, after)) ? [after.id] : [],
  )
  if (wanted.length === 0) return state
  const first = new Set(wanted)
  return { ...state, queue: [...first, ...state.queue.filter((id) => !first.has(id))] }
}

/** A page of a sweep. A pass that ended with it is given back: what it did not show is to be looked for. */
export function swept(
  state: SyncState,
  page: { readonly kind: SweepKind; readonly merged: readonly Merged[] } & Page,
  now: number,
  policy: SyncPolicy,
): { readonly state: SyncState; readonly passEnd: PassEnd | null } {
  const { kind, merged } = page
  const place = state.places[kind]
  const { sweep, passEnd } = readOn(place.sweep ?? beginSweep(place.lastIds), page, policy.sweep, state.met)
  const moved = withWanted({ ...state, order: withMoved(state.order, merged) }, merged)
  if (passEnd === null) return { state: withPlace(moved, kind, { sweep }), passEnd }
  const everyMs = kind === 'open' ? policy.openSweepMs : policy.wholeSweepMs
  const next = withPlace(moved, kind, {
    sweep,
    lastIds: passEnd.isWhole ? passEnd.ids : place.lastIds,
    isSettled: sweep === null ? passEnd.isSettled : place.isSettled,
    dueAt: now + everyMs,
  })
  return { state: kind === 'all' ? withWholePass(next, sweep === null, now, policy) : next, passEnd }
}

/** The list was read to its end: threads may be missing of which nobody knew. */
function withWholePass(state: SyncState, isLast: boolean, now: number, policy: SyncPolicy): SyncState {
  const read = { ...state, isHydrated: false, isHurried: state.isHurried && !isLast, isFirstSync: false }
  return state.isFirstSync ? withPlace(read, 'open', { dueAt: now + policy.openSweepMs }) : read
}

/** Adds what a pass did not show to what is read by its id. What waits for that already keeps its place and the weightier reason. */
export function conversationMissed(
  state: SyncState,
  kind: SweepKind,
  known: readonly ServerId[],
  passEnd: PassEnd,
): SyncState {
  const found = absentees(kind, known, passEnd)
  if (found.length === 0) return state
  const waiting = new Map(state.checks.map((check) => [check.conversationId, check]))
  for (const check of found) {
    const earlier = waiting.get(check.conversationId)
    const mayRemove = check.mayRemove || earlier?.mayRemove === true
    waiting.set(check.conversationId, { ...check, kind: earlier?.kind === 'open' ? 'open' : kind, mayRemove })
  }
  return { ...state, checks: [...waiting.values()] }
}

export function checked(state: SyncState, check: Check): SyncState {
  return { ...state, checks: state.checks.filter((one) => one.conversationId !== check.conversationId) }
}

/** The threads that are missing here, in the order in which they are wanted. */
export function lookedUp(state: SyncState, unread: readonly string[]): SyncState {
  return { ...state, queue: unread, isHydrated: unread.length === 0 }
}

/** Its thread could not be read, for a reason that is not its own: it stays the next. */
export function putBack(state: SyncState, conversationId: string): SyncState {
  return { ...state, queue: [conversationId, ...state.queue.filter((id) => id !== conversationId)] }
}

/** An answer came. After failures that is a reconnection, and much may have moved meanwhile. */
export function requestAnswered(state: SyncState, now: number): SyncState {
  if (state.misses === 0) return state
  const back = { ...state, misses: 0, isAskedToWait: false }
  return state.isFirstSync ? back : withPlace(back, 'open', { dueAt: now })
}

/** `failure` is null where it was this device that could not keep what was read. */
export function requestFailed(
  state: SyncState,
  failure: Failure | null,
  moment: { readonly now: number; readonly chance: number },
  policy: SyncPolicy,
): SyncState {
  const { now, chance } = moment
  const misses = state.misses + 1
  const waitUntil = now + backoff(failure, misses, chance, policy)
  const isAskedToWait = failure?.kind === 'throttled' && failure.retryAfterMs !== null
  return { ...state, misses, waitUntil, isAskedToWait, pollAt: Math.min(state.pollAt, waitUntil) }
}

/** Somebody wants to see what is new: at once, unless the server asked for patience. */
export function nudged(state: SyncState, now: number): SyncState {
  const soon = { ...state, pollAt: now, threadAt: now }
  return state.isAskedToWait ? soon : { ...soon, waitUntil: now, misses: Math.min(state.misses, 1) }
}

/** After a sleep, or without network for a while, much may have moved: the open ones are swept as well. */
export function woke(state: SyncState, now: number): SyncState {
  const next = nudged(state, now)
  return state.isFirstSync ? next : withPlace(next, 'open', { dueAt: now })
}
