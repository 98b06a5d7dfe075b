import type { Conversation, Message } from '../shared/model.ts'
import { isSameText } from '../shared/text/same-text.ts'
import { beginningOf } from '../shared/sane-values.ts'
import type { ConversationRow, Newest } from './rows.ts'

/** How server data changes a row. Pure, so that the app and the simulation share it. */

/** How much of a message a row stores, UTF-16 units. */
const MAX_ROW_TEXT = 300

export type RequestTiming = {
  /** Epoch ms when the request was sent. A response to a request older than our own newest change is ignored. */
  readonly askedAt: number
  readonly now: number
}

/** One row of a page, before and after. `after` is `before` itself when nothing changed. */
export type Merged = { readonly before: ConversationRow | undefined; readonly after: ConversationRow }

/**
 * Merges received fields into the known row; fields that were not received stay. Returns `known` itself when nothing changed, so that
 * nothing is written.
 */
export function mergeRow(
  known: ConversationRow | undefined,
  received: Conversation,
  timing: RequestTiming,
): ConversationRow {
  const { id, ...fields } = received
  if (known === undefined) return { ...fields, id, ...firstActivity(received, timing) }
  if (isOvertaken(known, timing) || !isNews(known, fields)) return known
  const merged = { ...known, ...fields, ...keptUnread(known, received), ...learnedActivity(known, received) }
  if (!hasMoved(known, received)) return isNews(known, merged) ? merged : known
  if (known.newest != null && isSameAsNewest(known.newest, received) && !hasLaterStamp(known, received)) return merged
  // The thread on this device lacks the new message. Dropping `newest` has the thread read again.
  const { newest, ...withoutNewest } = merged
  // Keep the waiting time until the thread is read, so that the conversation does not leave the Waiting view for a moment.
  const waited = newest?.waitingSince == null ? {} : { wasWaitingSince: newest.waitingSince }
  const { timestamp } = received
  const movedAt = timestamp !== undefined && timestamp > (known.timestamp ?? 0) ? timestamp : timing.now
  if (known.isActivityGuessed === true)
    return { ...withoutNewest, ...waited, activityAt: movedAt, isActivityGuessed: false }
  return { ...withoutNewest, ...waited, activityAt: Math.max(known.activityAt, movedAt) }
}

/** A conversation without a server time is ordered by when this device first received it, and shows no time. */
function firstActivity(
  received: Conversation,
  timing: RequestTiming,
): Pick<ConversationRow, 'activityAt' | 'isActivityGuessed'> {
  return received.timestamp === undefined
    ? { activityAt: timing.now, isActivityGuessed: true }
    : { activityAt: received.timestamp }
}

/** The server's first timestamp replaces the guess. */
function learnedActivity(
  known: ConversationRow,
  { timestamp }: Conversation,
): Pick<ConversationRow, 'activityAt' | 'isActivityGuessed'> | null {
  if (known.isActivityGuessed !== true || timestamp === undefined) return null
  return { activityAt: timestamp, isActivityGuessed: false }
}

/** Whether the list shows a newer message: other text, or the same text with a later timestamp. */
export function hasMoved(known: ConversationRow, received: Conversation | ConversationRow): boolean {
  const { lastMessage } = received
  return (lastMessage !== undefined && lastMessage !== known.lastMessage) || hasLaterStamp(known, received)
}

/** Some servers send the start of the conversation as timestamp, which never changes; others the time of the last message. */
function hasLaterStamp(known: ConversationRow, received: Conversation): boolean {
  const { timestamp } = received
  if (timestamp === undefined || known.timestamp === undefined) return false
  return timestamp > known.timestamp && timestamp > known.activityAt
}

function isSameAsNewest(newest: Newest, received: Conversation): boolean {
  const { lastMessage } = received
  return lastMessage !== undefined && isSameText(newest.words, beginningOf(lastMessage, MAX_ROW_TEXT))
}

