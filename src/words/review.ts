import type { Review } from '../db/review.ts'
import { listText } from '../shared/messages/list-text.ts'
import { text } from '../strings/text.ts'
import { durationWords } from '../ui/time-words.ts'
import { shownName } from './shown-name.ts'

/** Customers named; the others are counted. */
const MAX_NAMED = 3

export function awayText({ awayMs }: Review): string {
  return text('words.away.title', { duration: durationWords(awayMs) })
}

/** "3 messages to Ana, John Smith, and 2 more"; null when nothing was sent. */
export function sentText({ sent }: Review): string | null {
  if (sent.length === 0) return null
  const count = sent.reduce((sum, { count: sentCount }) => sum + sentCount, 0)
  const names = sent.slice(0, MAX_NAMED).map(({ name }) => shownName(name))
  const more = sent.length - names.length
  const recipients = more > 0 ? [...names, text('words.away.more', { count: more })] : names
  return text('words.away.sent', { count, names: listText(recipients) })
}
