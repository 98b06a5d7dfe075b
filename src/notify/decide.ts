import type { NewMessage, NoticeFacts } from '../db/notices.ts'
import { isOpenStatus } from '../db/views.ts'
import type { NotificationSettings } from './settings.ts'
import { type Notice, quietNotice, singleNotice, summaryNotice } from './notice.ts'

/** Decides which notifications to show and withdraw, from the new messages and the notifications that are shown already. Pure. */

/** What the database knows about a message's sender. */
export type SenderFacts = {
  /** The customer's name. */
  readonly name: string
  /** The same text was sent from this device. */
  readonly isOurs: boolean
}

/** The notifications that were shown and whose conversations the user has not opened since. */
export type ShownNotifications = {
  /** By conversation: the message, when it was sent and when the notification was shown, epoch ms. */
  readonly messages: ReadonlyMap<string, { readonly text: string; readonly sentAt: number; readonly shownAt: number }>
  /** The conversations in the summary. The others have a notification of their own. */
  readonly inSummary: ReadonlySet<string>
}

export const NO_NOTIFICATIONS: ShownNotifications = { messages: new Map(), inSummary: new Set() }

export type Decision = {
  readonly show: readonly Notice[]
  /** Conversation ids; null for the summary. */
  readonly withdraw: readonly (string | null)[]
  readonly shown: ShownNotifications
}

/**
 * An older message shows no notification, ms. After a weekend the user is notified; after a holiday the list is enough. Three days also
 * allow for a server clock that is a day late.
 */
export const MAX_AGE_MS = 72 * 3_600_000
/** Messages within this time count as one burst, ms. */
export const BURST_MS = 60_000
/** A burst of more conversations becomes one summary. */
export const MAX_AT_ONCE = 3

export type UserFocus = {
  /** The conversation whose thread is on screen while the window has the focus; null for none. */
  readonly onScreenId: string | null
  /** The first sync is running, in which every message would be new. */
  readonly isFirstSync: boolean
}

export type NewsInput = {
  readonly shown: ShownNotifications
  readonly received: readonly NewMessage[]
  readonly senders: ReadonlyMap<string, SenderFacts>
  readonly focus: UserFocus
  readonly settings: NotificationSettings
  readonly now: number
}

export function decideNew(input: NewsInput): Decision {
  const { shown, settings, now } = input
  const relevant = relevantMessages(input)
  if (relevant.length === 0) return { show: [], withdraw: [], shown }
  const isRecent = (shownAt: number): boolean => now - shownAt < BURST_MS
  const recent = [...shown.messages].filter(([, { shownAt }]) => isRecent(shownAt)).map(([id]) => id)
  const burst = new Set([...recent, ...relevant.map(idOf)])
  const messages = new Map(shown.messages)
  for (const { conversationId, text, at } of relevant) messages.set(conversationId, { text, sentAt: at, shownAt: now })
  if (burst.size > MAX_AT_ONCE) {
    const inSummary = new Set([...shown.inSummary, ...burst])
    const withdraw = [...burst].filter((id) => shown.messages.has(id) && !shown.inSummary.has(id))
    return { show: [summaryNotice(inSummary.size, settings)], withdraw, shown: { messages, inSummary } }
  }
  const show = relevant.map((message) =>
    singleNotice(message, input.senders.get(message.conversationId)?.name ?? '', settings),
  )
  return removeFromSummary({ show, withdraw: [], shown: { ...shown, messages } }, new Set(relevant.map(idOf)))
}

/** Takes conversations out of the summary, and withdraws the summary when none is left in it. */
function removeFromSummary(decision: Decision, ids: ReadonlySet<string>): Decision {
  const { withdraw, shown } = decision
  const inSummary = new Set([...shown.inSummary].filter((id) => !ids.has(id)))
  const isOver = shown.inSummary.size > 0 && inSummary.size === 0
  return { ...decision, withdraw: isOver ? [...withdraw, null] : withdraw, shown: { ...shown, inSummary } }
}

function idOf({ conversationId }: NewMessage): string {
  return conversationId
}

/** The newest message of each conversation, where it deserves a notification. */
export function relevantMessages(input: NewsInput): readonly NewMessage[] {
  const { shown, senders, focus, settings, now } = input
  if (!settings.isOn || focus.isFirstSync) return []
  const newest = new Map<string, NewMessage>()
  for (const message of input.received) {
    if (message.at >= (newest.get(message.conversationId)?.at ?? -Infinity)) newest.set(message.conversationId, message)
  }
  return [...newest.values()].filter(
    (message) =>
      message.conversationId !== focus.onScreenId &&
      now - message.at <= MAX_AGE_MS &&
      senders.get(message.conversationId)?.isOurs !== true &&
      isNewer(message, shown.messages.get(message.conversationId)),
  )
}

/** A server's times may be whole seconds. Of two messages in the same second, a different text is the newer one. */
function isNewer(
  { text, at }: NewMessage,
  shown: { readonly text: string; readonly sentAt: number } | undefined,
): boolean {
  if (shown === undefined || at > shown.sentAt) return true
  return at === shown.sentAt && text !== shown.text
}

/** The conversation is on screen, so its notification is withdrawn. */
export function decideSeen(shown: ShownNotifications, conversationId: string): Decision {
  if (!shown.messages.has(conversationId)) return { show: [], withdraw: [], shown }
  const messages = new Map(shown.messages)
  messages.delete(conversationId)
  const withdraw = shown.inSummary.has(conversationId) ? [] : [conversationId]
  return removeFromSummary({ show: [], withdraw, shown: { ...shown, messages } }, new Set([conversationId]))
}

/** The workspace is closed: a click on its notifications would lead nowhere. */
export function decideEnd(shown: ShownNotifications): Decision {
  const singles = [...shown.messages.keys()].filter((id) => !shown.inSummary.has(id))
  return {
    show: [],
    withdraw: shown.inSummary.size > 0 ? [...singles, null] : singles,
    shown: NO_NOTIFICATIONS,
  }
}

/** Whether the user has nothing to do any more: someone has answered, read or finished the conversation, here or elsewhere. */
export function isSettled({ exists, status, isUnread, isSnoozed, isAnswered }: NoticeFacts): boolean {
  return !exists || !isOpenStatus(status) || !isUnread || isSnoozed || isAnswered
}

/** Withdraws the notifications of conversations that are settled. */
export function decideChanged(shown: ShownNotifications, facts: readonly NoticeFacts[]): Decision {
  const settled = facts.filter(isSettled)
  return settled.reduce<Decision>(
    (decision, { conversationId }) => {
      const next = decideSeen(decision.shown, conversationId)
      return { ...next, withdraw: [...decision.withdraw, ...next.withdraw] }
    },
    { show: [], withdraw: [], shown },
  )
}

/** Quiet hours are over: one summary of the messages that came meanwhile and are not settled. */
export function decideQuietEnd(
  shown: ShownNotifications,
  left: readonly NewMessage[],
  settings: NotificationSettings,
  now: number,
): Decision {
  if (left.length === 0 || !settings.isOn) return { show: [], withdraw: [], shown }
  const ids = left.map(idOf)
  const messages = new Map(shown.messages)
  // No burst: the next message is shown singly.
  const shownAt = now - BURST_MS
  for (const { conversationId, text, at } of left) messages.set(conversationId, { text, sentAt: at, shownAt })
  const inSummary = new Set([...shown.inSummary, ...ids])
  const withdraw = ids.filter((id) => shown.messages.has(id) && !shown.inSummary.has(id))
  return { show: [quietNotice(inSummary.size, settings)], withdraw, shown: { messages, inSummary } }
}
