import { toNfc } from './nfc.ts'
import { hasVisibleText, toWellFormed } from './visible-text.ts'

/**
 * UTF-16 units. The API names no limit for a message, but takes at most 1 MB a request: a unit has at most 3 bytes, and NFC makes at most 3 of
 * one, so a text of this length always fits. The composer also lays it out within a frame or two.
 */
export const MAX_MESSAGE_LENGTH = 100_000

const LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/g
/**
 * Characters that draw nothing and do nothing: controls, soft hyphens, byte order marks, deprecated format marks, and overrides of
 * direction, which only serve to disguise a text. Joiners, variation selectors, tags (flags) and direction marks stay.
 */
const JUNK =
  // oxlint-disable-next-line no-control-regex -- controls are what this is about
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u202d\u202e\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffb]/g
/** Scripts that are written without spaces between words. Han and kana need no mark: a line may break anywhere. */
const UNSPACED = ['Thai', 'Lao', 'Khmer', 'Myanmar', 'Tibetan', 'Tai_Tham', 'Tai_Le', 'New_Tai_Lue', 'Tai_Viet']
  .concat(['Javanese', 'Balinese', 'Cham', 'Sundanese', 'Buginese'])
  .map((script) => `\\p{Script=${script}}`)
  .join('')
/** Zero-width spaces separate words in those scripts, also from a number or a foreign word; elsewhere they are left over from web pages. */
const ZERO_WIDTH_SPACE = new RegExp(`(?<![${UNSPACED}])\\u200b(?![${UNSPACED}])`, 'gu')

/**
 * A text as it goes to a customer: NFC, line ends as LF, well-formed, no invisible junk. A person sees no difference, but an SMS may cost
 * half, and the server stores exactly what was sent.
 */
export function outgoingText(text: string): string {
  const plain = toWellFormed(text).replaceAll(LINE_ENDS, '\n')
  // Looked for first: the expression asks what stands before every character.
  const spaced = plain.includes('\u200b') ? plain.replaceAll(ZERO_WIDTH_SPACE, '') : plain
  return toNfc(spaced.replaceAll(JUNK, ''))
}

/** Whether a message can hold so many UTF-16 units. */
export function fitsInMessage(length: number): boolean {
  return length <= MAX_MESSAGE_LENGTH
}

/** Why a text cannot be sent. */
export type OutgoingProblem = 'nothing-to-see' | 'too-long'

/** Null for a text that can be sent. Asked at every keystroke: only a text that is too long as typed is converted. */
export function outgoingProblem(text: string): OutgoingProblem | null {
  if (!hasVisibleText(text)) return 'nothing-to-see'
  return fitsInMessage(text.length) || fitsInMessage(outgoingText(text).length) ? null : 'too-long'
}
