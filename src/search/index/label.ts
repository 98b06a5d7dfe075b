import { beginsWith } from '../../shared/text/hangul.ts'
import { expandedWordsOf, wordsOf } from './words.ts'

/** The wanted words of a channel, status or tag, and their other spelling in `also`. */
export type LabelFilter = { readonly words: readonly string[]; readonly also?: readonly string[] }

/** The folded text of a label in each of its spellings. */
export function labelWords(label: string): readonly string[] {
  const expanded = expandedWordsOf(label)
  return [wordsOf(label), ...(expanded === null ? [] : [expanded])].map((words) => words.join(' '))
}

/** Whether the label starts with the wanted words. */
export function matchesLabel(label: readonly string[], { words, also }: LabelFilter): boolean {
  const wanted = [words, ...(also === undefined ? [] : [also])].map((spelling) => spelling.join(' '))
  return label.some((spelling) => wanted.some((prefix) => beginsWith(spelling, prefix)))
}
