import type { ConversationSummary } from '../db/overlay.ts'
import { isInView } from '../db/views.ts'

/** When the customer started waiting, epoch ms. Null when they are not waiting, or the conversation is resolved or closed. */
export function shownWaitingSince(
  row: Parameters<typeof isInView>[0] & Pick<ConversationSummary, 'waitingSince'>,
): number | null {
  return isInView(row, 'inbox') ? row.waitingSince : null
}

/** Whether a customer has waited longer than the user's target. `targetMs` is null for no target. */
export function isLate(since: number, now: number, targetMs: number | null): boolean {
  return targetMs !== null && now - since > targetMs
}
