import type { Channel, Status } from '../../src/shared/model.ts'

export const SENDERS = ['customer', 'assistant'] as const
export type MessageSender = (typeof SENDERS)[number]

/** A person, once, however many conversations and channels they use. */
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

/** What the server holds of a conversation. Instants are epoch ms. */
export type SandboxConversation = {
  readonly id: string
  readonly customer: SandboxCustomer
  readonly channel: Channel
  readonly subject?: string
  readonly startedAt: number
  readonly thread: SandboxThread
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
export type SandboxThread = {
  read(): readonly SandboxMessage[]
  add(message: SandboxMessage): void
}

/**
 * A thread that is written anew at each reading and kept only once something was added to it: an account of 100,000
 * conversations then costs neither the time nor the memory of their messages.
 */
export function createThread(write: () => readonly SandboxMessage[]): SandboxThread {
  let kept: SandboxMessage[] | null = null
  return {
    read: () => kept ?? write(),
    add: (message) => {
      kept ??= [...write()]
      kept.push(message)
    },
  }
}
