import { digitsOf, phonesIn } from './phones.ts'
import type { Part, Query } from './query.ts'
import { eachWord } from './words.ts'

/** From `start`, before `end`, UTF-16 units. */
export type Range = { readonly start: number; readonly end: number }

type Word = Range & { readonly word: string }

/** Where in a text stands what was asked for: in order, and apart from one another. */
export function rangesOf(text: string, query: Query): readonly Range[] {
  const words: Word[] = []
  eachWord(text, (word, start, end) => words.push({ word, start, end }))
  const wanted = query.parts.filter((part) => !part.isNegated)
  return joined(wanted.flatMap((part) => [...runsOf(words, part), ...phoneRangesOf(text, part)]))
}

function runsOf(words: readonly Word[], { words: wanted, isOpen }: Part): readonly Range[] {
  return words.flatMap(({ start }, at) => {
    const last = words[at + wanted.length - 1]
    const isThere = wanted.every((word, index) => {
      const there = words[at + index]?.word
      return isOpen && index === wanted.length - 1 ? there?.startsWith(word) === true : there === word
    })
    return isThere && last !== undefined ? [{ start, end: last.end }] : []
  })
}

function phoneRangesOf(text: string, { digits, words }: Part): readonly Range[] {
  if (digits === null) return []
  return phonesIn(text).filter(
    ({ start, end, spellings }) =>
      digitsOf(text.slice(start, end)).includes(digits) || spellings.some((one) => one.startsWith(words[0] ?? digits)),
  )
}

function joined(ranges: readonly Range[]): readonly Range[] {
  const apart: Range[] = []
  for (const { start, end } of ranges.toSorted((one, other) => one.start - other.start || other.end - one.end)) {
    const last = apart.at(-1)
    if (last !== undefined && start < last.end) apart[apart.length - 1] = { ...last, end: Math.max(last.end, end) }
    else apart.push({ start, end })
  }
  return apart
}

/** As much of a message as a row has room for, UTF-16 units. */
const SNIPPET = 180
/** Words before the first one that was found, UTF-16 units. */
const BEFORE = 40

/** The piece of a text that holds the most of what was found in it. */
export function snippetOf(text: string, ranges: readonly Range[]): string {
  if (text.length <= SNIPPET) return text
  const first = densest(ranges)
  const from = first === null || first.start <= BEFORE ? 0 : wordStart(text, first.start - BEFORE, first.start)
  const to = Math.min(text.length, from + SNIPPET)
  const end = to === text.length ? to : to - (/[\ud800-\udbff]$/.test(text.slice(to - 1, to)) ? 1 : 0)
  return `${from > 0 ? '…' : ''}${text.slice(from, end)}${end < text.length ? '…' : ''}`
}

function densest(ranges: readonly Range[]): Range | null {
  let best: Range | null = null
  let most = 0
  for (const [index, range] of ranges.entries()) {
    let count = 1
    while ((ranges[index + count]?.end ?? Infinity) <= range.start + SNIPPET - BEFORE) count += 1
    if (count > most) [best, most] = [range, count]
  }
  return best
}

/** After the next gap, so that no word is cut; or, in a writing without gaps, wherever a character begins. */
function wordStart(text: string, from: number, before: number): number {
  const gap = text.slice(from, before).search(/\s\S/)
  if (gap !== -1) return from + gap + 1
  return /^[\udc00-\udfff\p{M}]/u.test(text.slice(from, from + 1)) ? from + 1 : from
}
