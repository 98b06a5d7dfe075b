import { beginsWith } from '../../shared/text/hangul.ts'
import { phonesIn } from '../index/phones.ts'
import type { Part, Query } from './query.ts'
import { eachWord, type Word } from '../index/words.ts'

/** From `start` up to but not including `end`, UTF-16 units. */
export type Range = { readonly start: number; readonly end: number }

/** The words at one position of the text: the word itself, then its alternatives. */
type Position = readonly [Word, ...Word[]]

/** The ranges of a text that match the query: sorted, not overlapping, and on character boundaries. */
export function rangesOf(text: string, query: Query): readonly Range[] {
  const positions: Position[] = []
  eachWord(text, (word, start, end, also) => positions.push([{ word, start, end }, ...also]))
  const wanted = query.parts.filter((part) => !part.isNegated)
  const ranges = wanted.flatMap((part) => [...phrasesOf(positions, part), ...phoneRangesOf(text, part)])
  return mergeRanges(toCharacters(text, ranges))
}

function phrasesOf(positions: readonly Position[], { words, also, isOpen }: Part): readonly Range[] {
  const spellings = also === undefined ? [words] : [words, also]
  return positions.flatMap((_, at) => {
    const run = words.map((_word, index) =>
      positions[at + index]?.find((candidate) =>
        spellings.some((spelling) =>
          matchesWord(candidate.word, spelling[index] ?? '', isOpen && index === words.length - 1),
        ),
      ),
    )
    const [first, last] = [run[0], run.at(-1)]
    return first === undefined || last === undefined || run.includes(undefined)
      ? []
      : [{ start: first.start, end: last.end }]
  })
}

function matchesWord(candidate: string, word: string, isPrefix: boolean): boolean {
  return isPrefix ? beginsWith(candidate, word) : candidate === word
}

function phoneRangesOf(text: string, { digits, words }: Part): readonly Range[] {
  if (digits === null) return []
  return phonesIn(text).filter(
    ({ digits: all, spellings }) =>
      all.some((form) => form.includes(digits)) ||
      spellings.some((spelling) => spelling.startsWith(words[0] ?? digits)),
  )
}

/** Extends ranges to whole characters, since an emoji may consist of several words. */
function toCharacters(text: string, ranges: readonly Range[]): readonly Range[] {
  if (ranges.length === 0 || ASCII.test(text)) return ranges
  const characters = new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)
  return ranges.map(({ start, end }) => {
    const last = characters.containing(end - 1)
    return {
      start: characters.containing(start)?.index ?? start,
      end: last === undefined ? end : last.index + last.segment.length,
    }
  })
}

// oxlint-disable-next-line no-control-regex -- the range is intended
const ASCII = /^[\u0000-\u007f]*$/

function mergeRanges(ranges: readonly Range[]): readonly Range[] {
  const merged: Range[] = []
  for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1)
    if (last !== undefined && start < last.end) merged[merged.length - 1] = { ...last, end: Math.max(last.end, end) }
    else merged.push({ start, end })
  }
  return merged
}

/** Length of a snippet, UTF-16 units: what fits into a row. */
const MAX_SNIPPET = 180
/** Text before the first match, UTF-16 units. */
const MAX_LEAD = 40

/** The part of a text with the maxCount matches. */
export function snippetOf(text: string, ranges: readonly Range[]): string {
  if (text.length <= MAX_SNIPPET) return text
  const first = densest(ranges)
  const from = first === null || first.start <= MAX_LEAD ? 0 : wordStart(text, first.start - MAX_LEAD, first.start)
  const to = Math.min(text.length, from + MAX_SNIPPET)
  const end = to === text.length ? to : to - (/[\ud800-\udbff]$/.test(text.slice(to - 1, to)) ? 1 : 0)
  return `${from > 0 ? '…' : ''}${text.slice(from, end)}${end < text.length ? '…' : ''}`
}

function densest(ranges: readonly Range[]): Range | null {
  let best: Range | null = null
  let maxCount = 0
  for (const [index, range] of ranges.entries()) {
    let count = 1
    while ((ranges[index + count]?.end ?? Infinity) <= range.start + MAX_SNIPPET - MAX_LEAD) count += 1
    if (count > maxCount) [best, maxCount] = [range, count]
  }
  return best
}

/** The start of the next word from `from` on; in scripts without spaces, the start of the next character. */
function wordStart(text: string, from: number, before: number): number {
  const gap = text.slice(from, before).search(/\s\S/)
  if (gap !== -1) return from + gap + 1
  return /^[\udc00-\udfff\p{M}]/u.test(text.slice(from, from + 1)) ? from + 1 : from
}
