import type { findArrival, isContested } from '../../db/arrival.ts'
import { CLOCK_SLACK_MS, firstDoubtful } from '../../db/arrival.ts'
import type { Op, OpQuestion } from '../../db/op.ts'
import { sameEmail, samePhone } from '../../shared/contact/contact-identity.ts'
import type { Conversation, ConversationDetail, Message } from '../../shared/model.ts'
import type { OpFacts, Proof, ServerRead } from './state.ts'

/** What a reading says of an op of unknown fate. `masked`: what it shows may come from elsewhere, and time will tell. */
export type Evidence =
  | { readonly kind: 'done'; readonly proof: Proof }
  | { readonly kind: 'absent' }
  | { readonly kind: 'masked' }
  | { readonly kind: 'ask'; readonly question: OpQuestion }

/** The judgements over a reading that may be put in question one by one. */
export type Judges = {
  readonly findArrival: typeof findArrival
  readonly findCreated: typeof findCreated
  readonly isAsWanted: typeof isAsWanted
  readonly isContested: typeof isContested
  readonly isCovered: typeof isCovered
}

export function readEvidence(
  judges: Judges,
  op: Op,
  reading: ServerRead,
  found: OpFacts,
  isSettled: boolean,
): Evidence {
  if (reading.kind === 'sweep') {
    const conversation = judges.findCreated(op, reading.rows)
    if (conversation !== null) return { kind: 'done', proof: { kind: 'create', conversation } }
    return reading.isWhole ? { kind: 'absent' } : cannotVerify('uncovered')
  }
  return op.intent.kind === 'send'
    ? sendEvidence(judges, op, reading.detail, found)
    : changeEvidence(judges, op, reading.detail.conversation, isSettled)
}

function sendEvidence(judges: Judges, op: Op, detail: ConversationDetail, found: OpFacts): Evidence {
  const { messages } = detail
  if (messages === null) return cannotVerify('uncovered')
  const claimed = new Set(found.claimedIds)
  if (judges.isContested(op, messages, claimed)) return cannotVerify('short-text')
  const message = judges.findArrival(op, messages, claimed)
  if (message !== null) return { kind: 'done', proof: { kind: 'send', message } }
  if (found.isRewriting) return cannotVerify('rewritten')
  return judges.isCovered(op, messages) ? { kind: 'absent' } : cannotVerify('uncovered')
}

function changeEvidence(judges: Judges, op: Op, told: Conversation, isSettled: boolean): Evidence {
  if (!judges.isAsWanted(op, told)) return { kind: 'absent' }
  const isMasked = op.attempts.some((attempt) => attempt.isMasked === true)
  return isMasked && !isSettled ? { kind: 'masked' } : { kind: 'done', proof: { kind: 'change', conversation: told } }
}

function cannotVerify(because: Extract<OpQuestion, { why: 'cannot-verify' }>['because']): Evidence {
  return { kind: 'ask', question: { why: 'cannot-verify', because } }
}

/** Whether the read reaches back to what was there before the attempt: only then does absence mean anything. */
export function isCovered(op: Op, messages: readonly Message[]): boolean {
  const baseline = firstDoubtful(op)?.baselineIds
  if (baseline === undefined || baseline === null) return false
  return baseline.length === 0 || messages.some((message) => baseline.includes(message.id))
}

/** A field the answer does not hold is not as wanted: asking again is harmless, for a change says the whole of what is wanted. */
export function isAsWanted(op: Op, told: Conversation): boolean {
  const { intent } = op
  if (intent.kind === 'close') return told.status === 'closed'
  if (intent.kind !== 'patch') return false
  return (
    (intent.status === undefined || told.status === intent.status) &&
    (intent.customerName === undefined || told.customerName === intent.customerName) &&
    (intent.tags === undefined || isSameList(told.tags, intent.tags))
  )
}

export function isSameList(one: readonly string[] | undefined, other: readonly string[] | undefined): boolean {
  return JSON.stringify(one?.toSorted()) === JSON.stringify(other?.toSorted())
}

/** A new conversation of the same person over the same channel, unknown before the attempt and not older than it. */
export function findCreated(op: Op, rows: readonly Conversation[]): Conversation | null {
  const { intent } = op
  const first = firstDoubtful(op)
  if (intent.kind !== 'create' || first === undefined) return null
  const baseline = new Set(first.baselineIds ?? [])
  const since = first.clockOffsetMs === null ? null : first.begunAt + first.clockOffsetMs - CLOCK_SLACK_MS
  const isNew = (row: Conversation): boolean =>
    !baseline.has(row.id) &&
    (row.channel ?? intent.channel) === intent.channel &&
    (since === null || row.timestamp === undefined || row.timestamp >= since)
  return rows.find((row) => isNew(row) && isSameContact(intent, row)) ?? null
}

export function isSameContact(
  asked: { readonly customerPhone?: string; readonly customerEmail?: string },
  row: Conversation,
): boolean {
  if (asked.customerPhone !== undefined) return samePhone(asked.customerPhone, row.customerPhone)
  return sameEmail(asked.customerEmail, row.customerEmail)
}
