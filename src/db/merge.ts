import type { Conversation, Message } from '../shared/model.ts'
import { isSameText } from '../shared/text/same-text.ts'
import { beginningOf } from '../shared/sane-values.ts'
import type { ConversationRow, Newest } from './rows.ts'

/** What a row becomes when the server says something of it. Pure: the same for the app and for the simulation of it. */

/** How much of a message a row keeps, UTF-16 units. */
const ROW_WORDS = 300

export type RequestTiming = {
  /** Epoch ms when the request left. An answer older than what we have since been told changes nothing. */
  readonly askedAt: number
  readonly now: number
}

/** One row of a page, before and after. `after` is `before` itself when nothing was new. */
export type Merged = { readonly before: ConversationRow | undefined; readonly after: ConversationRow }

/**
 * What is known with what was told laid over it, field by field: a field that was not told stays. Gives `known` itself when nothing
 * changed, so that nothing is written.
 */
export function mergeRow(
  known: ConversationRow | undefined,
  told: Conversation,
  asked: RequestTiming,
): ConversationRow {
  const { id, ...fields } = told
  if (known === undefined) return { ...fields, id, ...firstActivity(told, asked) }
  if (isOvertaken(known, asked) || !isNews(known, fields)) return known
  const merged = { ...known, ...fields, ...keptUnread(known, told), ...learnedActivity(known, told) }
  if (!hasMoved(known, told)) return isNews(known, merged) ? merged : known
  if (known.newest != null && holdsWords(known.newest, told) && !hasLaterStamp(known, told)) return merged
  // Words that the thread on this device does not hold: it wants reading, and the conversation moved when we noticed.
  const { newest, ...moved } = merged
  // Whoever waits goes on waiting until the thread says otherwise: nobody leaves a list for the second that the reading takes.
  const waited = newest?.waitingSince == null ? {} : { wasWaitingSince: newest.waitingSince }
  const movedAt = told.timestamp !== undefined && told.timestamp > (known.timestamp ?? 0) ? told.timestamp : asked.now
  if (known.isActivityGuessed === true) return { ...moved, ...waited, activityAt: movedAt, isActivityGuessed: false }
  return { ...moved, ...waited, activityAt: Math.max(known.activityAt, movedAt) }
}

/** A conversation of which the server gives no time is in its place from when we met it, and shows no time. */
function firstActivity(
  told: Conversation,
  asked: RequestTiming,
): Pick<ConversationRow, 'activityAt' | 'isActivityGuessed'> {
  return told.timestamp === undefined
    ? { activityAt: asked.now, isActivityGuessed: true }
    : { activityAt: told.timestamp }
}

/** The first time that the server gives takes the place of the guess. */
function learnedActivity(
  known: ConversationRow,
  { timestamp }: Conversation,
): Pick<ConversationRow, 'activityAt' | 'isActivityGuessed'> | null {
  if (known.isActivityGuessed !== true || timestamp === undefined) return null
  return { activityAt: timestamp, isActivityGuessed: false }
}

/** Whether the list shows that something was said since: other words, or the same ones with a later stamp. */
export function hasMoved(known: ConversationRow, told: Conversation | ConversationRow): boolean {
  return (told.lastMessage !== undefined && told.lastMessage !== known.lastMessage) || hasLaterStamp(known, told)
}

/** The server's stamp may be the start of the conversation, and then never changes; or its last message, and then says this. */
function hasLaterStamp(known: ConversationRow, told: Conversation): boolean {
  const { timestamp } = told
  if (timestamp === undefined || known.timestamp === undefined) return false
  return timestamp > known.timestamp && timestamp > known.activityAt
}

function holdsWords(newest: Newest, told: Conversation): boolean {
  return told.lastMessage !== undefined && isSameText(newest.words, beginningOf(told.lastMessage, ROW_WORDS))
}

/** The server's `unread` raises and never lowers: for the words that it was raised for, only this device's own showing does. */
function keptUnread(known: ConversationRow, told: Conversation): { readonly unread?: true } {
  if (known.unread !== true || told.unread !== false) return {}
  const isForThese = !hasMoved(known, told) || (known.newest?.sender === 'customer' && holdsWords(known.newest, told))
  return isForThese ? { unread: true } : {}
}

/**
 * An op of ours was answered after this question was asked: what it says may be older than what we know. A change that the
 * clock puts into the future was made before the clock was set back, and holds nothing up.
 */
export function isOvertaken(known: Pick<ConversationRow, 'touchedAt'> | undefined, asked: RequestTiming): boolean {
  const touchedAt = known?.touchedAt
  return touchedAt !== undefined && touchedAt >= asked.askedAt && touchedAt <= asked.now
}

/** The row as its thread's messages make it. */
export function withNewest(
  { wasWaitingSince: _, ...row }: ConversationRow,
  messages: readonly Message[],
): ConversationRow {
  const last = messages.at(-1)
  if (last === undefined) return { ...row, newest: null }
  const newest: Newest = {
    messageId: last.id,
    sender: last.sender,
    words: beginningOf(last.content, ROW_WORDS),
    waitingSince: customerWaitingSince(messages),
  }
  return { ...row, newest, ...activityOf(row, messages) }
}

/** The newest message's time. Without one a row that has a time keeps it, and one that has none goes by the newest time in the thread. */
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

/** A message of the customer's that the thread did not hold makes the row unread, whatever the list says of it. */
export function withRaised(
  row: ConversationRow,
  before: readonly Message[] | undefined,
  messages: readonly Message[],
): ConversationRow {
  const last = messages.at(-1)
  if (before === undefined || last?.sender !== 'customer' || row.unread === true) return row
  return before.some((message) => message.id === last.id) ? row : { ...row, unread: true }
}

/** Epoch ms of the first message of the customer's that nobody has answered; null when the last word is ours. */
export function customerWaitingSince(messages: readonly Message[]): number | null {
  let since: number | null = null
  for (let index = messages.length - 1; index >= 0; index -= 1) {
    const message = messages[index]
    if (message === undefined || message.sender !== 'customer') break
    since = message.sentAt ?? since
  }
  return since
}

export function isNews(known: ConversationRow, told: Partial<ConversationRow>): boolean {
  for (const field of Object.keys(told) as (keyof ConversationRow)[]) {
    const [before, after] = [known[field], told[field]]
    if (before === after) continue
    if (typeof before !== 'object' || typeof after !== 'object') return true
    if (JSON.stringify(before) !== JSON.stringify(after)) return true
  }
  return false
}

export function isSameThread(one: readonly Message[], other: readonly Message[]): boolean {
  return (
    one.length === other.length &&
    one.every((message, index) => {
      const twin = other[index]
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
