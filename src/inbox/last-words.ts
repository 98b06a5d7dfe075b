import { harmlessLine } from '../words/harmless-text.ts'

/** A message may be 100 KB long; a row shows two lines of it. */
const MAX_LENGTH = 240

/** The beginning of what was said last, in one line. */
export function lastWordsLine(words: string): string {
  const line = harmlessLine(words.slice(0, 2 * MAX_LENGTH))
  return line.length <= MAX_LENGTH ? line : `${cutAt(line, MAX_LENGTH)}…`
}

/** Not through the middle of a character that takes two units. */
function cutAt(line: string, length: number): string {
  return line
    .slice(0, length)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd()
}
