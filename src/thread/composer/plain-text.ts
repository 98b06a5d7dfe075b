import { outgoingText } from '../../shared/text/outgoing-text.ts'

/** Spaces of other widths. They look alike, and one of them doubles the length of an SMS. The ideographic space stays. */
const SPACES = /[\u00a0\u2000-\u200a\u202f\u205f]/g
/** The placeholder that word processors leave for a picture. */
const PICTURES = /\ufffc/g
/** The lookbehind keeps the match linear: without it, a long run of spaces is tried from each of its characters. */
const SPACES_AT_LINE_END = /(?<![ \t])[ \t]+(?=\n)/g

/** Pasted text in the form that typing would give. */
export function plainText(pasted: string): string {
  return outgoingText(pasted.replaceAll(PICTURES, ''))
    .replaceAll(SPACES, ' ')
    .replaceAll(SPACES_AT_LINE_END, '')
    .replaceAll(/\n{3,}/g, '\n\n')
}
