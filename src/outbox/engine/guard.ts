import type { Intent, Op } from '../../db/op.ts'
import type { Message } from '../../shared/model.ts'

/**
 * Whether the user must confirm the op before it is sent: it came from a backup, and the device that made the backup may have sent it or may
 * still do so. No read of the server can exclude that.
 */
export function needsConfirmation(op: Op): boolean {
  return op.restoredAt !== undefined && op.confirmed === null
}

export type SendIntent = Extract<Intent, { kind: 'send' }>

/** After a longer wait, newer messages may have made a reply wrong, ms. The undo window does not count: the user was still watching. */
export const STALE_AFTER_MS = 5_000
/** After a longer wait, the user is asked before anything is sent, ms: yesterday's message can do harm today. */
export const OLD_AFTER_MS = 24 * 60 * 60_000

/** The newest message that the author of a reply had on screen. */
export function lastSeenMessage(messages: readonly Message[]): Pick<SendIntent, 'seenMessageId' | 'seenSentAt'> {
  const last = messages.at(-1)
  if (last === undefined) return { seenMessageId: null }
  return { seenMessageId: last.id, ...(last.sentAt === null ? {} : { seenSentAt: last.sentAt }) }
}

/**
 * The ids of messages from others (the customer, a colleague, the vendor's AI) that the author of a send had not seen.
 * - The last seen message is in the read: messages after it are newer.
 * - The author had seen no message: messages after `acceptedAt` are newer. `acceptedAt` is when the op was accepted, by the server's clock.
 * - The last seen message is our own and missing: the read is late or truncated. Messages after its server time are newer, because
 *   this device's clock may have been set since.
 * - The last seen message is someone else's and missing: all messages in the read are newer.
 */
export function newerMessages(
  op: Op,
  messages: readonly Message[],
  claimedIds: ReadonlySet<string>,
  acceptedAt: number | null,
): readonly string[] {
  if (op.intent.kind !== 'send') return []
  const { seenMessageId, seenSentAt } = op.intent
  const seenIndex = messages.findIndex((message) => message.id === seenMessageId)
  const isByTime = seenMessageId === null || claimedIds.has(seenMessageId)
  const seenAt = seenMessageId === null ? acceptedAt : (seenSentAt ?? acceptedAt)
  const isNewer = (message: Message, index: number): boolean => {
    if (seenIndex >= 0) return index > seenIndex
    return !isByTime || (seenAt !== null && message.sentAt !== null && message.sentAt > seenAt)
  }
  return messages
    .filter((message, index) => isNewer(message, index) && !claimedIds.has(message.id))
    .map((message) => message.id)
}
