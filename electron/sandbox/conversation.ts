import type { Channel, Status } from '../../src/shared/model.ts'

export const SENDERS = ['customer', 'assistant'] as const
export type MessageSender = (typeof SENDERS)[number]

/** One customer, who may have several conversations on several channels. */
export type SandboxCustomer = {
  readonly id: string
  name?: string
  email?: string
  phone?: string
}

export type SandboxMessage = {
  readonly id: string
  readonly sender: MessageSender
  readonly content: string
  /** Epoch ms. */
  readonly at: number
}

/** A conversation on the server. Times are epoch ms. */
export type SandboxConversation = {
  readonly id: string
  readonly customer: SandboxCustomer
  readonly channel: Channel
  readonly subject?: string
  readonly startedAt: number
  readonly thread: SandboxThread
  /** The code of the customer's language, for the customer's answers. It is not part of the API. */
  readonly language: string
  status: Status
  /** The time of the newest message, or the start when there is no message. */
  activityAt: number
  unread: boolean
  tags: readonly string[]
  closedAt?: number
}

/** The messages of a conversation, oldest first. */
export type SandboxThread = {
  read(): readonly SandboxMessage[]
  add(message: SandboxMessage): void
}

/**
 * Generates the messages at each read and stores them only after a message is added, so that an account of 100,000 conversations
 * needs little time and memory.
 */
export function createThread(write: () => readonly SandboxMessage[]): SandboxThread {
  let stored: SandboxMessage[] | null = null
  return {
    read: () => stored ?? write(),
    add: (message) => {
      stored ??= [...write()]
      stored.push(message)
    },
  }
}
