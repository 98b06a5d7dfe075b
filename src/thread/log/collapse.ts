import { text } from '../../strings/text.ts'

/** A longer message is collapsed, so that a thread of long messages stays readable and fast. */
const MAX_LENGTH = { characters: 2_400, lines: 30 }
/** The part that is shown while collapsed. */
const COLLAPSED_LENGTH = { characters: 900, lines: 12 }

/** The start of a text that is too long to show; null for a shorter text. */
export function collapse(content: string): string | null {
  if (content.length <= MAX_LENGTH.characters && endOfLine(content, MAX_LENGTH.lines) === content.length) return null
  const end = Math.min(endOfLine(content, COLLAPSED_LENGTH.lines), COLLAPSED_LENGTH.characters)
  return content.slice(0, wordEnd(content, end)).trimEnd()
}

/** The length of a text: "412 characters", "98 KB". */
export function lengthWords(content: string): string {
  const { length } = content
  if (length < 10_000) return text('thread.log.characters', { count: length })
  return text('thread.log.kilobytes', { count: Math.round(new TextEncoder().encode(content).length / 1024) })
}

/** The index at which the given number of lines ends. */
function endOfLine(text: string, lines: number): number {
  let end = -1
  for (let line = 0; line < lines; line++) {
    end = text.indexOf('\n', end + 1)
    if (end === -1) return text.length
  }
  return end
}

/** Moves back to the end of a word, if one is near. Never splits a surrogate pair. */
function wordEnd(text: string, end: number): number {
  if (end >= text.length) return text.length
  const space = Math.max(text.lastIndexOf(' ', end), text.lastIndexOf('\n', end))
  if (space > end - 80 && space > 0) return space
  return /[\ud800-\udbff]/.test(text.charAt(end - 1)) ? end - 1 : end
}
