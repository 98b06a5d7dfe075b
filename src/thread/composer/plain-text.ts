import { outgoingText } from '../../shared/text/outgoing-text.ts'

/** Spaces of other widths: they look alike, and one of them makes an SMS twice as long. The wide one of Chinese and Japanese stays. */
const SPACES = /[\u00a0\u2000-\u200a\u202f\u205f]/g
/** Left by word processors where a picture was. */
const PICTURES = /\ufffc/g
/** The lookbehind keeps a long run of spaces from being tried once from each of its characters. */
const SPACES_AT_LINE_END = /(?<![ \t])[ \t]+(?=\n)/g

/** Pasted text as if it had been typed. */
export function plainText(pasted: string): string {
  return outgoingText(pasted.replaceAll(PICTURES, ''))
    .replaceAll(SPACES, ' ')
    .replaceAll(SPACES_AT_LINE_END, '')
    .replaceAll(/\n{3,}/g, '\n\n')
}
