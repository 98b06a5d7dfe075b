import type { Failure } from '../shared/failure.ts'
import type { Message } from '../shared/model.ts'
import { beginningOf } from '../shared/sane-values.ts'
import { hasVisibleText } from '../shared/text/visible-text.ts'
import { findArrival, firstDoubtful, isContested } from './arrival.ts'
import type { ConversationRow, SeenRow, Snoozed } from './rows.ts'
import type { Intent, Op, OpState, OpQuestion } from './op.ts'
import { unknownCustomer } from './unknown-customer.ts'
import { isUnread } from './unreadness.ts'
import { wantedFields } from './wanted.ts'

/** Longer than any name, UTF-16 units: a server may send 100 KB. */
const MAX_NAME = 300

/** What sorts and counts a conversation, with the outbox applied. It needs no sealed field of most rows. */
export type ConversationState = {
  /** The stable local id that screens, routes and ops use. */
  readonly id: string
  /** A known channel or any other value from the server; `unknown` when it gave none. */
  readonly channel: string
  readonly status: string
  /** Epoch ms: the sort key of the conversation. For display use `shownTimeOf`. */
  readonly activityAt: number
  /** No time is known: `activityAt` only sorts. */
  readonly isActivityGuessed?: boolean | undefined
  readonly isUnread: boolean
  /** Epoch ms since when the customer has waited; null when the last message is ours or the thread is not on this device. */
  readonly waitingSince: number | null
  readonly tags: readonly string[]
  /** The most urgent state of its ops. `held`: one is within its undo window. `checking`: the server is asked whether it has one. */
  readonly outboxMark: 'none' | 'waiting' | 'held' | 'sending' | 'checking' | 'asking' | 'failed'
  /** What the failed op does; undefined when none has failed. */
  readonly failedKind?: Intent['kind'] | undefined
  /** False for a conversation begun on this device that the server does not have yet. */
  readonly isOnServer: boolean
}

/** What a row of the list shows: the server's data with the outbox applied. */
export type ConversationSummary = ConversationState & {
  /** The customer's name, else phone number or e-mail address, else "Unknown customer". Never empty; at most MAX_NAME long. */
  readonly name: string
  readonly customerId: string | null
  readonly customerName: string | null
  readonly customerPhone: string | null
  readonly customerEmail: string | null
  readonly subject: string | null
  /** The text of the thread's last message, including queued ones; null when none is known. */
  readonly lastText: string | null
}

/** One bubble. An echo, which is our message before the server has it, carries its op's state. */
export type ThreadItem = {
  /** The server's message id, or the op's id for an echo. */
  readonly key: string
  readonly sender: string
  /** True when this device sent it. */
  readonly isMine: boolean
  readonly content: string
  /** Epoch ms; null when the server gave no time. */
  readonly at: number | null
  readonly echo: Echo | null
}

export type Echo = {
  readonly opId: string
  readonly state: OpState
  readonly failure: Failure | null
  /** Epoch ms of the next attempt; for a held message, the end of its undo window. */
  readonly notBefore: number
  /** What the user must decide; null unless the op asks. */
  readonly question: OpQuestion | null
  /** For a question about newer messages: those messages, oldest first. */
  readonly news: readonly Message[]
  /** Whether the message may already be on the server. */
  readonly mayHaveArrived: boolean
}

/** A failed or asking op other than a send. It is shown above the composer. */
export type Trouble = Echo & { readonly intent: Exclude<Intent, { kind: 'send' }> }

/** What the thread pane shows. */
export type ThreadView = {
  readonly conversation: ConversationSummary
  readonly items: readonly ThreadItem[]
  /** False while this device has never read the thread. The pane then says so instead of showing an empty thread. */
  readonly isOnDevice: boolean
  readonly troubles: readonly Trouble[]
  /** Null when it is not snoozed. */
  readonly snooze: Snoozed | null
}

/** Epoch ms; null when no time of the conversation is known. */
export function shownTimeOf({
  activityAt,
  isActivityGuessed,
}: Pick<ConversationSummary, 'activityAt' | 'isActivityGuessed'>): number | null {
  return isActivityGuessed === true ? null : activityAt
}

type Parts = {
  readonly id: string
  readonly row: ConversationRow | undefined
  readonly ops: readonly Op[]
  readonly seen: SeenRow | undefined
}

