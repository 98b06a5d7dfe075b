import type { Intent, Op } from '../../db/op.ts'
import type { Message } from '../../shared/model.ts'

export type SendIntent = Extract<Intent, { kind: 'send' }>

/** Words that waited longer than this may have been overtaken, ms: the undo window does not count, for its author watched it. */
export const STALE_AFTER_MS = 5_000
/** What waited longer than a day is not sent unasked, ms: words of yesterday can do harm today. */
export const OLD_AFTER_MS = 24 * 60 * 60_000

/** What the author of a message had seen last when it was said. */
export function lastSeenMessage(messages: readonly Message[]): Pick<SendIntent, 'seenMessageId' | 'seenSentAt'> {
  const last = messages.at(-1)
  if (last === undefined) return { seenMessageId: null }
  return { seenMessageId: last.id, ...(last.sentAt === null ? {} : { seenSentAt: last.sentAt }) }
}

/**
 * The messages of others that a send's author had not seen: of the customer, or of another replier (a colleague, the vendor's AI).
 * Where its author had seen nothing, what came after `saidAt` (when it was said, by the server's clock) is newer. Where a message of
 * our own was seen last and the read lacks it, the read is late or cut off: then its own time by the server's clock decides, for
 * this device's may have been set since. Where another's message that its author saw is missing, the read shows only newer ones.
 */
export function newerMessages(
  op: Op,
  messages: readonly Message[],
  claimedIds: ReadonlySet<string>,
  saidAt: number | null,
): readonly string[] {
  if (op.intent.kind !== 'send') return []
  const { seenMessageId, seenSentAt } = op.intent
  const seenIndex = messages.findIndex((message) => message.id === seenMessageId)
  const isByTime = seenMessageId === null || claimedIds.has(seenMessageId)
  const seenAt = seenMessageId === null ? saidAt : (seenSentAt ?? saidAt)
  const isNewer = (message: Message, index: number): boolean => {
    if (seenIndex >= 0) return index > seenIndex
    return !isByTime || (seenAt !== null && message.sentAt !== null && message.sentAt > seenAt)
  }
  return messages
    .filter((message, index) => isNewer(message, index) && !claimedIds.has(message.id))
    .map((message) => message.id)
}
