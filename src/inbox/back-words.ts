import type { Back } from '../db/rows.ts'

/** Of a conversation that was put off, and is back because its time has come. */
export function backWords({ unlessReply }: Back): string {
  return unlessReply ? 'No reply yet' : 'Back from snooze'
}
