import type { Failure } from '../shared/failure.ts'
import { backoff } from './backoff.ts'
import type { SyncPolicy } from './policy.ts'
import { type SyncState, withSweepProgress } from './state.ts'

/** How failures and answers change when sync reads next. Pure. */

/**
 * After failures, an answer is a reconnection: the open conversations are swept, because many may have changed. An answer to a request from
 * before the outage proves nothing.
 */
export function afterAnswer(
  state: SyncState,
  { startedAt, now }: { readonly startedAt: number; readonly now: number },
): SyncState {
  if (state.consecutiveFailures === 0 || startedAt <= state.failedAt) return state
  const next = { ...state, consecutiveFailures: 0, isAskedToWait: false }
  return state.isFirstSync ? next : withSweepProgress(next, 'open', { dueAt: now })
}

/**
 * `failure` is null when this device could not store what was read. Reads that ran when the outage was noticed fail with it: they make the
 * wait no longer, unless the server asks for it. A wait that the server has set is never made shorter.
 */
export function afterFailure(
  state: SyncState,
  failure: Failure | null,
  moment: { readonly startedAt: number; readonly now: number; readonly chance: number },
  policy: SyncPolicy,
): SyncState {
  const { startedAt, now, chance } = moment
  const isSameOutage = state.consecutiveFailures > 0 && startedAt <= state.failedAt
  const isAsked = failure?.kind === 'throttled' && failure.retryAfterMs !== null
  const consecutiveFailures = state.consecutiveFailures + (isSameOutage ? 0 : 1)
  const waitMs = isSameOutage && !isAsked ? 0 : backoff(failure, consecutiveFailures, chance, policy)
  const waitUntil = Math.max(state.waitUntil, now + waitMs)
  return {
    ...state,
    consecutiveFailures,
    failedAt: isSameOutage ? state.failedAt : now,
    waitUntil,
    isAskedToWait: isAsked || (state.isAskedToWait && state.waitUntil > now),
    pollAt: Math.min(state.pollAt, waitUntil),
  }
}

/** Reads now, unless the server asked for a pause. */
export function nudged(state: SyncState, now: number): SyncState {
  const soon = { ...state, pollAt: now, threadAt: now }
  return state.isAskedToWait
    ? soon
    : { ...soon, waitUntil: now, consecutiveFailures: Math.min(state.consecutiveFailures, 1) }
}

/** After a sleep or an outage many conversations may have changed, so the open ones are also swept. */
export function woke(state: SyncState, now: number): SyncState {
  const next = nudged(state, now)
  return state.isFirstSync ? next : withSweepProgress(next, 'open', { dueAt: now })
}

/** Whether only this conversation may cause the failure. It is then not requested again at once, so that it does not block the others. */
export function mayBeSpecific(failure: Failure): boolean {
  return connectionFailureOf(failure) === null || failure.kind === 'unreadable' || failure.kind === 'server'
}

/** Returns null for a request that the server rejected: that does not mean that the server is unreachable. */
export function connectionFailureOf(failure: Failure): Failure | null {
  return failure.kind === 'rejected' || failure.kind === 'refused' ? null : failure
}
