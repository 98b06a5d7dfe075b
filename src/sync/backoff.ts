import type { Failure } from '../shared/failure.ts'
import type { SyncPolicy } from './policy.ts'

/** The wait before the next read, ms. `chance` is in [0, 1): the jitter keeps many devices from retrying at the same time. */
export function backoff(
  failure: Failure | null,
  consecutiveFailures: number,
  chance: number,
  policy: SyncPolicy,
): number {
  if (failure?.kind === 'throttled' && failure.retryAfterMs !== null) return failure.retryAfterMs
  const doubled = policy.firstWaitMs * 2 ** Math.min(consecutiveFailures - 1, 10)
  return Math.min(policy.maxWaitMs, doubled) * (0.5 + chance / 2)
}
