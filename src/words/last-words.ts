import { shownContent } from './shown-content.ts'
import { harmlessBeginning } from './harmless-text.ts'

/** A message may be 100 KB long; a row shows two lines of it. UTF-16 units. */
const MAX_LENGTH = 240

/** The beginning of the last message, in one line. */
export function lastMessageLine(content: string): string {
  return harmlessBeginning(shownContent(content), MAX_LENGTH)
}
