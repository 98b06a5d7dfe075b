import type { Message } from '../shared/model.ts'
import { isSameText, normaliseText } from '../shared/text/same-text.ts'
import type { Attempt, Op } from './op.ts'

/** Tolerance between the server's `Date` header and the timestamps it puts on messages, ms. */
export const CLOCK_SLACK_MS = 5_000
/** Two people may well send the same text within a minute if it is shorter than this, in code points. */
const SHORT_TEXT = 12

/**
 * Finds the server's copy of a message that we sent without receiving a response, or returns null.
 * A candidate has our sender and text, was not there before the attempt, is not claimed by another op,
 * and is not older than the attempt by the server's clock. The oldest candidate wins.
 */
export function findArrival(op: Op, messages: readonly Message[], claimedIds: ReadonlySet<string>): Message | null {
  const { intent } = op
  const first = firstDoubtful(op)
  if (intent.kind !== 'send' || first === undefined || first.baselineIds === null) return null
  const baseline = new Set(first.baselineIds)
  const notBefore = first.clockOffsetMs === null ? null : first.begunAt + first.clockOffsetMs - CLOCK_SLACK_MS
  for (const message of messages) {
    if (message.sender !== 'assistant' || baseline.has(message.id) || claimedIds.has(message.id)) continue
    if (notBefore !== null && message.sentAt !== null && message.sentAt < notBefore) continue
    if (isSameText(message.content, intent.content)) return message
  }
  return null
}

/** Whether the op's text is short and others write in the thread too, so the same text may be theirs. */
export function isContested(op: Op, messages: readonly Message[], claimedIds: ReadonlySet<string>): boolean {
  if (op.intent.kind !== 'send') return false
  const { content } = op.intent
  if ([...normaliseText(content)].length >= SHORT_TEXT) return false
  const baseline = new Set(firstDoubtful(op)?.baselineIds ?? [])
  return messages.some(
    (message) =>
      message.sender !== 'customer' &&
      !claimedIds.has(message.id) &&
      (baseline.has(message.id) || !isSameText(message.content, content)),
  )
}

/** The first attempt that may have taken effect. Messages older than it cannot be its result. */
export function firstDoubtful(op: Op): Attempt | undefined {
  return op.attempts.find((attempt) => attempt.outcome === null || attempt.outcome === 'ambiguous')
}
