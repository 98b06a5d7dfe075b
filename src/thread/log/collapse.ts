import { writeNumber } from '../../shared/region/locale.ts'

/** More than a screenful is shown on demand: a thread of such messages stays readable and quick. */
const MAX_LENGTH = { characters: 2_400, lines: 30 }
/** What is shown of it meanwhile. */
const SHOWN = { characters: 900, lines: 12 }

/** The beginning of a text that is too long to be shown at once; null for one that is not. */
export function collapse(text: string): string | null {
  if (text.length <= MAX_LENGTH.characters && endOfLine(text, MAX_LENGTH.lines) === text.length) return null
  const end = Math.min(endOfLine(text, SHOWN.lines), SHOWN.characters)
  return text.slice(0, wordEnd(text, end)).trimEnd()
}

/** "412 characters", "98 KB": how much there is to show. */
export function lengthWords(text: string): string {
  if (text.length < 10_000) return `${writeNumber(text.length)} characters`
  return `${writeNumber(Math.round(new TextEncoder().encode(text).length / 1024))} KB`
}

/** Where the given number of lines ends. */
function endOfLine(text: string, lines: number): number {
  let end = -1
  for (let line = 0; line < lines; line++) {
    end = text.indexOf('\n', end + 1)
    if (end === -1) return text.length
  }
  return end
}

/** Steps back to the end of a word, if there is one near; never into a pair of surrogates. */
function wordEnd(text: string, end: number): number {
  if (end >= text.length) return text.length
  const space = Math.max(text.lastIndexOf(' ', end), text.lastIndexOf('\n', end))
  if (space > end - 80 && space > 0) return space
  return /[\ud800-\udbff]/.test(text.charAt(end - 1)) ? end - 1 : end
}