/** Applies a conversation's ops, in queue order, to its row. Either may be missing, but not both. */
export function overlayConversation(parts: Parts): ConversationSummary {
  const { row, ops } = parts
  const wanted = wantedFields(ops)
  const name = visibleOrNull(wanted.customerName ?? row?.customerName)
  const phone = visibleOrNull(wanted.customerPhone ?? row?.customerPhone)
  const email = visibleOrNull(wanted.customerEmail ?? row?.customerEmail)
  const lastSend = ops.findLast((op) => op.intent.kind === 'send')
  const ourText = lastSend?.intent.kind === 'send' ? lastSend.intent.content : null
  return {
    ...overlayState(parts),
    name: beginningOf(name ?? phone ?? email ?? unknownCustomer(), MAX_NAME),
    customerId: row?.customerId ?? null,
    customerName: name,
    customerPhone: phone,
    customerEmail: email,
    subject: visibleOrNull(row?.subject),
    lastText: ourText ?? row?.newest?.words ?? row?.lastMessage ?? null,
  }
}

/** The same without what only a shown row needs. This runs a hundred thousand times at each start. */
export function overlayState({ id, row, ops, seen }: Parts): ConversationState {
  const wanted = wantedFields(ops)
  const lastSend = ops.findLast((op) => op.intent.kind === 'send')
  const queuedAt = Math.max(lastSend?.createdAt ?? 0, row === undefined ? (ops[0]?.createdAt ?? 0) : 0)
  const isAnswered = ops.some((op) => op.intent.kind === 'send' && op.state !== 'failed')
  return {
    id,
    channel: wanted.channel ?? row?.channel ?? 'unknown',
    status: wanted.status ?? row?.status ?? 'open',
    activityAt: Math.max(row?.activityAt ?? 0, queuedAt),
    // A queued op has a known time by this device's clock.
    isActivityGuessed: (row?.isActivityGuessed === true && queuedAt === 0) || undefined,
    isUnread: isUnread(row, seen),
    waitingSince: isAnswered ? null : waitingSinceOf(row),
    tags: wanted.tags ?? row?.tags ?? [],
    outboxMark: markOf(ops),
    failedKind: ops.find((op) => op.state === 'failed')?.intent.kind,
    isOnServer: row !== undefined,
  }
}

/** The thread's messages followed by the queued sends. A queued message whose server copy is already in the thread shows once. */
export function overlayThread(input: {
  readonly messages: readonly Message[]
  readonly ops: readonly Op[]
  /** Server ids of the messages that this device sent. */
  readonly claimedIds: ReadonlySet<string>
}): readonly ThreadItem[] {
  const claimedIds = new Set(input.claimedIds)
  const echoes: ThreadItem[] = []
  for (const op of input.ops) {
    if (op.intent.kind !== 'send') continue
    // The thread may be read before the response to the send arrives; the message must still show once.
    // An op that asks or failed always shows. A short text that someone else may have written is not taken for ours.
    const isInTransit = op.state === 'sending' || op.state === 'uncertain' || op.state === 'queued'
    const arrival =
      isInTransit && !isContested(op, input.messages, claimedIds) ? findArrival(op, input.messages, claimedIds) : null
    if (arrival !== null) claimedIds.add(arrival.id)
    else echoes.push(itemOf(op, op.intent.content, input.messages))
  }
  const items = input.messages.map((message) => ({
    key: message.id,
    sender: message.sender,
    isMine: claimedIds.has(message.id),
    content: message.content,
    at: message.sentAt,
    echo: null,
  }))
  return [...items, ...echoes]
}

export function troublesOf(ops: readonly Op[]): readonly Trouble[] {
  return ops.flatMap((op) => {
    const { intent, state } = op
    return intent.kind !== 'send' && (state === 'failed' || state === 'asking') ? [{ ...echoOf(op, []), intent }] : []
  })
}

function itemOf(op: Op, content: string, messages: readonly Message[]): ThreadItem {
  return { key: op.id, sender: 'assistant', isMine: true, content, at: op.createdAt, echo: echoOf(op, messages) }
}

export function echoOf(op: Op, messages: readonly Message[]): Echo {
  const newIds: readonly string[] = op.question?.why === 'stale' ? op.question.newIds : []
  return {
    opId: op.id,
    state: op.state,
    failure: op.failure,
    notBefore: op.notBefore,
    question: op.question,
    news: messages.filter((message) => newIds.includes(message.id)),
    mayHaveArrived: firstDoubtful(op) !== undefined,
  }
}

function waitingSinceOf(row: ConversationRow | undefined): number | null {
  return (row?.newest === undefined ? row?.wasWaitingSince : row.newest?.waitingSince) ?? null
}

function markOf(ops: readonly Op[]): ConversationSummary['outboxMark'] {
  return MARKS.find(([state]) => ops.some((op) => op.state === state))?.[1] ?? 'none'
}

/** Most urgent first. */
const MARKS: readonly (readonly [Op['state'], ConversationSummary['outboxMark']])[] = [
  ['failed', 'failed'],
  ['asking', 'asking'],
  ['uncertain', 'checking'],
  ['sending', 'sending'],
  ['held', 'held'],
  ['queued', 'waiting'],
]

function visibleOrNull(text: string | undefined): string | null {
  return text !== undefined && hasVisibleText(text) ? text : null
}
