import type { Attempt, Op } from '../../db/op.ts'
import { assertNever, type Failure } from '../../shared/failure.ts'
import type { Message } from '../../shared/model.ts'
import type { ServerAnswer, OpFacts, SendLane, Proof, ServerRead } from './state.ts'
import { isSameText } from '../../shared/text/same-text.ts'
import { readEvidence } from './evidence.ts'
import {
  awaitEffect,
  noteAnswer,
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
import { doubtfulSince, settleMs } from './verify-schedule.ts'

/** A thread read within this long is fresh enough to tell old messages from ours, ms. */
const FRESH_MS = 30_000

/** The op's facts are on the table: does it go out, after what reading, or does it ask? */
export function prepare(draft: StepDraft, lane: SendLane, found: OpFacts): void {
  const { op } = found
  if (op.state === 'held') return write(draft, lane, { state: 'queued', notBefore: 0 })
  if (timingOf(draft, op).ageMs > draft.policy.oldAfterMs)
    return write(draft, lane, { state: 'asking', question: { why: 'old' } })
  if (isBlocked(draft)) return leaveLane(draft, op.conversationId)
  if (op.intent.kind !== 'create' && wireIdOf(draft, op, found) === null) {
    // Its create was refused or discarded, and the lane went on: there is nobody to say this to.
    const failure: Failure = { kind: 'refused', words: 'The conversation was never begun on the server.' }
    return write(draft, lane, { state: 'failed', failure })
  }
  if (wantsReading(draft, op, found)) return read(draft, lane, found)
  claim(draft, lane, found, found.thread?.messages ?? null)
}

/** The reading that an op needs: a create is looked for in the list, everything else in its conversation. */
export function read(draft: StepDraft, lane: SendLane, found: OpFacts): void {
  const { op } = found
  if (op.intent.kind === 'create') return awaitEffect(draft, lane, { kind: 'sweep', op, channel: op.intent.channel })
  const serverId = wireIdOf(draft, op, found)
  if (serverId !== null) awaitEffect(draft, lane, { kind: 'read-thread', op, serverId })
}

function wantsReading(draft: StepDraft, op: Op, found: OpFacts): boolean {
  if (!draft.engine.isKeyProven || hasDoubt(op)) return true
  if (op.intent.kind !== 'send') return false
  if (timingOf(draft, op).waitedMs > draft.policy.staleAfterMs || draft.engine.serverClock === null) return true
  const readMsAgo = found.thread === null ? Infinity : draft.moment.at - found.thread.readAt
  return readMsAgo < 0 || readMsAgo >= FRESH_MS
}

function hasDoubt(op: Op): boolean {
  return op.attempts.some((attempt) => attempt.outcome === 'ambiguous')
}

/** A good reading before an attempt. An earlier attempt's effect may have come to light: then nothing is sent. */
export function prepareFrom(draft: StepDraft, lane: SendLane, found: OpFacts, reading: ServerRead): void {
  const { op } = found
  if (hasDoubt(op)) {
    const evidence = readEvidence(draft.policy.judges, op, reading, found, true)
    if (evidence.kind === 'done')
      return awaitEffect(draft, lane, { kind: 'settle', op, proof: evidence.proof, isRewriting: false })
    if (evidence.kind === 'ask' && doubtfulSince(op) > 0)
      return write(draft, lane, { state: 'asking', question: evidence.question })
  }
  const messages = reading.kind === 'thread' ? reading.detail.messages : null
  if (op.intent.kind === 'send' && messages !== null && timingOf(draft, op).waitedMs > draft.policy.staleAfterMs) {
    const newIds = draft.policy.newerMessages(op, messages, new Set(found.claimedIds), saidAtByServer(draft, op))
    if (newIds.length > 0) return write(draft, lane, { state: 'asking', question: { why: 'stale', newIds } })
  }
  claim(draft, lane, found, messages)
}

function saidAtByServer(draft: StepDraft, op: Op): number | null {
  const now = serverNow(draft)
  return now === null ? null : now - timingOf(draft, op).ageMs
}

/** `sending` is durable before the first byte leaves: the call follows when the claim is written. */
function claim(draft: StepDraft, lane: SendLane, found: OpFacts, messages: readonly Message[] | null): void {
  const { op } = found
  const { at } = draft.moment
  if (isBlocked(draft)) return leaveLane(draft, op.conversationId)
  const now = serverNow(draft)
  const attempt: Attempt = {
    begunAt: at,
    endedAt: null,
    baselineIds: baselineOf(op, found, messages),
    clockOffsetMs: now === null ? null : now - at,
    outcome: null,
    ...(op.intent.kind === 'patch' || op.intent.kind === 'close' ? { isMasked: isMasked(draft, op, found) } : {}),
  }
  const change = {
    state: 'sending',
    attempts: [...op.attempts, attempt],
    verify: null,
    failure: null,
    question: null,
  } as const
  awaitEffect(draft, { ...lane, found }, { kind: 'claim', op, change })
}

function baselineOf(op: Op, found: OpFacts, messages: readonly Message[] | null): readonly string[] | null {
  if (op.intent.kind === 'create') return found.knownIds
  if (op.intent.kind !== 'send') return []
  return messages?.map((message) => message.id) ?? null
}

/**
 * Seeing what is wanted proves nothing where it was there before, or where reads may still show what was there a moment ago. How long
 * ago is not asked of the device's clock alone, which may be set: what was touched before this session counts from its beginning.
 */
function isMasked(draft: StepDraft, op: Op, found: OpFacts): boolean {
  const { row } = found
  if (row === null || draft.policy.judges.isAsWanted(op, row)) return true
  const { engine, moment } = draft
  const touchedMs =
    engine.settledMs.get(op.conversationId) ?? (row.touchedAt === undefined ? undefined : engine.startedMs)
  const isSettling = (ageMs: number): boolean => Math.abs(ageMs) < settleMs(draft.policy.schedule)
  if (touchedMs !== undefined && isSettling(moment.elapsedMs - touchedMs)) return true
  // With the lock broken, another window may have touched it: of that this session knows by the clock alone.
  return row.touchedAt !== undefined && isSettling(moment.at - row.touchedAt)
}

/** The server took it. */
export function settle(draft: StepDraft, lane: SendLane, answer: ServerAnswer): void {
  const { op } = lane
  noteAnswer(draft, null)
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

/** The attempt ended without the server's yes. What it means is the classifier's to say. */
export function endAttempt(draft: StepDraft, lane: SendLane, failure: Failure): void {
  const { op } = lane
  const outcome = draft.policy.classOf(failure)
  if (failure.kind !== 'unreachable' && outcome !== 'not-applied') draft.engine = { ...draft.engine, misses: 0 }
  const ended = (kept: Attempt['outcome']): readonly Attempt[] => withOutcome(op.attempts, kept, draft.moment.at)
  switch (outcome) {
    case 'ambiguous':
      return write(draft, lane, {
        state: 'uncertain',
        attempts: ended('ambiguous'),
        failure,
        notBefore: 0,
        verify: NOT_LOOKED,
      })
    case 'rejected':
      return write(draft, lane, { state: 'failed', attempts: ended('rejected'), failure })
    case 'auth':
      pauseSending(draft, lane, failure)
      return write(draft, lane, { state: 'queued', attempts: op.attempts.slice(0, -1), failure, notBefore: 0 })
    case 'not-applied':
      return write(draft, lane, {
        state: 'queued',
        attempts: ended('not-applied'),
        failure,
        notBefore: retryAt(draft, failure),
      })
    default:
      return assertNever(outcome)
  }
}

export const NOT_LOOKED = { absentReads: 0, round: 0, readAt: null }
/** How many attempts without effect are kept: those of a night offline would swell the row. */
const KEPT_ATTEMPTS = 5

/** Ends the last attempt. One that had no effect needs its baseline no more. */
export function withOutcome(attempts: readonly Attempt[], outcome: Attempt['outcome'], at: number): readonly Attempt[] {
  const isDoubtful = outcome === 'ambiguous'
  const ended = attempts.map((attempt, index) =>
    index < attempts.length - 1
      ? attempt
      : { ...attempt, endedAt: at, outcome, baselineIds: isDoubtful ? attempt.baselineIds : [] },
  )
  const plain = ended.filter((attempt) => attempt.outcome !== 'ambiguous')
  const dropped = new Set(plain.slice(0, Math.max(0, plain.length - KEPT_ATTEMPTS)))
  return ended.filter((attempt) => !dropped.has(attempt))
}
