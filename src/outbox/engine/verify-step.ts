import type { Op } from '../../db/op.ts'
import { assertNever, type Failure } from '../../shared/failure.ts'
import { NOT_LOOKED, withOutcome } from './attempt.ts'
import type { Found, Lane, Reading } from './state.ts'
import { readEvidence } from './evidence.ts'
import { goOn, pause, sightOf, type Turn, waitAfter, write } from './draft-step.ts'
import { afterAbsence, doubtfulAttempts, doubtfulSince, settleMs } from './verify-schedule.ts'

/** Whoever sent it is dead, and it may have arrived. It is looked up, never sent again unseen. */
export function recover(turn: Turn, op: Op): void {
  const state = turn.policy.recoveredState
  const attempts = withOutcome(op.attempts, 'ambiguous', turn.moment.at)
  const change = { state, attempts, verify: NOT_LOOKED, notBefore: 0 }
  goOn(turn, { op, purpose: 'recover', found: null }, { kind: 'write', op, change })
}

/** One more good reading of what an op of unknown fate may have done. */
export function judge(turn: Turn, lane: Lane, found: Found, reading: Reading): void {
  const { op } = found
  const { schedule, judges } = turn.policy
  const { doubtMs } = sightOf(turn, op)
  const evidence = readEvidence(judges, op, reading, found, doubtMs >= settleMs(schedule))
  const { absentReads, round } = op.verify ?? NOT_LOOKED
  const looked = { absentReads, round: round + 1, readAt: turn.moment.at }
  switch (evidence.kind) {
    case 'done':
      return goOn(turn, lane, { kind: 'settle', op, proof: evidence.proof, isRewriting: false })
    case 'ask':
      return write(turn, lane, { state: 'asking', question: evidence.question, verify: looked })
    case 'masked':
      return write(turn, lane, { verify: looked, notBefore: 0, failure: null })
    case 'absent':
      return concludeAbsence(turn, lane, found, { ...looked, absentReads: absentReads + 1 })
    default:
      assertNever(evidence)
  }
}

function concludeAbsence(turn: Turn, lane: Lane, found: Found, verify: NonNullable<Op['verify']>): void {
  const { op } = found
  const { schedule } = turn.policy
  const verdict = afterAbsence(schedule, op, sightOf(turn, op).doubtMs)
  if (verdict === 'look again') return write(turn, lane, { verify, notBefore: 0, failure: null })
  if (verdict === 'ask') return write(turn, lane, { state: 'asking', question: { why: 'too-many-resends' }, verify })
  if (turn.policy.onAbsent(found.onUncertain) === 'ask') {
    return write(turn, lane, { state: 'asking', question: { why: 'absent' }, verify })
  }
  write(turn, lane, { state: 'queued', verify, notBefore: 0 })
}

/** A reading that an op needed did not come: nothing was done, so it waits as it is, unless there is nothing to read any more. */
export function readFailed(turn: Turn, lane: Lane, failure: Failure): void {
  const { op } = lane
  const outcome = turn.policy.classOf(failure)
  if (outcome === 'auth') {
    pause(turn, lane, failure)
    return write(turn, lane, { failure })
  }
  if (outcome !== 'rejected') return write(turn, lane, { failure, notBefore: waitAfter(turn, failure) })
  const isDoubtful = doubtfulAttempts(op) > 0 && (op.state === 'uncertain' || doubtfulSince(op) > 0)
  if (!isDoubtful) return write(turn, lane, { state: 'failed', failure })
  write(turn, lane, { state: 'asking', question: { why: 'cannot-verify', because: 'unreadable' }, failure })
}
