import type { Back } from '../db/rows.ts'
import { text } from '../strings/text.ts'

/** The label of a conversation whose snooze has ended. */
export function backWords({ unlessReply }: Back): string {
  return unlessReply ? text('inbox.noReply') : text('inbox.backFromSnooze')
}
