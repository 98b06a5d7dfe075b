import type { Conversation, Message } from '../shared/model.ts'

/** Row types of the tables. Persisted: add freely; rename or remove only with a migration. */

/**
 * The server's data of one conversation, under its local id. For a conversation received from the
 * server, the local id is the server's id. For one begun on this device it is `local-<uuid>`, and
 * `serverId` (unique, absent until created) is the server's.
 */
export type ConversationRow = Conversation & {
  readonly serverId?: string
  /** Epoch ms of the newest known message, else of the poll that saw `lastMessage` change, else `timestamp`. */
  readonly activityAt: number
  /**
   * True while the server has given no time for the conversation: `activityAt` then only sorts the row, and no time is shown. Absent or
   * false when the time is known.
   */
  readonly isActivityGuessed?: boolean
  /**
   * The newest message of the thread on this device; null when the thread was read and is empty. Absent when the thread must be read:
   * it was never read, or the list shows a newer message.
   */
  readonly newest?: Newest | null
  /** `waitingSince` before the newer message that the thread lacks; absent when the customer was not waiting. */
  readonly wasWaitingSince?: number
  /** Epoch ms when the server last answered an op of ours. Responses to requests sent before this are ignored. */
  readonly touchedAt?: number
}

export type Newest = {
  readonly messageId: string
  readonly sender: string
  /** The first 300 UTF-16 units: enough for any row. */
  readonly words: string
  /** Epoch ms since when the customer has waited for an answer; null when the last message is ours. */
  readonly waitingSince: number | null
}

/** A thread is one row, as in the API, oldest message first. */
export type ThreadRow = {
  readonly conversationId: string
  readonly messages: readonly Message[]
  /** Epoch ms by this device's clock. */
  readonly readAt: number
}

/** An unsent text; one per conversation, saved at every keystroke. */
export type DraftRow = {
  readonly conversationId: string
  readonly text: string
  /** Caret position in UTF-16 units. */
  readonly caret: number
  readonly updatedAt: number
}

/** Earlier versions of a draft. Stored apart from the draft, which is written at every keystroke. */
export type DraftVersionsRow = {
  readonly conversationId: string
  /** Newest first. */
  readonly versions: readonly DraftVersion[]
}

/** An earlier text; `at` is the epoch ms when it was replaced. */
export type DraftVersion = { readonly text: string; readonly at: number }

/** A reusable text with placeholders. */
export type SnippetRow = {
  readonly id: string
  readonly name: string
  /** Typed to find it directly; empty for none. */
  readonly shortcut: string
  readonly text: string
}

/** A note about a customer. The API has no notes, so it stays on this device. */
export type NoteRow = {
  /** Hash of the customer's id, phone number or e-mail address; see customer-key.ts and sealing/sealer.ts. */
  readonly customerKey: string
  readonly text: string
  readonly updatedAt: number
}

/** The server message that resulted from an op. The primary key ensures that a message belongs to one op only. */
export type ClaimRow = { readonly messageId: string; readonly opId: string; readonly conversationId: string }

/** What this device last showed of a conversation. The API cannot mark as read, so it stays on this device. */
export type SeenRow = {
  readonly conversationId: string
  /** The list's last message at that time; empty when it gave none. */
  readonly lastMessage: string
  /** The user's reply since then: the list may show it as the last message. */
  readonly answer?: string
  /** The thread's last message at that time; absent when the thread had not been read. */
  readonly messageId?: string
  /** Epoch ms. */
  readonly seenAt: number
  /** The user marked it as unread: it counts as unread, whatever the server says, until it is opened again. */
  readonly isMarkedUnread?: boolean
}

export type MetaRow = { readonly name: string; readonly value: unknown }

/** The user's star and snooze on a conversation. The API has neither, so they stay on this device. Persisted. */
export type FlagsRow = {
  readonly conversationId: string
  /** Epoch ms; absent without a star. */
  readonly starredAt?: number
  readonly snooze?: Snooze
  /** The end of its last snooze, if it ended by time. */
  readonly back?: Back
}

export type Snoozed = {
  /** Epoch ms by the wall clock: sleep of the machine does not delay it. */
  readonly until: number
  /** The conversation comes back only if the customer has not written by then. */
  readonly unlessReply: boolean
}

/** A snooze with the state at its start, from which a newer customer message is recognized. */
export type Snooze = Snoozed & {
  /** Epoch ms. */
  readonly setAt: number
  /** The newest message; null in an empty thread, absent while the thread was not on this device. */
  readonly knownId?: string | null
  /** The list's last message; empty when it gave none. */
  readonly knownWords: string
}

/** `at` is epoch ms. */
export type Back = { readonly at: number; readonly unlessReply: boolean }

/** Fields of a conversation that commands change and undo restores. Persisted: add freely; rename or remove only with a migration. */
export const FIELD_NAMES = ['status', 'tags', 'seen', 'star', 'snooze', 'name'] as const
export type FieldName = (typeof FIELD_NAMES)[number]

/** One field of one conversation before and after a change, serialized as text for storage. */
export type FieldChange = { readonly conversationId: string; readonly before: string; readonly after: string }

/** Part of an undo step, which is one user action: one row, or several when it changed many conversations. Persisted. */
export type JournalRow = {
  readonly seq: number
  readonly stepId: string
  readonly field: FieldName
  /** Epoch ms; the same in all rows of a step. */
  readonly doneAt: number
  readonly changes: readonly FieldChange[]
}
