/**
 * A placeholder is `{{name}}` or `{{name|fallback}}`. It exists only as text, so drafts and earlier versions keep their
 * placeholders, and a text without one is ready to send.
 */
export type Placeholder = {
  /** UTF-16 units; `end` is exclusive. */
  readonly start: number
  readonly end: number
  readonly name: string
  /** The text when the value is unknown; may be empty. Null when the user must fill it in. */
  readonly fallback: string | null
}

/** Every part is bounded, so that matching stays fast on any text. */
const PLACEHOLDER = /\{\{[ \t]{0,40}([\p{L}\p{N}_][\p{L}\p{M}\p{N}_ -]{0,39}?)[ \t]{0,40}(?:\|([^{}\n]{0,200}))?\}\}/gu

export function placeholdersIn(text: string): readonly Placeholder[] {
  // Runs at every keystroke, and most texts have no placeholder.
  if (!text.includes('{{')) return []
  return [...text.matchAll(PLACEHOLDER)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    name: match[1]?.trim() ?? '',
    fallback: match[2]?.trim() ?? null,
  }))
}

/** The placeholder that Tab selects; null after the last. `caret` is the end of the selection. */
export function nextPlaceholder(text: string, caret: number): Placeholder | null {
  return placeholdersIn(text).find((placeholder) => placeholder.start >= caret) ?? null
}

/** The placeholder that Shift+Tab selects; null before the first. `caret` is the start of the selection. */
export function previousPlaceholder(text: string, caret: number): Placeholder | null {
  return placeholdersIn(text).findLast((placeholder) => placeholder.end <= caret) ?? null
}
