import type { Random } from './random.ts'

/** The outcomes of a mutation, with their weights. */
export type Faults = Readonly<Record<FaultName, number>>
export type FaultName =
  | 'ok'
  | 'unreachable'
  | 'lost request'
  | 'lost response'
  | 'late apply'
  | '5xx applied'
  | '5xx not applied'
  | '429'
  | '429 no word'
  | '401'
  | 'captive portal'
  | 'cut answer'
  | 'rejected'

export const FAULTS: Faults = {
  ok: 50,
  unreachable: 8,
  'lost request': 7,
  'lost response': 8,
  'late apply': 6,
  '5xx applied': 4,
  '5xx not applied': 4,
  '429': 3,
  '429 no word': 2,
  '401': 1.5,
  'captive portal': 3,
  'cut answer': 3,
  rejected: 2,
}

/**
 * The world of one seed. `within`: every assumption of the engine holds, and the strict invariants are checked. `beyond`: some
 * assumptions are broken, and only the invariants that need none are checked.
 */
export type Profile = {
  readonly isWithin: boolean
  readonly onUncertain: 'resend' | 'ask'
  readonly faults: Faults
  /** How long after its request the server may apply a mutation, ms. */
  readonly lateMs: number
  /** How far reads may lag, ms. */
  readonly staleMs: number
  readonly hasIdenticalForeign: boolean
  readonly isRewriting: boolean
  readonly isTruncating: boolean
  readonly windows: 1 | 2
  /** Two windows send at once, because the lock between them fails. */
  readonly isLockBroken: boolean
  readonly hasClockJumps: boolean
  readonly hasDiskTrouble: boolean
  readonly crashes: number
}

export function profileOf(random: Random): Profile {
  const isWithin = !random.chance(0.2)
  const beyond = (probability: number): boolean => random.chance(probability) && !isWithin
  return {
    isWithin,
    onUncertain: random.chance(0.15) ? 'ask' : 'resend',
    faults: FAULTS,
    // In a `within` world, the sum is below the settle time of 120 s, counted from the request.
    lateMs: beyond(0.4) ? 400_000 : 55_000,
    staleMs: beyond(0.4) ? 300_000 : 40_000,
    hasIdenticalForeign: beyond(0.4),
    isRewriting: beyond(0.3),
    isTruncating: beyond(0.3),
    windows: random.chance(0.4) ? 2 : 1,
    isLockBroken: random.chance(0.06),
    hasClockJumps: random.chance(0.25),
    hasDiskTrouble: random.chance(0.1),
    crashes: random.pick([0, 0, 1, 1, 2, 3]),
  }
}
