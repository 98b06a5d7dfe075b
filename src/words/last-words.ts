import { shownContent } from '../shared/text/shown-content.ts'
import { harmlessBeginning } from './harmless-text.ts'

/** A message may be 100 KB long; a row shows two lines of it. UTF-16 units. */
const MAX_LENGTH = 240

/** The beginning of what was said last, in one line. */
export function lastMessageLine(words: string): string {
  return harmlessBeginning(shownContent(words), MAX_LENGTH)
}
