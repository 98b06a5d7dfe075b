import type { ThreadChange } from '../db/cache.ts'
import type { NewMessage } from '../db/notices.ts'

/**
 * The newest message of a thread, if it is from the customer and this device did not have it. Null `since`: the first sync is running,
 * and no message counts as new. In a thread that this device did not have, a message is new only if it was sent after `since`.
 */
export function findNewMessage(change: ThreadChange, since: number | null, now: number): NewMessage | null {
  const last = change.messages.at(-1)
  if (since === null || last?.sender !== 'customer') return null
  const { messagesBefore } = change
  if (messagesBefore?.some((message) => message.id === last.id) === true) return null
  if (last.sentAt === null ? messagesBefore === undefined : last.sentAt < since) return null
  return { conversationId: change.after.id, text: last.content, at: last.sentAt ?? now }
}
