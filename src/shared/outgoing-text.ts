import { toNfc } from './nfc.ts'
import { hasVisibleText, toWellFormed } from './visible-text.ts'

/**
 * UTF-16 units. The API names no limit for a message, but takes at most 1 MB a request: every character of a text of this length may be
 * escaped in JSON (6 bytes) and it still fits. The composer also lays out a text of this length within a frame or two.
 */
export const MAX_MESSAGE_LENGTH = 100_000

/** The longest run of units that one unit becomes in NFC, as U+1D160 does. */
const MAX_GROWTH = 3

const LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/g
/**
 * Characters that draw nothing and do nothing: controls, soft hyphens, byte order marks, deprecated format marks, and overrides of
 * direction, which only serve to disguise a text. Joiners, variation selectors, tags (flags) and direction marks stay.
 */
const JUNK =
  // oxlint-disable-next-line no-control-regex -- controls are what this is about
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u202d\u202e\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffb]/g
/** Zero-width spaces separate words in scripts that are written without spaces; elsewhere they are left over from web pages. */
const ZERO_WIDTH_SPACE =
  /(?<![\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\p{Script=Tai_Tham}])\u200b/gu

/**
 * A text as it goes to a customer: NFC, line ends as LF, well-formed, no invisible junk. A person sees no difference, but an SMS may cost
 * half, and what the server stores is what was sent.
 */
export function outgoingText(text: string): string {
  const plain = toWellFormed(text).replaceAll(LINE_ENDS, '\n').replaceAll(ZERO_WIDTH_SPACE, '').replaceAll(JUNK, '')
  return toNfc(plain)
}

/** Whether a message can hold so many UTF-16 units. */
export function fitsInMessage(length: number): boolean {
  return length <= MAX_MESSAGE_LENGTH
}

/** Why a text cannot be sent. */
export type OutgoingProblem = 'nothing-to-see' | 'too-long'

/** Null for a text that can be sent. Cheap enough for every keystroke: linear, and short texts are not converted. */
export function outgoingProblem(text: string): OutgoingProblem | null {
  if (!hasVisibleText(text)) return 'nothing-to-see'
  const isSurelyShort = text.length * MAX_GROWTH <= MAX_MESSAGE_LENGTH
  return isSurelyShort || fitsInMessage(outgoingText(text).length) ? null : 'too-long'
}
