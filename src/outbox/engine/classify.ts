import { assertNever, type Failure } from '../../shared/failure.ts'

/** What a failed attempt at a mutation means. `ambiguous`: the server may or may not have applied it. */
export type FailureClass = 'ambiguous' | 'rejected' | 'auth' | 'not-applied'

/** Decides alone whether a mutation may be tried again. A failure that proves nothing is ambiguous. */
export function classOf(failure: Failure): FailureClass {
  switch (failure.kind) {
    case 'unreachable':
    case 'throttled':
      return 'not-applied'
    case 'interrupted':
    case 'server':
    case 'unreadable':
      return 'ambiguous'
    case 'unauthorized':
      return 'auth'
    case 'rejected':
    case 'refused':
      return 'rejected'
    default:
      return assertNever(failure)
  }
}

/** The longest wait between two tries, ms. It can be this long because a nudge ends it when the network comes back. */
const MAX_BACKOFF_MS = 5 * 60_000

/** Exponential backoff with full jitter from 1 s, ms. `tries` counts the attempts without effect; `random` is in [0, 1). */
export function backoffMs(tries: number, random: number): number {
  return Math.round(random * Math.min(MAX_BACKOFF_MS, 1_000 * 2 ** Math.min(tries, 20)))
}
