/**
 * The domain types of both processes: the server's data in our vocabulary. A field that is missing
 * or null in a response is absent here, so that spreading a newer response over an older one never
 * erases known values.
 */

export const CHANNELS = ['sms', 'email', 'whatsapp', 'instagram', 'facebook', 'voice'] as const
export type Channel = (typeof CHANNELS)[number]

export const STATUSES = ['open', 'resolved', 'closed'] as const
export type Status = (typeof STATUSES)[number]

export type Conversation = {
  /** The server's id. May contain slashes, spaces, `?` or any other character. */
  readonly id: string
  readonly customerId?: string
  readonly customerName?: string
  readonly customerEmail?: string
  readonly customerPhone?: string
  /** One of CHANNELS, or a value that this version does not know: shown as it is, never dropped. */
  readonly channel?: string
  /** One of STATUSES, or a value that this version does not know: shown as it is, never dropped. */
  readonly status?: string
  readonly subject?: string
  readonly lastMessage?: string
  /** Epoch ms of the start of the conversation or of its last message, depending on the server. */
  readonly timestamp?: number
  readonly unread?: boolean
  readonly tags?: readonly string[]
}

export type Message = {
  readonly id: string
  /** `customer`, `assistant`, or a value that this version does not know: shown as it is, never dropped. */
  readonly sender: string
  readonly content: string
  /** Epoch ms by the server's clock; null when the server gave no valid time. */
  readonly sentAt: number | null
}

/** One page of the list. There is no total: a page shorter than the requested limit is the last. */
export type ConversationPage = {
  readonly conversations: readonly Conversation[]
  /** Number of rows without an id. They cannot be stored, but they count towards the length of the page. Absent for none. */
  readonly unreadableRows?: number
  /** Epoch ms of the response by the server's clock (`Date` header); null without one. */
  readonly serverAt: number | null
}

export type ConversationDetail = {
  readonly conversation: Conversation
  /** Oldest first, as delivered; null when the response has no `messages` field, which differs from an empty one. */
  readonly messages: readonly Message[] | null
  readonly serverAt: number | null
}

export type SentMessage = {
  readonly messageId: string
  readonly content?: string
  readonly sender?: string
  readonly sentAt?: number
}

export function isChannel(value: string): value is Channel {
  return (CHANNELS as readonly string[]).includes(value)
}

export function isStatus(value: string): value is Status {
  return (STATUSES as readonly string[]).includes(value)
}
