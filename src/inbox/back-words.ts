import type { Back } from '../db/rows.ts'

/** The label of a conversation whose snooze has ended. */
export function backWords({ unlessReply }: Back): string {
  return unlessReply ? 'No reply yet' : 'Back from snooze'
}
