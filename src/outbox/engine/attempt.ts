import type { Attempt, Op } from '../../db/op.ts'
import { assertNever, type Failure, NOT_CREATED } from '../../shared/failure.ts'
import type { Message } from '../../shared/model.ts'
import type { ServerAnswer, OpFacts, SendLane, Proof, ServerRead } from './state.ts'
import { isSameText } from '../../shared/text/same-text.ts'
import { readEvidence } from './evidence.ts'
import {
  awaitEffect,
  recordServerAnswer,
  isBlocked,
  leaveLane,
  pauseSending,
  serverNow,
  timingOf,
  type StepDraft,
  retryAt,
  wireIdOf,
  write,
} from './draft-step.ts'
import { countDoubtfulSinceConfirmed, settleMs } from './verify-schedule.ts'

/** A thread read within this time is recent enough to serve as the baseline of a send, ms. */
const FRESH_MS = 30_000

/** Decides with the op's facts: send now, read first, or ask the user. */
export function prepare(draft: StepDraft, lane: SendLane, facts: OpFacts): void {
  const { op } = facts
  if (draft.policy.needsConfirmation(op)) return write(draft, lane, { state: 'asking', question: { why: 'restored' } })
  if (op.state === 'held') return write(draft, lane, { state: 'queued', notBefore: 0 })
  if (timingOf(draft, op).ageMs > draft.policy.oldAfterMs)
    return write(draft, lane, { state: 'asking', question: { why: 'old' } })
  if (isBlocked(draft)) return leaveLane(draft, op.conversationId)
  if (op.intent.kind !== 'create' && wireIdOf(draft, op, facts) === null) {
    // The create before it was refused or discarded, so the server has no conversation for it.
    const failure: Failure = { kind: 'refused', words: NOT_CREATED }
    return write(draft, lane, { state: 'failed', failure })
  }
  if (needsRead(draft, op, facts)) return read(draft, lane, facts)
  claim(draft, lane, facts, facts.thread?.messages ?? null)
}

/** Reads what shows the op's effect: the channel's list for a create, the conversation for everything else. */
export function read(draft: StepDraft, lane: SendLane, facts: OpFacts): void {
  const { op } = facts
  if (op.intent.kind === 'create') return awaitEffect(draft, lane, { kind: 'sweep', op, channel: op.intent.channel })
  const serverId = wireIdOf(draft, op, facts)
  if (serverId !== null) awaitEffect(draft, lane, { kind: 'read-thread', op, serverId })
}

function needsRead(draft: StepDraft, op: Op, facts: OpFacts): boolean {
  if (!draft.engine.isKeyProven || hasAmbiguousAttempt(op)) return true
  if (op.intent.kind !== 'send') return false
  if (timingOf(draft, op).waitedMs > draft.policy.staleAfterMs || draft.engine.serverClock === null) return true
  const readAgoMs = facts.thread === null ? Infinity : draft.moment.at - facts.thread.readAt
  return readAgoMs < 0 || readAgoMs >= FRESH_MS
}

function hasAmbiguousAttempt(op: Op): boolean {
  return op.attempts.some((attempt) => attempt.outcome === 'ambiguous')
}

/** Decides again after a successful read. If the read shows the effect of an earlier attempt, nothing is sent. */
export function prepareAfterRead(draft: StepDraft, lane: SendLane, facts: OpFacts, serverRead: ServerRead): void {
  const { op } = facts
  if (hasAmbiguousAttempt(op)) {
    const evidence = readEvidence(draft.policy.evidenceRules, op, serverRead, facts, true)
    if (evidence.kind === 'done')
      return awaitEffect(draft, lane, { kind: 'settle', op, proof: evidence.proof, isRewriting: false })
    if (evidence.kind === 'ask' && countDoubtfulSinceConfirmed(op) > 0)
      return write(draft, lane, { state: 'asking', question: evidence.question })
  }
  const messages = serverRead.kind === 'thread' ? serverRead.detail.messages : null
  if (op.intent.kind === 'send' && messages !== null && timingOf(draft, op).waitedMs > draft.policy.staleAfterMs) {
    const newIds = draft.policy.newerMessages(op, messages, new Set(facts.claimedIds), acceptedAtByServer(draft, op))
    if (newIds.length > 0) return write(draft, lane, { state: 'asking', question: { why: 'stale', newIds } })
  }
  claim(draft, lane, facts, messages)
}

/** When the op was accepted, by the server's clock, epoch ms; null when that clock is unknown. */
function acceptedAtByServer(draft: StepDraft, op: Op): number | null {
  const now = serverNow(draft)
  return now === null ? null : now - timingOf(draft, op).ageMs
}

/** Writes `sending` before the request starts. The call follows when the claim is stored. */
function claim(draft: StepDraft, lane: SendLane, facts: OpFacts, messages: readonly Message[] | null): void {
  const { op } = facts
  const { at } = draft.moment
  if (isBlocked(draft)) return leaveLane(draft, op.conversationId)
  const now = serverNow(draft)
  const attempt: Attempt = {
    begunAt: at,
    endedAt: null,
    baselineIds: baselineOf(op, facts, messages),
    clockOffsetMs: now === null ? null : now - at,
    outcome: null,
    ...(op.intent.kind === 'patch' || op.intent.kind === 'close' ? { isMasked: isMasked(draft, op, facts) } : {}),
  }
  const change = {
    state: 'sending',
    attempts: [...op.attempts, attempt],
    verify: null,
    failure: null,
    question: null,
  } as const
  awaitEffect(draft, { ...lane, facts }, { kind: 'claim', op, change })
}

