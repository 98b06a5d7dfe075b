import { beginsWith } from '../../shared/text/hangul.ts'
import { expandedWordsOf, wordsOf } from './words.ts'

/** What a filter asks of a channel, a status or a tag. */
export type LabelFilter = { readonly words: readonly string[]; readonly also?: readonly string[] }

/** The words of a label, in each way in which they may be written. */
export function labelWords(label: string): readonly string[] {
  const expanded = expandedWordsOf(label)
  return [wordsOf(label), ...(expanded === null ? [] : [expanded])].map((words) => words.join(' '))
}

export function isLabelBegun(label: readonly string[], { words, also }: LabelFilter): boolean {
  const wanted = [words, ...(also === undefined ? [] : [also])].map((one) => one.join(' '))
  return label.some((spelling) => wanted.some((one) => beginsWith(spelling, one)))
}
