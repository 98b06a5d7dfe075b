import { MAX_MESSAGE_LENGTH } from '../shared/text/outgoing-text.ts'
import { text } from '../strings/text.ts'

/** Why a text can't be pasted or sent. `length` in UTF-16 units. */
export function tooLongWords(length: number): string {
  return text('words.tooLong', { length, max: MAX_MESSAGE_LENGTH })
}
