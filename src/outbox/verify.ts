import type { Op } from '../db/op.ts'

/**
 * When an op whose fate is unknown is looked up on the server, ms after its attempt ended. Late
 * enough at the end for a server that shows what it took only after a while.
 */
export const VERIFY_AT_MS: readonly number[] = [2_000, 5_000, 15_000, 30_000, 60_000, 120_000]
/** Absent in fewer good reads than this, nothing is concluded. */
const ABSENT_READS = 2
/** How often a message is sent again by itself; after that only a person can say. */
const MAX_RESENDS = 2

/** Epoch ms of the next look. */
export function verifyDueAt(op: Op): number {
  const endedAt = op.attempts.at(-1)?.endedAt ?? op.createdAt
  return endedAt + (VERIFY_AT_MS[op.verify?.round ?? 0] ?? VERIFY_AT_MS.at(-1) ?? 0)
}

export type Verdict = 'look again' | 'send again' | 'ask'

/** What one more good read without the effect means. */
export function afterAbsence(op: Op, now: number): Verdict {
  const endedAt = op.attempts.at(-1)?.endedAt ?? op.createdAt
  const absentReads = (op.verify?.absentReads ?? 0) + 1
  const isSettled = now - endedAt >= (VERIFY_AT_MS.at(-1) ?? 0)
  if (!isSettled || absentReads < ABSENT_READS) return 'look again'
  const resends = op.attempts.filter((attempt) => attempt.outcome === 'ambiguous').length
  return resends > MAX_RESENDS ? 'ask' : 'send again'
}
