import type { Channel, Status } from '../../src/shared/model.ts'

export const SENDERS = ['customer', 'assistant'] as const
export type Sender = (typeof SENDERS)[number]

/** A person, once, however many conversations and channels they use. */
export type Customer = {
  readonly id: string
  name?: string
  email?: string
  phone?: string
}

export type Message = {
  readonly id: string
  readonly sender: Sender
  readonly content: string
  /** Epoch ms. */
  readonly at: number
}

/** What the server holds of a conversation. Instants are epoch ms. */
export type Conversation = {
  readonly id: string
  readonly customer: Customer
  readonly channel: Channel
  readonly subject?: string
  readonly startedAt: number
  readonly thread: Thread
  /** The code of the language the customer writes in. The API does not say it; the customers' answers need it. */
  readonly language: string
  status: Status
  /** The newest message, or the start while there is none. */
  activityAt: number
  unread: boolean
  tags: readonly string[]
  closedAt?: number
}

/** The messages of a conversation, oldest first. */
export type Thread = {
  read(): readonly Message[]
  add(message: Message): void
}

/**
 * A thread that is written anew at each reading and kept only once something was added to it: an account of 100,000
 * conversations then costs neither the time nor the memory of their messages.
 */
export function createThread(write: () => readonly Message[]): Thread {
  let kept: Message[] | null = null
  return {
    read: () => kept ?? write(),
    add: (message) => {
      kept ??= [...write()]
      kept.push(message)
    },
  }
}
