import { firstDoubtful } from '../db/arrival.ts'
import type { Attempt, Op } from '../db/op.ts'

/**
 * Ops that move by a backup. Nothing connects the two devices, so the device that made the backup may send an op before or after the other
 * one looks. The rule, of which docs/decisions/0010-restored-ops-ask.md gives the reasons:
 * 1. A backup treats every unsent op as if its request had just been made and the answer been lost.
 * 2. A restored op is therefore read back: what the server has is done.
 * 3. What the server does not show is never sent by itself, but only when the user asks for it.
 */

/** An op as it is written to a backup. `baselineIds`: what the server had, as far as this device knows; null when unknown. */
export function leavingOp(op: Op, at: number, baselineIds: readonly string[] | null): Op {
  if (firstDoubtful(op) !== undefined) return op
  return { ...op, attempts: [...op.attempts, doubtful(at, baselineIds)] }
}

/**
 * An op as it is stored from a backup. It does not depend on the file whether it is sent: a file can say anything. Ops of other accounts keep
 * their account and are never sent.
 */
export function arrivingOp(
  op: Op,
  here: {
    readonly conversationId: string
    readonly workspaceId: string
    /** The workspace's id on the device of the backup. */
    readonly workspaceIdThere: string
    readonly now: number
  },
): Omit<Op, 'seq'> {
  const { conversationId, workspaceId, workspaceIdThere, now } = here
  const { seq: _, ...fields } = op
  const isOwn = op.workspaceId === null || op.workspaceId === workspaceIdThere
  const ended = op.attempts.map((attempt): Attempt =>
    attempt.outcome === null ? { ...attempt, outcome: 'ambiguous', endedAt: now } : attempt,
  )
  const attempts =
    firstDoubtful(op) === undefined
      ? [...ended, { ...doubtful(op.createdAt, null), endedAt: now, outcome: 'ambiguous' as const }]
      : ended
  // The server has refused a failed one, so there is nothing to read back unless the user tries it again.
  const isFailed = op.state === 'failed'
  return {
    ...fields,
    ...{ revision: 0, conversationId, workspaceId: isOwn ? workspaceId : op.workspaceId, attempts, notBefore: 0 },
    ...(isFailed
      ? { state: 'failed', verify: null, failure: op.failure }
      : { state: 'uncertain', verify: { absentReads: 0, round: 0, readAt: null }, failure: null }),
    ...{ question: null, confirmed: null, restoredAt: now },
  }
}

function doubtful(begunAt: number, baselineIds: readonly string[] | null): Attempt {
  return { begunAt, endedAt: null, baselineIds, clockOffsetMs: null, outcome: null }
}
