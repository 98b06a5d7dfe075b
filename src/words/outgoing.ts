import { writeNumber } from '../shared/region/locale.ts'
import { MAX_MESSAGE_LENGTH } from '../shared/text/outgoing-text.ts'

/** Why a text can't be pasted or sent. `length` in UTF-16 units. */
export function tooLongWords(length: number): string {
  return `This text is too long to send: ${writeNumber(length)} characters. A message can have up to ${writeNumber(MAX_MESSAGE_LENGTH)}.`
}
