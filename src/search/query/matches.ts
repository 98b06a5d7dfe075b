import { beginsWith } from '../../shared/text/hangul.ts'
import { phonesIn } from '../index/phones.ts'
import type { Part, Query } from './query.ts'
import { eachWord, type Word } from '../index/words.ts'

/** From `start`, before `end`, UTF-16 units. */
export type Range = { readonly start: number; readonly end: number }

/** The words that stand in one place: the word as it is, then what else may be typed for it. */
type Place = readonly [Word, ...Word[]]

/** Where in a text stands what was asked for: in order, apart from one another, and never in the middle of a character. */
export function rangesOf(text: string, query: Query): readonly Range[] {
  const places: Place[] = []
  eachWord(text, (word, start, end, also) => places.push([{ word, start, end }, ...also]))
  const wanted = query.parts.filter((part) => !part.isNegated)
  const ranges = wanted.flatMap((part) => [...runsOf(places, part), ...phoneRangesOf(text, part)])
  return joined(onCharacters(text, ranges))
}

function runsOf(places: readonly Place[], { words, also, isOpen }: Part): readonly Range[] {
  const spellings = also === undefined ? [words] : [words, also]
  return places.flatMap((_, at) => {
    const run = words.map((_word, index) =>
      places[at + index]?.find((there) =>
        spellings.some((spelling) => isMeant(there.word, spelling[index] ?? '', isOpen && index === words.length - 1)),
      ),
    )
    const [first, last] = [run[0], run.at(-1)]
    return first === undefined || last === undefined || run.includes(undefined)
      ? []
      : [{ start: first.start, end: last.end }]
  })
}

function isMeant(there: string, word: string, mayGoOn: boolean): boolean {
  return mayGoOn ? beginsWith(there, word) : there === word
}

function phoneRangesOf(text: string, { digits, words }: Part): readonly Range[] {
  if (digits === null) return []
  return phonesIn(text).filter(
    ({ digits: all, spellings }) =>
      all.some((one) => one.includes(digits)) || spellings.some((one) => one.startsWith(words[0] ?? digits)),
  )
}

/** An emoji may be several words: all of it is shown as found. */
function onCharacters(text: string, ranges: readonly Range[]): readonly Range[] {
  if (ranges.length === 0 || PLAIN.test(text)) return ranges
  const characters = new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)
  return ranges.map(({ start, end }) => {
    const last = characters.containing(end - 1)
    return {
      start: characters.containing(start)?.index ?? start,
      end: last === undefined ? end : last.index + last.segment.length,
    }
  })
}

// oxlint-disable-next-line no-control-regex -- it is the range that is meant
const PLAIN = /^[\u0000-\u007f]*$/

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
