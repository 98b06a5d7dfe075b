import { type findArrival, type isContested, CLOCK_SLACK_MS, firstDoubtful } from '../../db/arrival.ts'
import type { Op, OpQuestion } from '../../db/op.ts'
import { sameEmail, samePhone } from '../../shared/contact/contact-identity.ts'
import type { Conversation, ConversationDetail, Message } from '../../shared/model.ts'
import type { OpFacts, Proof, ServerRead } from './state.ts'

/** What a read shows about an uncertain op. `masked`: the wanted values are there, but another change may have set them. */
export type Evidence =
  | { readonly kind: 'done'; readonly proof: Proof }
  | { readonly kind: 'absent' }
  | { readonly kind: 'masked' }
  | { readonly kind: 'ask'; readonly question: OpQuestion }

/** Part of `Policy`: the rules that tests replace one by one. */
export type EvidenceRules = {
  readonly findArrival: typeof findArrival
  readonly findCreated: typeof findCreated
  readonly hasWantedValues: typeof hasWantedValues
  readonly isContested: typeof isContested
  readonly reachesBaseline: typeof reachesBaseline
}

export function readEvidence(
  rules: EvidenceRules,
  op: Op,
  read: ServerRead,
  facts: OpFacts,
  isSettled: boolean,
): Evidence {
  if (read.kind === 'sweep') {
    const conversation = rules.findCreated(op, read.rows)
    if (conversation !== null) return { kind: 'done', proof: { kind: 'create', conversation } }
    return read.isWhole ? { kind: 'absent' } : cannotVerify('uncovered')
  }
  return op.intent.kind === 'send'
    ? sendEvidence(rules, op, read.detail, facts)
    : changeEvidence(rules, op, read.detail.conversation, isSettled)
}

function sendEvidence(rules: EvidenceRules, op: Op, detail: ConversationDetail, facts: OpFacts): Evidence {
  const { messages } = detail
  if (messages === null) return cannotVerify('uncovered')
  const claimed = new Set(facts.claimedIds)
  if (rules.isContested(op, messages, claimed)) return cannotVerify('short-text')
  const message = rules.findArrival(op, messages, claimed)
  if (message !== null) return { kind: 'done', proof: { kind: 'send', message } }
  if (facts.isRewriting) return cannotVerify('rewritten')
  return rules.reachesBaseline(op, messages) ? { kind: 'absent' } : cannotVerify('uncovered')
}

function changeEvidence(rules: EvidenceRules, op: Op, conversation: Conversation, isSettled: boolean): Evidence {
  if (!rules.hasWantedValues(op, conversation)) return { kind: 'absent' }
  const isMasked = op.attempts.some((attempt) => attempt.isMasked === true)
  return isMasked && !isSettled ? { kind: 'masked' } : { kind: 'done', proof: { kind: 'change', conversation } }
}

function cannotVerify(because: Extract<OpQuestion, { why: 'cannot-verify' }>['because']): Evidence {
  return { kind: 'ask', question: { why: 'cannot-verify', because } }
}

/** Whether the read includes a message from before the attempt. A truncated read proves no absence. */
export function reachesBaseline(op: Op, messages: readonly Message[]): boolean {
  const baseline = firstDoubtful(op)?.baselineIds
  if (baseline === undefined || baseline === null) return false
  return baseline.length === 0 || messages.some((message) => baseline.includes(message.id))
}

/** False when the answer lacks a wanted field. Sending the change again is harmless, because it contains the complete wanted value. */
export function hasWantedValues(op: Op, conversation: Conversation): boolean {
  const { intent } = op
  if (intent.kind === 'close') return conversation.status === 'closed'
  if (intent.kind !== 'patch') return false
  return (
    (intent.status === undefined || conversation.status === intent.status) &&
    (intent.customerName === undefined || conversation.customerName === intent.customerName) &&
    (intent.tags === undefined || isSameList(conversation.tags, intent.tags))
  )
}

/** Whether two lists have the same items, in any order. */
export function isSameList(a: readonly string[] | undefined, b: readonly string[] | undefined): boolean {
  return JSON.stringify(a?.toSorted()) === JSON.stringify(b?.toSorted())
}

/** A conversation with the same contact on the same channel that was not known before the attempt and is not older than it. */
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
  wanted: { readonly customerPhone?: string; readonly customerEmail?: string },
  row: Conversation,
): boolean {
  if (wanted.customerPhone !== undefined) return samePhone(wanted.customerPhone, row.customerPhone)
  return sameEmail(wanted.customerEmail, row.customerEmail)
}