/** The server's `unread` can set the mark but not clear it for the same message. Only showing the message on this device clears it. */
function keptUnread(known: ConversationRow, received: Conversation): { readonly unread?: true } {
  if (known.unread !== true || received.unread !== false) return {}
  const isSameMessage =
    !hasMoved(known, received) || (known.newest?.sender === 'customer' && isSameAsNewest(known.newest, received))
  return isSameMessage ? { unread: true } : {}
}

/** How long a response may wait for its transaction, ms. A commit that takes longer is reported. */
const MAX_WAIT_MS = 10_000

/**
 * Whether the server answered an op of ours after this request was sent, so that its response may be older than what we know. That answer
 * may even be newer than the response, which waits for its transaction. A `touchedAt` further in the future was written before the clock was
 * set back, and is ignored.
 */
export function isOvertaken(known: Pick<ConversationRow, 'touchedAt'> | undefined, timing: RequestTiming): boolean {
  const touchedAt = known?.touchedAt
  return touchedAt !== undefined && touchedAt >= timing.askedAt && touchedAt <= timing.now + MAX_WAIT_MS
}

/** The row with the fields that derive from its thread's messages. */
export function withNewest(
  { wasWaitingSince: _, ...row }: ConversationRow,
  messages: readonly Message[],
): ConversationRow {
  const last = messages.at(-1)
  if (last === undefined) return { ...row, newest: null }
  const newest: Newest = {
    messageId: last.id,
    sender: last.sender,
    words: beginningOf(last.content, MAX_ROW_TEXT),
    waitingSince: customerWaitingSince(messages),
  }
  return { ...row, newest, ...activityOf(row, messages) }
}

/** The newest message's time. Without one, a known activity time stays, and a guessed one becomes the newest time in the thread. */
function activityOf(
  row: ConversationRow,
  messages: readonly Message[],
): Pick<ConversationRow, 'activityAt' | 'isActivityGuessed'> {
  const { activityAt, isActivityGuessed } = row
  const sentAt = messages.at(-1)?.sentAt ?? null
  if (sentAt !== null) return { activityAt: sentAt, ...(isActivityGuessed === true && { isActivityGuessed: false }) }
  if (isActivityGuessed !== true) return { activityAt }
  return { activityAt: messages.findLast((message) => message.sentAt !== null)?.sentAt ?? activityAt }
}

/** Marks the row unread when the thread gained a customer message, whatever the list says. */
export function withRaised(
  row: ConversationRow,
  before: readonly Message[] | undefined,
  messages: readonly Message[],
): ConversationRow {
  const last = messages.at(-1)
  if (before === undefined || last?.sender !== 'customer' || row.unread === true) return row
  return before.some((message) => message.id === last.id) ? row : { ...row, unread: true }
}

/** Epoch ms of the customer's first unanswered message; null when the last message is ours. */
export function customerWaitingSince(messages: readonly Message[]): number | null {
  let since: number | null = null
  for (let index = messages.length - 1; index >= 0; index -= 1) {
    const message = messages[index]
    if (message === undefined || message.sender !== 'customer') break
    since = message.sentAt ?? since
  }
  return since
}

/** Whether any received field differs from the known row. */
export function isNews(known: ConversationRow, received: Partial<ConversationRow>): boolean {
  for (const field of Object.keys(received) as (keyof ConversationRow)[]) {
    const [before, after] = [known[field], received[field]]
    if (before === after) continue
    if (typeof before !== 'object' || typeof after !== 'object') return true
    if (JSON.stringify(before) !== JSON.stringify(after)) return true
  }
  return false
}

export function isSameThread(a: readonly Message[], b: readonly Message[]): boolean {
  return (
    a.length === b.length &&
    a.every((message, index) => {
      const twin = b[index]
      return (
        twin !== undefined &&
        message.id === twin.id &&
        message.content === twin.content &&
        message.sender === twin.sender &&
        message.sentAt === twin.sentAt
      )
    })
  )
}
