import type { ThreadChange } from '../db/cache.ts'

/** Something new that a customer said. */
export type NewMessage = {
  readonly conversationId: string
  readonly words: string
  /** Epoch ms by the server's clock, or by this device's where the server gave no time. */
  readonly at: number
}

/**
 * What a read of a thread brought that is worth telling a person: the newest message, if it is the customer's and was not here before.
 * Null `since`: the first sync is not over, and nothing is news yet. A thread that was never here is news only by its time.
 */
export function findNews(change: ThreadChange, since: number | null, now: number): NewMessage | null {
  const last = change.messages.at(-1)
  if (since === null || last?.sender !== 'customer') return null
  const { messagesBefore } = change
  if (messagesBefore?.some((message) => message.id === last.id) === true) return null
  if (last.sentAt === null ? messagesBefore === undefined : last.sentAt < since) return null
  return { conversationId: change.after.id, words: last.content, at: last.sentAt ?? now }
}
