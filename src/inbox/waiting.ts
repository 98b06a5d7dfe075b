import type { ConversationSummary } from '../db/overlay.ts'
import { isInView } from '../db/views.ts'

/** When the customer started waiting, epoch ms. Null when they are not waiting, or the conversation is resolved or closed. */
export function shownWaitingSince(
  row: Parameters<typeof isInView>[0] & Pick<ConversationSummary, 'waitingSince'>,
): number | null {
  return isInView(row, 'inbox') ? row.waitingSince : null
}
