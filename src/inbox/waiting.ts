import type { ConversationSummary } from '../db/overlay.ts'
import { isInView } from '../db/views.ts'

/** Epoch ms since when the customer waits; null when nobody does. What is resolved or closed is not waited for. */
export function shownWaitingSince(
  row: Parameters<typeof isInView>[0] & Pick<ConversationSummary, 'waitingSince'>,
): number | null {
  return isInView(row, 'inbox') ? row.waitingSince : null
}
