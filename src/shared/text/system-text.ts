import { toWellFormed, withoutInvisibleMarks } from './visible-text.ts'

/**
 * Cleans a customer's text for notifications and the clipboard. The system shows it beside other text, so it must stay on one line and
 * must not change the direction of the text around it.
 */

const LINE_ENDS = /[\s\p{Cc}\p{Zl}\p{Zp}\ufff9-\ufffb]+/gu
/** Embeddings, overrides and isolates, which affect following text when not closed. Marks (U+200E, U+200F, U+061C) do not. */
const DIRECTIONS = /[\u202a-\u202e\u2066-\u2069]/g
const NO_CHARACTERS = /\p{Noncharacter_Code_Point}/gu

/** One line of at most `maxLength` UTF-16 units, cut between graphemes, with an ellipsis. */
export function systemLine(text: string, maxLength: number): string {
  // Cut early, since a text may be a megabyte. The margin is enough for the characters removed below.
  const beginning = text.slice(0, 8 * maxLength)
  const plain = toWellFormed(beginning)
    .replaceAll(DIRECTIONS, '')
    .replaceAll(NO_CHARACTERS, '')
    .replaceAll(LINE_ENDS, ' ')
  const line = plain.trim()
  if (line.length <= maxLength && beginning.length === text.length) return line
  return `${charactersWithin(line, (kept) => kept.length < maxLength).trimEnd()}…`
}

/** For a copied address, number or id: one line without invisible characters. */
export function identifierLine(text: string): string {
  return withoutInvisibleMarks(toWellFormed(text)).replaceAll(/\s+/g, ' ').trim()
}

/**
 * The longest run of whole graphemes from the start that fits. `fits` receives the text so far and its number of graphemes. If the first
 * grapheme does not fit, it is cut by code points.
 */
export function charactersWithin(text: string, fits: (kept: string, count: number) => boolean): string {
  const cut = (pieces: Iterable<string>): string => {
    let [kept, count] = ['', 0]
    for (const piece of pieces) {
      count += 1
      if (!fits(kept + piece, count)) break
      kept += piece
    }
    return kept
  }
  return cut(graphemesOf(text)) || cut(text)
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

function* graphemesOf(text: string): Generator<string> {
  for (const { segment } of graphemes.segment(text)) yield segment
}
