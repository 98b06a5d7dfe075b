import type { Op } from '../../db/op.ts'
import { assertNever, type Failure } from '../../shared/failure.ts'
import { endLastAttempt, NO_READS_YET } from './attempt.ts'
import type { OpFacts, SendLane, ServerRead } from './state.ts'
import { readEvidence } from './evidence.ts'
import { awaitEffect, pauseSending, timingOf, type StepDraft, retryAt, write } from './draft-step.ts'
import { concludeFromAbsence, countDoubtfulAttempts, countDoubtfulSinceConfirmed, settleMs } from './verify-schedule.ts'

/** Makes an op `uncertain` whose sender ended during the request. It may have arrived, so it is read back before it is sent again. */
export function recover(draft: StepDraft, op: Op): void {
  const state = draft.policy.recoveredState
  const attempts = endLastAttempt(op.attempts, 'ambiguous', draft.moment.at)
  const change = { state, attempts, verify: NO_READS_YET, notBefore: 0 }
  awaitEffect(draft, { op, purpose: 'recover', facts: null }, { kind: 'write', op, change })
}

/** Decides about an uncertain op after a successful read. */
export function applyEvidence(draft: StepDraft, lane: SendLane, facts: OpFacts, serverRead: ServerRead): void {
  const { op } = facts
  const { schedule, evidenceRules } = draft.policy
  const { uncertainMs } = timingOf(draft, op)
  const evidence = readEvidence(evidenceRules, op, serverRead, facts, uncertainMs >= settleMs(schedule))
  const { absentReads, round } = op.verify ?? NO_READS_YET
  const verify = { absentReads, round: round + 1, readAt: draft.moment.at }
  switch (evidence.kind) {
    case 'done':
      return awaitEffect(draft, lane, { kind: 'settle', op, proof: evidence.proof, isRewriting: false })
    case 'ask':
      return write(draft, lane, { state: 'asking', question: evidence.question, verify })
    case 'masked':
      return write(draft, lane, { verify, notBefore: 0, failure: null })
    case 'absent':
      return handleAbsence(draft, lane, facts, { ...verify, absentReads: absentReads + 1 })
    default:
      assertNever(evidence)
  }
}

function handleAbsence(draft: StepDraft, lane: SendLane, facts: OpFacts, verify: NonNullable<Op['verify']>): void {
  const { op } = facts
  const { schedule } = draft.policy
  if (draft.policy.needsConfirmation(op))
    return write(draft, lane, { state: 'asking', question: { why: 'restored' }, verify })
  const verdict = concludeFromAbsence(schedule, op, timingOf(draft, op).uncertainMs)
  if (verdict === 'read again') return write(draft, lane, { verify, notBefore: 0, failure: null })
  if (verdict === 'ask') return write(draft, lane, { state: 'asking', question: { why: 'too-many-resends' }, verify })
  if (draft.policy.onAbsent(facts.onUncertain) === 'ask') {
    return write(draft, lane, { state: 'asking', question: { why: 'absent' }, verify })
  }
  write(draft, lane, { state: 'queued', verify, notBefore: 0 })
}

/** Handles a failed read. The op keeps its state and waits, unless the server rejects the read: then no later read can help. */
export function handleReadFailure(draft: StepDraft, lane: SendLane, failure: Failure): void {
  const { op } = lane
  const failureClass = draft.policy.classOf(failure)
  if (failureClass === 'auth') {
    pauseSending(draft, lane, failure)
    return write(draft, lane, { failure })
  }
  if (failureClass !== 'rejected') return write(draft, lane, { failure, notBefore: retryAt(draft, failure) })
  const mayHaveArrived =
    countDoubtfulAttempts(op) > 0 && (op.state === 'uncertain' || countDoubtfulSinceConfirmed(op) > 0)
  if (!mayHaveArrived) return write(draft, lane, { state: 'failed', failure })
  write(draft, lane, { state: 'asking', question: { why: 'cannot-verify', because: 'unreadable' }, failure })
}
