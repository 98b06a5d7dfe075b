import type { Message } from '../shared/model.ts'
import { isSameText, normaliseText } from '../shared/text/same-text.ts'
import type { Attempt, Op } from './op.ts'

/** A server's clock may lag behind the stamp it puts on messages by about this much, ms. */
export const CLOCK_SLACK_MS = 5_000
/** A text shorter than this may be said by two people in one minute, characters. */
const SHORT_TEXT = 12

/**
 * The server's copy of a message we sent and had no answer for, or null. A candidate is a message
 * that was not there before the attempt, that no other op has claimed, of the same sender and text,
 * and not older than the attempt by the server's clock. The oldest candidate answers.
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

/** A short text in a thread where others write too: the same few words may be theirs. */
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

/** The first attempt that may have taken effect: what is older than it is not its doing. */
export function firstDoubtful(op: Op): Attempt | undefined {
  return op.attempts.find((attempt) => attempt.outcome === null || attempt.outcome === 'ambiguous')
}
