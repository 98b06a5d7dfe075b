import { toWellFormed, withoutInvisibleMarks } from './visible-text.ts'

/**
 * Text of a customer's that leaves the window for a place of the system's: a notification, the clipboard. The system draws it beside
 * text of its own, so it must stay one line and must not turn the direction of what is around it.
 */

const LINE_ENDS = /[\s\p{Cc}\p{Zl}\p{Zp}\ufff9-\ufffb]+/gu
/** Embeddings, overrides and isolates, which reach beyond their text when they are not closed. Marks (U+200E, U+200F, U+061C) do not. */
const DIRECTIONS = /[\u202a-\u202e\u2066-\u2069]/g
const NO_CHARACTERS = /\p{Noncharacter_Code_Point}/gu

/** One line, at most `maxLength` UTF-16 units; cut between characters as people see them, with an ellipsis. */
export function systemLine(text: string, maxLength: number): string {
  // What is taken out is rarely more than a few characters, and a text may be a megabyte.
  const beginning = text.slice(0, 8 * maxLength)
  const plain = toWellFormed(beginning)
    .replaceAll(DIRECTIONS, '')
    .replaceAll(NO_CHARACTERS, '')
    .replaceAll(LINE_ENDS, ' ')
  const line = plain.trim()
  if (line.length <= maxLength && beginning.length === text.length) return line
  return `${charactersWithin(line, (kept) => kept.length < maxLength).trimEnd()}…`
}

/** For an address, a number or an id that is copied: one line, and nothing that is not seen. */
export function identifierLine(text: string): string {
  return withoutInvisibleMarks(toWellFormed(text)).replaceAll(/\s+/g, ' ').trim()
}

/** Whole characters from the start, as people count them, as long as they fit: the text so far, and how many. A first one that does not fit is cut. */
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
