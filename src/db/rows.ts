import type { Conversation, Message } from '../shared/model.ts'

/** The rows that the tables hold. Persisted: add freely; rename or remove only with a migration. */

/**
 * What the server said of one conversation, under its local id. For a conversation that the server
 * told us of, the local id is the server's id. For one begun on this device it is `local-<uuid>`,
 * and `serverId` (unique, absent until created) is the server's.
 */
export type ConversationRow = Conversation & {
  readonly serverId?: string
  /** Epoch ms: the newest known message, else when a poll saw `lastMessage` change, else `timestamp`. */
  readonly activityAt: number
  /**
   * True while the server has given no time for any of it: `activityAt` then only orders the row, and no time is shown. Absent and
   * false for a time that is known.
   */
  readonly isActivityGuessed?: boolean
  /**
   * The newest message of the thread on this device; null when the thread was read and is empty. Absent while the thread was
   * never read, or since the list showed words that it does not hold: it then wants reading.
   */
  readonly newest?: Newest | null
  /** Epoch ms since when the customer waited, as the thread said before newer words came that are not read yet; absent when nobody did. */
  readonly wasWaitingSince?: number
  /** Epoch ms when the server last answered an op of ours: an answer to an older question says nothing new. */
  readonly touchedAt?: number
}

export type Newest = {
  readonly messageId: string
  readonly sender: string
  /** The first 300 characters: enough for any row. */
  readonly words: string
  /** Epoch ms since when the customer has waited for an answer; null when the last word is ours. */
  readonly waitingSince: number | null
}

/** A thread is one row, as the API delivers it, oldest message first. */
export type ThreadRow = {
  readonly conversationId: string
  readonly messages: readonly Message[]
  /** Epoch ms by this device's clock. */
  readonly readAt: number
}

/** Words being written; one per conversation, kept at every keystroke. */
export type DraftRow = {
  readonly conversationId: string
  readonly text: string
  /** Caret position in UTF-16 units. */
  readonly caret: number
  readonly updatedAt: number
}

/** What a conversation's draft was before; kept apart from the draft, which is written at every keystroke. */
export type DraftVersionsRow = {
  readonly conversationId: string
  /** The newest first. */
  readonly versions: readonly DraftVersion[]
}

/** Words as they stood; `at` is epoch ms of when they were put away. */
export type DraftVersion = { readonly text: string; readonly at: number }

/** Words that are written often, with holes for what differs. */
export type SnippetRow = {
  readonly id: string
  readonly name: string
  /** Typed to find it at once; empty for none. */
  readonly shortcut: string
  readonly text: string
}

/** What this device's people wrote about a customer. The API has no call for it, so it stays here. */
export type NoteRow = {
  /** Whose: the customer's id, phone number or address, see customer-key.ts. */
  readonly customerKey: string
  readonly text: string
  readonly updatedAt: number
}

/** One server message answers one op: the primary key enforces it. */
export type ClaimRow = { readonly messageId: string; readonly opId: string; readonly conversationId: string }

/** What this device last showed of a conversation. The API has no call for "read", so it stays here. */
export type SeenRow = {
  readonly conversationId: string
  /** The list's last words at that time; empty when it gave none. */
  readonly lastMessage: string
  /** The user's reply since then: the list may show it as the last message. */
  readonly answer?: string
  /** The thread's last message at that time; absent when the thread had not been read. */
  readonly messageId?: string
  /** Epoch ms. */
  readonly seenAt: number
  /** Marked as unread by hand since: it counts as unread whatever the server says, until it is opened again. */
  readonly isMarkedUnread?: boolean
}

export type MetaRow = { readonly name: string; readonly value: unknown }

/** What this device's person has put on a conversation. The API has no call for it, so it stays here. Persisted. */
export type FlagsRow = {
  readonly conversationId: string
  /** Epoch ms; absent without a star. */
  readonly starredAt?: number
  readonly snooze?: Snooze
  /** The end of its last snooze, where that was its time. */
  readonly back?: Back
}

export type Snoozed = {
  /** Epoch ms by the wall clock: nine o'clock is nine o'clock, whatever the machine did meanwhile. */
  readonly until: number
  /** It comes back only if the customer has not written by then. */
  readonly unlessReply: boolean
}

/** What was known when it was put off, to tell the customer's next words by. */
export type Snooze = Snoozed & {
  /** Epoch ms. */
  readonly setAt: number
  /** The newest message; null in an empty thread, absent while the thread was not on this device. */
  readonly knownId?: string | null
  /** The last words in the list; empty when it gave none. */
  readonly knownWords: string
}

/** `at` is epoch ms. */
export type Back = { readonly at: number; readonly unlessReply: boolean }

/** What of a conversation a command changes, and undo sets back. Persisted: add freely; rename or remove only with a migration. */
export const FIELD_NAMES = ['status', 'tags', 'seen', 'star', 'snooze', 'name'] as const
export type FieldName = (typeof FIELD_NAMES)[number]

/** One field of one conversation, as it was and as it was made. Plain words, so that they can be kept. */
export type FieldChange = { readonly conversationId: string; readonly before: string; readonly after: string }

/** What a person did in one go is a step: a row, or many where many conversations were changed. Persisted. */
export type JournalRow = {
  readonly seq: number
  readonly stepId: string
  readonly field: FieldName
  /** Epoch ms; the same in all rows of a step. */
  readonly doneAt: number
  readonly changes: readonly FieldChange[]
}
