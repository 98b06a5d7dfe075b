import { toNfc } from './nfc.ts'
import { hasVisibleText, toWellFormed } from './visible-text.ts'

/**
 * UTF-16 units. The API has no limit per message but accepts at most 1 MB per request. A unit has at most 3 bytes, and NFC expands it to
 * at most 3 units, so a text of this length always fits. The composer also lays it out within a frame or two.
 */
export const MAX_MESSAGE_LENGTH = 100_000

const LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/g
/**
 * Characters without visible effect: controls, soft hyphens, byte order marks, deprecated format marks, and direction overrides, which
 * only serve to disguise text. Joiners, variation selectors, tags (flags) and direction marks stay.
 */
const JUNK =
  // oxlint-disable-next-line no-control-regex -- control characters are intended
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u202d\u202e\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffb]/g
/** Scripts without spaces between words. Han and kana are not listed: their lines may break anywhere. */
const UNSPACED = ['Thai', 'Lao', 'Khmer', 'Myanmar', 'Tibetan', 'Tai_Tham', 'Tai_Le', 'New_Tai_Lue', 'Tai_Viet']
  .concat(['Javanese', 'Balinese', 'Cham', 'Sundanese', 'Buginese'])
  .map((script) => `\\p{Script=${script}}`)
  .join('')
/** Zero-width spaces separate words in those scripts, including from numbers and foreign words. Elsewhere they are remains of web pages. */
const ZERO_WIDTH_SPACE = new RegExp(`(?<![${UNSPACED}])\\u200b(?![${UNSPACED}])`, 'gu')

/**
 * The text to send to a customer: NFC, LF line ends, well formed, without invisible characters. It looks the same, but an SMS may cost
 * half as much, and the server stores exactly what was sent.
 */
export function outgoingText(text: string): string {
  const plain = toWellFormed(text).replaceAll(LINE_ENDS, '\n')
  // `includes` first, because the regular expression has a slow lookbehind.
  const spaced = plain.includes('\u200b') ? plain.replaceAll(ZERO_WIDTH_SPACE, '') : plain
  return toNfc(spaced.replaceAll(JUNK, ''))
}

/** `length` is in UTF-16 units. */
export function fitsInMessage(length: number): boolean {
  return length <= MAX_MESSAGE_LENGTH
}

/** Why a text cannot be sent. */
export type OutgoingProblem = 'nothing-to-see' | 'too-long'

/** Null for a text that can be sent. Called at every keystroke, so it converts only texts that are too long as typed. */
export function outgoingProblem(text: string): OutgoingProblem | null {
  if (!hasVisibleText(text)) return 'nothing-to-see'
  return fitsInMessage(text.length) || fitsInMessage(outgoingText(text).length) ? null : 'too-long'
}
