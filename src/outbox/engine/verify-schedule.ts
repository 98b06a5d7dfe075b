import type { Op } from '../../db/op.ts'
import { SETTLE_MS } from '../../db/settle-time.ts'

export type VerifySchedule = {
  /** When an uncertain op is read back, ms after it became uncertain. The last one is the settle time. */
  readonly readsAfterMs: readonly number[]
  /** The number of successful reads without the effect that are needed to conclude absence. */
  readonly absentReads: number
  /** How often the engine sends an op again before it asks the user. */
  readonly maxResends: number
}

/** The last read is late enough for a server that applies or shows a request only after a while. */
export const VERIFY_SCHEDULE: VerifySchedule = {
  readsAfterMs: [2_000, 5_000, 15_000, 30_000, 60_000, SETTLE_MS],
  absentReads: 2,
  maxResends: 2,
}

export function settleMs(schedule: VerifySchedule): number {
  return schedule.readsAfterMs.at(-1) ?? 0
}

/** When the next read is due, ms after the op became uncertain. */
export function nextReadAfterMs(schedule: VerifySchedule, op: Op): number {
  return schedule.readsAfterMs[op.verify?.round ?? 0] ?? settleMs(schedule)
}

export type Verdict = 'read again' | 'send again' | 'ask'

/** What to do after one more successful read without the effect, `uncertainMs` after the op became uncertain. */
export function concludeFromAbsence(schedule: VerifySchedule, op: Op, uncertainMs: number): Verdict {
  const absentReads = (op.verify?.absentReads ?? 0) + 1
  if (uncertainMs < settleMs(schedule) || absentReads < schedule.absentReads) return 'read again'
  return countDoubtfulSinceConfirmed(op) > schedule.maxResends ? 'ask' : 'send again'
}

/** Attempts of unknown outcome since the user last confirmed the op. */
export function countDoubtfulSinceConfirmed(op: Op): number {
  return countDoubtfulAttempts(op) - (op.confirmed?.doubtful ?? 0)
}

/** Attempts of unknown outcome. */
export function countDoubtfulAttempts(op: Op): number {
  return op.attempts.filter((attempt) => attempt.outcome === 'ambiguous' || attempt.outcome === null).length
}
