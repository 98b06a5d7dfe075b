import type { Review } from '../db/review.ts'
import { writeNumber } from '../shared/region/locale.ts'
import { durationWords } from '../ui/time-words.ts'
import { harmlessLine } from './harmless-text.ts'

/** Customers named; the others are counted. */
const MAX_NAMED = 3

export function awayText({ awayMs }: Review): string {
  return `While you were away for ${durationWords(awayMs)}`
}

/** "3 messages to Ana, John Smith and 2 more"; null when nothing was sent. */
export function sentText({ sent }: Review): string | null {
  if (sent.length === 0) return null
  const count = sent.reduce((sum, { count: sentCount }) => sum + sentCount, 0)
  const names = sent.slice(0, MAX_NAMED).map(({ name }) => harmlessLine(name))
  const more = sent.length - names.length
  const listed = more > 0 ? [...names, `${writeNumber(more)} more`] : names
  const last = listed.pop() ?? ''
  const recipients = listed.length === 0 ? last : `${listed.join(', ')} and ${last}`
  return `${count === 1 ? '1 message' : `${writeNumber(count)} messages`} to ${recipients}`
}
