import type { Attempt, Op } from '../../db/op.ts'
import { assertNever, type Failure } from '../../shared/failure.ts'
import type { Message } from '../../shared/model.ts'
import type { Answer, Found, Lane, Proof, Reading } from './state.ts'
import { isSameText } from '../../shared/text/same-text.ts'
import { readEvidence } from './evidence.ts'
import {
  goOn,
  heardFrom,
  isShut,
  leaveLane,
  pause,
  serverNow,
  sightOf,
  type Turn,
  waitAfter,
  wireIdOf,
  write,
} from './draft-step.ts'
import { doubtfulSince, settleMs } from './verify-schedule.ts'

/** A thread read within this long is fresh enough to tell old messages from ours, ms. */
const FRESH_MS = 30_000

/** The op's facts are on the table: does it go out, after what reading, or does it ask? */
export function prepare(turn: Turn, lane: Lane, found: Found): void {
  const { op } = found
  if (op.state === 'held') return write(turn, lane, { state: 'queued', notBefore: 0 })
  if (sightOf(turn, op).ageMs > turn.policy.oldAfterMs)
    return write(turn, lane, { state: 'asking', question: { why: 'old' } })
  if (isShut(turn)) return leaveLane(turn, op.conversationId)
  if (op.intent.kind !== 'create' && wireIdOf(turn, op, found) === null) {
    // Its create was refused or discarded, and the lane went on: there is nobody to say this to.
    const failure: Failure = { kind: 'refused', words: 'The conversation was never begun on the server.' }
    return write(turn, lane, { state: 'failed', failure })
  }
  if (wantsReading(turn, op, found)) return read(turn, lane, found)
  claim(turn, lane, found, found.thread?.messages ?? null)
}

/** The reading that an op needs: a create is looked for in the list, everything else in its conversation. */
export function read(turn: Turn, lane: Lane, found: Found): void {
  const { op } = found
  if (op.intent.kind === 'create') return goOn(turn, lane, { kind: 'sweep', op, channel: op.intent.channel })
  const serverId = wireIdOf(turn, op, found)
  if (serverId !== null) goOn(turn, lane, { kind: 'read-thread', op, serverId })
}

function wantsReading(turn: Turn, op: Op, found: Found): boolean {
  if (!turn.engine.isKeyProven || hasDoubt(op)) return true
  if (op.intent.kind !== 'send') return false
  if (sightOf(turn, op).waitedMs > turn.policy.staleAfterMs || turn.engine.serverClock === null) return true
  const readMsAgo = found.thread === null ? Infinity : turn.moment.at - found.thread.readAt
  return readMsAgo < 0 || readMsAgo >= FRESH_MS
}

function hasDoubt(op: Op): boolean {
  return op.attempts.some((attempt) => attempt.outcome === 'ambiguous')
}

/** A good reading before an attempt. An earlier attempt's effect may have come to light: then nothing is sent. */
export function prepareFrom(turn: Turn, lane: Lane, found: Found, reading: Reading): void {
  const { op } = found
  if (hasDoubt(op)) {
    const evidence = readEvidence(turn.policy.judges, op, reading, found, true)
    if (evidence.kind === 'done')
      return goOn(turn, lane, { kind: 'settle', op, proof: evidence.proof, isRewriting: false })
    if (evidence.kind === 'ask' && doubtfulSince(op) > 0)
      return write(turn, lane, { state: 'asking', question: evidence.question })
  }
  const messages = reading.kind === 'thread' ? reading.detail.messages : null
  if (op.intent.kind === 'send' && messages !== null && sightOf(turn, op).waitedMs > turn.policy.staleAfterMs) {
    const newIds = turn.policy.newerMessages(op, messages, new Set(found.claimedIds), saidAtByServer(turn, op))
    if (newIds.length > 0) return write(turn, lane, { state: 'asking', question: { why: 'stale', newIds } })
  }
  claim(turn, lane, found, messages)
}

function saidAtByServer(turn: Turn, op: Op): number | null {
  const now = serverNow(turn)
  return now === null ? null : now - sightOf(turn, op).ageMs
}

