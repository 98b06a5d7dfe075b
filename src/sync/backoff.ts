import type { Failure } from '../shared/failure.ts'
import type { SyncPolicy } from './policy.ts'

/** How long nothing is read after so many failures in a row, ms. `chance` in [0, 1): many devices do not come back at once. */
export function backoff(failure: Failure | null, misses: number, chance: number, policy: SyncPolicy): number {
  if (failure?.kind === 'throttled' && failure.retryAfterMs !== null) return failure.retryAfterMs
  const doubled = policy.firstWaitMs * 2 ** Math.min(misses - 1, 10)
  return Math.min(policy.longestWaitMs, doubled) * (0.5 + chance / 2)
}
