import { assertNever, type Failure } from '../../shared/failure.ts'

/** What a failed attempt at a mutation means. `ambiguous`: the server may or may not have taken it. */
export type FailureClass = 'ambiguous' | 'rejected' | 'auth' | 'not-applied'

/** The one place where it is decided whether a mutation may be tried again. Unknown is ambiguous. */
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

/** The longest wait between two tries, ms: a person who comes back online is looked after by a nudge, not by this. */
const MAX_BACKOFF_MS = 5 * 60_000

/** Full jitter from 1 s, doubling. `tries` counts those that did not apply; `random` is in [0, 1). */
export function backoffMs(tries: number, random: number): number {
  return Math.round(random * Math.min(MAX_BACKOFF_MS, 1_000 * 2 ** Math.min(tries, 20)))
}
