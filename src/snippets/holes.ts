/**
 * A hole is `{{name}}` or `{{name|what to say instead}}`. It lives in the text itself and nowhere else: what is in the composer, in a draft
 * or in an earlier version has its holes with it, and what has none is ready to send.
 */
export type Hole = {
  /** Where it stands, UTF-16 units; `end` is behind it. */
  readonly start: number
  readonly end: number
  readonly name: string
  /** What to say where nothing is known; may be empty. Null: it must be filled by hand. */
  readonly fallback: string | null
}

/** Bounded in every part, so that no text takes long to look through. */
const HOLE = /\{\{[ \t]{0,40}([\p{L}\p{N}_][\p{L}\p{M}\p{N}_ -]{0,39}?)[ \t]{0,40}(?:\|([^{}\n]{0,200}))?\}\}/gu

export function holesIn(text: string): readonly Hole[] {
  // Most words have none, and this is asked at every keystroke.
  if (!text.includes('{{')) return []
  return [...text.matchAll(HOLE)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    name: match[1]?.trim() ?? '',
    fallback: match[2]?.trim() ?? null,
  }))
}

/** The hole that Tab goes to from a caret (the end of the selection); null behind the last. */
export function nextHole(text: string, caret: number): Hole | null {
  return holesIn(text).find((hole) => hole.start >= caret) ?? null
}

/** The hole that Shift+Tab goes to from a caret (the beginning of the selection); null before the first. */
export function previousHole(text: string, caret: number): Hole | null {
  return holesIn(text).findLast((hole) => hole.end <= caret) ?? null
}
