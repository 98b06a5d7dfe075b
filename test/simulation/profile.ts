import type { Random } from './random.ts'

/** What happens to a mutation on its way, by weight. */
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
 * The world of one seed. `within`: what the engine's promise assumes holds, and the strict invariants are asked of it. `beyond`: some
 * of it does not, and only what holds without assumptions is asked.
 */
export type Profile = {
  readonly isWithin: boolean
  readonly onUncertain: 'resend' | 'ask'
  readonly faults: Faults
  /** The latest moment after its request at which the server may still take a mutation, ms. */
  readonly lateMs: number
  /** How far reads may lag behind, ms. */
  readonly staleMs: number
  readonly hasIdenticalForeign: boolean
  readonly isRewriting: boolean
  readonly isTruncating: boolean
  readonly windows: 1 | 2
  /** The lock that keeps two windows from sending at once does not hold. */
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
    // Together below the settle time of 120 s, counted from the request.
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