function baselineOf(op: Op, facts: OpFacts, messages: readonly Message[] | null): readonly string[] | null {
  if (op.intent.kind === 'create') return facts.knownIds
  if (op.intent.kind !== 'send') return []
  return messages?.map((message) => message.id) ?? null
}

/**
 * Whether a later read of the wanted values would prove nothing: they were there already, or reads may still show a state from before
 * a recent change. The time since that change is measured by the session's clock, because the device's clock may be set. A change from
 * before the session counts from the session's start.
 */
function isMasked(draft: StepDraft, op: Op, facts: OpFacts): boolean {
  const { row } = facts
  if (row === null || draft.policy.evidenceRules.hasWantedValues(op, row)) return true
  const { engine, moment } = draft
  const touchedMs =
    engine.settledMs.get(op.conversationId) ?? (row.touchedAt === undefined ? undefined : engine.startedMs)
  const isSettling = (ageMs: number): boolean => Math.abs(ageMs) < settleMs(draft.policy.schedule)
  if (touchedMs !== undefined && isSettling(moment.elapsedMs - touchedMs)) return true
  // If the lock failed, another window may have made the change. This session then knows its time by the device's clock only.
  return row.touchedAt !== undefined && isSettling(moment.at - row.touchedAt)
}

/** Settles an op that the server confirmed. */
export function settle(draft: StepDraft, lane: SendLane, answer: ServerAnswer): void {
  const { op } = lane
  recordServerAnswer(draft, null)
  const content = op.intent.kind === 'send' ? op.intent.content : ''
  const isRewriting =
    answer.kind === 'sent' && answer.sent.content !== undefined && !isSameText(answer.sent.content, content)
  awaitEffect(draft, lane, { kind: 'settle', op, proof: proofOf(draft, content, answer), isRewriting })
}

function proofOf(draft: StepDraft, content: string, answer: ServerAnswer): Proof {
  switch (answer.kind) {
    case 'sent': {
      const { messageId, sentAt } = answer.sent
      const message = {
        id: messageId,
        sender: 'assistant',
        content: answer.sent.content ?? content,
        sentAt: sentAt ?? serverNow(draft),
      }
      return { kind: 'send', message }
    }
    case 'created':
      return { kind: 'create', conversation: answer.conversation }
    case 'changed':
      return { kind: 'change', conversation: answer.conversation }
    default:
      return assertNever(answer)
  }
}

/** Ends an attempt that the server did not confirm. `classOf` decides what the failure means. */
export function endAttempt(draft: StepDraft, lane: SendLane, failure: Failure): void {
  const { op } = lane
  const failureClass = draft.policy.classOf(failure)
  if (failure.kind !== 'unreachable' && failureClass !== 'not-applied')
    draft.engine = { ...draft.engine, consecutiveFailures: 0 }
  const attemptsWith = (outcome: Attempt['outcome']): readonly Attempt[] =>
    endLastAttempt(op.attempts, outcome, draft.moment.at)
  switch (failureClass) {
    case 'ambiguous':
      return write(draft, lane, {
        state: 'uncertain',
        attempts: attemptsWith('ambiguous'),
        failure,
        notBefore: 0,
        verify: NO_READS_YET,
      })
    case 'rejected':
      return write(draft, lane, { state: 'failed', attempts: attemptsWith('rejected'), failure })
    case 'auth':
      pauseSending(draft, lane, failure)
      return write(draft, lane, { state: 'queued', attempts: op.attempts.slice(0, -1), failure, notBefore: 0 })
    case 'not-applied':
      return write(draft, lane, {
        state: 'queued',
        attempts: attemptsWith('not-applied'),
        failure,
        notBefore: retryAt(draft, failure),
      })
    default:
      return assertNever(failureClass)
  }
}

export const NO_READS_YET = { absentReads: 0, round: 0, readAt: null }
/** How many attempts without effect an op keeps. A night offline would otherwise make the row large. */
const KEPT_ATTEMPTS = 5

/** Sets the last attempt's outcome. Only an ambiguous attempt keeps its baseline: no other one is read back. */
export function endLastAttempt(
  attempts: readonly Attempt[],
  outcome: Attempt['outcome'],
  endedAt: number,
): readonly Attempt[] {
  const isAmbiguous = outcome === 'ambiguous'
  const ended = attempts.map((attempt, index) =>
    index < attempts.length - 1
      ? attempt
      : { ...attempt, endedAt, outcome, baselineIds: isAmbiguous ? attempt.baselineIds : [] },
  )
  const withoutEffect = ended.filter((attempt) => attempt.outcome !== 'ambiguous')
  const dropped = new Set(withoutEffect.slice(0, Math.max(0, withoutEffect.length - KEPT_ATTEMPTS)))
  return ended.filter((attempt) => !dropped.has(attempt))
}
