/**
 * The words both processes speak. Everything here is what the server may say, in our vocabulary:
 * a field that it has not said (missing or null on the wire) is absent, so that spreading a newer
 * answer over an older one never erases what is known.
 */

export const CHANNELS = ['sms', 'email', 'whatsapp', 'instagram', 'facebook', 'voice'] as const
export type Channel = (typeof CHANNELS)[number]

export const STATUSES = ['open', 'resolved', 'closed'] as const
export type Status = (typeof STATUSES)[number]

export type Conversation = {
  /** The server's id. May hold slashes, spaces, `?` or any other character. */
  readonly id: string
  readonly customerId?: string
  readonly customerName?: string
  readonly customerEmail?: string
  readonly customerPhone?: string
  /** One of CHANNELS, or a word this version does not know: shown, never dropped. */
  readonly channel?: string
  /** One of STATUSES, or a word this version does not know: shown, never dropped. */
  readonly status?: string
  readonly subject?: string
  readonly lastMessage?: string
  /** Epoch ms. The start of the conversation or its last message: the server may mean either. */
  readonly timestamp?: number
  readonly unread?: boolean
  readonly tags?: readonly string[]
}

export type Message = {
  readonly id: string
  /** `customer`, `assistant`, or a word this version does not know: shown, never dropped. */
  readonly sender: string
  readonly content: string
  /** Epoch ms by the server's clock; null when the server gave none that can be read. */
  readonly sentAt: number | null
}

/** One page of the list. It has no total: the end is a page shorter than the limit asked for. */
export type ConversationPage = {
  readonly conversations: readonly Conversation[]
  /** Rows without an id: they cannot be kept, but they count towards the length of the page. Absent for none. */
  readonly unreadableRows?: number
  /** Epoch ms of the answer by the server's own clock (its `Date` header); null without one. */
  readonly serverAt: number | null
}

export type ConversationDetail = {
  readonly conversation: Conversation
  /** Oldest first, as delivered; null when the answer held no `messages`, which is not the same as none. */
  readonly messages: readonly Message[] | null
  readonly serverAt: number | null
}

export type SentMessage = {
  readonly messageId: string
  readonly content?: string
  readonly sender?: string
  readonly sentAt?: number
}

export function isChannel(word: string): word is Channel {
  return (CHANNELS as readonly string[]).includes(word)
}

export function isStatus(word: string): word is Status {
  return (STATUSES as readonly string[]).includes(word)
}