/** `sending` is durable before the first byte leaves: the call follows when the claim is written. */
function claim(turn: Turn, lane: Lane, found: Found, messages: readonly Message[] | null): void {
  const { op } = found
  const { at } = turn.moment
  if (isShut(turn)) return leaveLane(turn, op.conversationId)
  const now = serverNow(turn)
  const attempt: Attempt = {
    begunAt: at,
    endedAt: null,
    baselineIds: baselineOf(op, found, messages),
    clockOffsetMs: now === null ? null : now - at,
    outcome: null,
    ...(op.intent.kind === 'patch' || op.intent.kind === 'close' ? { isMasked: isMasked(turn, op, found) } : {}),
  }
  const change = {
    state: 'sending',
    attempts: [...op.attempts, attempt],
    verify: null,
    failure: null,
    question: null,
  } as const
  goOn(turn, { ...lane, found }, { kind: 'claim', op, change })
}

function baselineOf(op: Op, found: Found, messages: readonly Message[] | null): readonly string[] | null {
  if (op.intent.kind === 'create') return found.knownIds
  if (op.intent.kind !== 'send') return []
  return messages?.map((message) => message.id) ?? null
}

/**
 * Seeing what is wanted proves nothing where it was there before, or where reads may still show what was there a moment ago. How long
 * ago is not asked of the device's clock alone, which may be set: what was touched before this session counts from its beginning.
 */
function isMasked(turn: Turn, op: Op, found: Found): boolean {
  const { row } = found
  if (row === null || turn.policy.judges.isAsWanted(op, row)) return true
  const { engine, moment } = turn
  const touchedMs =
    engine.settledMs.get(op.conversationId) ?? (row.touchedAt === undefined ? undefined : engine.startedMs)
  const isSettling = (ageMs: number): boolean => Math.abs(ageMs) < settleMs(turn.policy.schedule)
  if (touchedMs !== undefined && isSettling(moment.elapsedMs - touchedMs)) return true
  // With the lock broken, another window may have touched it: of that this session knows by the clock alone.
  return row.touchedAt !== undefined && isSettling(moment.at - row.touchedAt)
}

/** The server took it. */
export function settle(turn: Turn, lane: Lane, answer: Answer): void {
  const { op } = lane
  heardFrom(turn, null)
  const content = op.intent.kind === 'send' ? op.intent.content : ''
  const isRewriting =
    answer.kind === 'sent' && answer.sent.content !== undefined && !isSameText(answer.sent.content, content)
  goOn(turn, lane, { kind: 'settle', op, proof: proofOf(turn, content, answer), isRewriting })
}

function proofOf(turn: Turn, content: string, answer: Answer): Proof {
  switch (answer.kind) {
    case 'sent': {
      const { messageId, sentAt } = answer.sent
      const message = {
        id: messageId,
        sender: 'assistant',
        content: answer.sent.content ?? content,
        sentAt: sentAt ?? serverNow(turn),
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
export function endAttempt(turn: Turn, lane: Lane, failure: Failure): void {
  const { op } = lane
  const outcome = turn.policy.classOf(failure)
  if (failure.kind !== 'unreachable' && outcome !== 'not-applied') turn.engine = { ...turn.engine, misses: 0 }
  const ended = (kept: Attempt['outcome']): readonly Attempt[] => withOutcome(op.attempts, kept, turn.moment.at)
  switch (outcome) {
    case 'ambiguous':
      return write(turn, lane, {
        state: 'uncertain',
        attempts: ended('ambiguous'),
        failure,
        notBefore: 0,
        verify: NOT_LOOKED,
      })
    case 'rejected':
      return write(turn, lane, { state: 'failed', attempts: ended('rejected'), failure })
    case 'auth':
      pause(turn, lane, failure)
      return write(turn, lane, { state: 'queued', attempts: op.attempts.slice(0, -1), failure, notBefore: 0 })
    case 'not-applied':
      return write(turn, lane, {
        state: 'queued',
        attempts: ended('not-applied'),
        failure,
        notBefore: waitAfter(turn, failure),
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
