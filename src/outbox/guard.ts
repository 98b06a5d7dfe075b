import type { Op } from '../db/op.ts'
import type { Message } from '../shared/model.ts'

/** Words that waited longer than this may have been overtaken, ms: the undo window does not count, for its author watched it. */
export const STALE_AFTER_MS = 5_000
/** What waited longer than a day is not sent unasked, ms: words of yesterday can do harm today. */
export const OLD_AFTER_MS = 24 * 60 * 60_000

/**
 * The messages of others that a send's author had not seen: of the customer, or of another replier (a colleague, the vendor's AI).
 * `saidAt` is when it was said, by the server's clock: it decides where its author had seen nothing, or a message of our own that
 * a late read does not show yet. Where another's message that its author saw is missing, the read shows only newer ones.
 */
export function newerMessages(
  op: Op,
  messages: readonly Message[],
  claimedIds: ReadonlySet<string>,
  saidAt: number | null,
): readonly string[] {
  if (op.intent.kind !== 'send') return []
  const { seenMessageId } = op.intent
  const seenIndex = messages.findIndex((message) => message.id === seenMessageId)
  const isByTime = seenMessageId === null || claimedIds.has(seenMessageId)
  const isNewer = (message: Message, index: number): boolean => {
    if (seenIndex >= 0) return index > seenIndex
    return !isByTime || (saidAt !== null && message.sentAt !== null && message.sentAt > saidAt)
  }
  return messages
    .filter((message, index) => isNewer(message, index) && !claimedIds.has(message.id))
    .map((message) => message.id)
}
