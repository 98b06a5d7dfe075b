import type { Op } from '../../db/op.ts'

export type VerifySchedule = {
  /** When an op of unknown fate is looked up on the server, ms after this device came to doubt it. The last is the settle time. */
  readonly looksMs: readonly number[]
  /** Absent in fewer good reads than this, nothing is concluded. */
  readonly absentReads: number
  /** How often an op is sent again by itself; after that only a person can say. */
  readonly maxResends: number
}

/** Late enough at the end for a server that shows, or does, what it took only after a while. */
export const VERIFY_SCHEDULE: VerifySchedule = {
  looksMs: [2_000, 5_000, 15_000, 30_000, 60_000, 120_000],
  absentReads: 2,
  maxResends: 2,
}

export function settleMs(schedule: VerifySchedule): number {
  return schedule.looksMs.at(-1) ?? 0
}

/** How long after the doubt began the next look is due, ms. */
export function lookAfterMs(schedule: VerifySchedule, op: Op): number {
  return schedule.looksMs[op.verify?.round ?? 0] ?? settleMs(schedule)
}

export type Verdict = 'look again' | 'send again' | 'ask'

/** What one more good read without the effect means, `doubtMs` after the doubt began. */
export function afterAbsence(schedule: VerifySchedule, op: Op, doubtMs: number): Verdict {
  const absentReads = (op.verify?.absentReads ?? 0) + 1
  if (doubtMs < settleMs(schedule) || absentReads < schedule.absentReads) return 'look again'
  return doubtfulSince(op) > schedule.maxResends ? 'ask' : 'send again'
}

/** Attempts of unknown fate since a person last said to send it. */
export function doubtfulSince(op: Op): number {
  return doubtfulAttempts(op) - (op.confirmed?.doubtful ?? 0)
}

export function doubtfulAttempts(op: Op): number {
  return op.attempts.filter((attempt) => attempt.outcome === 'ambiguous' || attempt.outcome === null).length
}
