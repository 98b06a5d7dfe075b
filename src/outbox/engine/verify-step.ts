import type { Op } from '../../db/op.ts'
import { assertNever, type Failure } from '../../shared/failure.ts'
import { NOT_LOOKED, withOutcome } from './attempt.ts'
import type { OpFacts, SendLane, ServerRead } from './state.ts'
import { readEvidence } from './evidence.ts'
import { awaitEffect, pauseSending, timingOf, type StepDraft, retryAt, write } from './draft-step.ts'
import { afterAbsence, doubtfulAttempts, doubtfulSince, settleMs } from './verify-schedule.ts'

/** Whoever sent it is dead, and it may have arrived. It is looked up, never sent again unseen. */
export function recover(draft: StepDraft, op: Op): void {
  const state = draft.policy.recoveredState
  const attempts = withOutcome(op.attempts, 'ambiguous', draft.moment.at)
  const change = { state, attempts, verify: NOT_LOOKED, notBefore: 0 }
  awaitEffect(draft, { op, purpose: 'recover', found: null }, { kind: 'write', op, change })
}

/** One more good reading of what an op of unknown fate may have done. */
export function judge(draft: StepDraft, lane: SendLane, found: OpFacts, reading: ServerRead): void {
  const { op } = found
  const { schedule, judges } = draft.policy
  const { doubtMs } = timingOf(draft, op)
  const evidence = readEvidence(judges, op, reading, found, doubtMs >= settleMs(schedule))
  const { absentReads, round } = op.verify ?? NOT_LOOKED
  const looked = { absentReads, round: round + 1, readAt: draft.moment.at }
  switch (evidence.kind) {
    case 'done':
      return awaitEffect(draft, lane, { kind: 'settle', op, proof: evidence.proof, isRewriting: false })
    case 'ask':
      return write(draft, lane, { state: 'asking', question: evidence.question, verify: looked })
    case 'masked':
      return write(draft, lane, { verify: looked, notBefore: 0, failure: null })
    case 'absent':
      return concludeAbsence(draft, lane, found, { ...looked, absentReads: absentReads + 1 })
    default:
      assertNever(evidence)
  }
}

function concludeAbsence(draft: StepDraft, lane: SendLane, found: OpFacts, verify: NonNullable<Op['verify']>): void {
  const { op } = found
  const { schedule } = draft.policy
  const verdict = afterAbsence(schedule, op, timingOf(draft, op).doubtMs)
  if (verdict === 'look again') return write(draft, lane, { verify, notBefore: 0, failure: null })
  if (verdict === 'ask') return write(draft, lane, { state: 'asking', question: { why: 'too-many-resends' }, verify })
  if (draft.policy.onAbsent(found.onUncertain) === 'ask') {
    return write(draft, lane, { state: 'asking', question: { why: 'absent' }, verify })
  }
  write(draft, lane, { state: 'queued', verify, notBefore: 0 })
}

/** A reading that an op needed did not come: nothing was done, so it waits as it is, unless there is nothing to read any more. */
export function readFailed(draft: StepDraft, lane: SendLane, failure: Failure): void {
  const { op } = lane
  const outcome = draft.policy.classOf(failure)
  if (outcome === 'auth') {
    pauseSending(draft, lane, failure)
    return write(draft, lane, { failure })
  }
  if (outcome !== 'rejected') return write(draft, lane, { failure, notBefore: retryAt(draft, failure) })
  const isDoubtful = doubtfulAttempts(op) > 0 && (op.state === 'uncertain' || doubtfulSince(op) > 0)
  if (!isDoubtful) return write(draft, lane, { state: 'failed', failure })
  write(draft, lane, { state: 'asking', question: { why: 'cannot-verify', because: 'unreadable' }, failure })
}
