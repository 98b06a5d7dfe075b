import { foldText, foldTextExpanded } from '../shared/text/fold-text.ts'
import { beginsWith } from '../shared/text/hangul.ts'

/** A text prepared for matching: each of its spellings folded, with the places where words start. */
export type Term = {
  readonly spellings: readonly { readonly text: string; readonly wordStarts: readonly number[] }[]
  /** Typed letters that only occur in sequence match too: `gi` matches Go to Inbox. */
  readonly isFuzzy: boolean
  /** Another name: it counts as a word of the title, and not by its inside. */
  readonly isAlias: boolean
  /** Subtracted from the score of a match in this term. */
  readonly handicap: number
}

/**
 * The worst score of each kind of match. The kinds are further apart than a short text (up to `MAX_SHORT`) and the boosts
 * (up to `MAX_BOOST`) together, so neither lifts a match above one of a better kind.
 */
export const MATCH = { exact: 500, prefix: 400, wordStart: 300, inside: 200, letters: 100 } as const
const MAX_SHORT = 40
/** Texts whose length differs by less than this count as equally short: they keep their order. */
const SHORT_STEP = 12
export const MAX_BOOST = 55

/** The handicap of an alias: it never ranks above a word of a title. */
export const ALIAS_HANDICAP = MAX_SHORT

/** Longer texts are matched by their beginning, UTF-16 units. */
const MAX_TERM = 300
/** Longer queries are no abbreviation, UTF-16 units. */
const MAX_LETTERS = 12

const APOSTROPHES = /(?<=\p{L})['`\u00b4\u02b9-\u02bf\u2018-\u201b\u2032](?=\p{L})/gu
const WORD_START = /(?<![\p{L}\p{N}\p{M}])[\p{L}\p{N}]/gu

export function foldQuery(typed: string): string {
  return foldText(typed).replace(APOSTROPHES, '').replace(/\s+/g, ' ').trim()
}

export function makeTerm(text: string, options: Partial<Omit<Term, 'spellings'>> = {}): Term {
  const beginning = text.slice(0, MAX_TERM)
  const spellings = [foldText(beginning), foldTextExpanded(beginning)].flatMap((folded) => {
    if (folded === null) return []
    const spelled = folded.replace(APOSTROPHES, '').replace(/\s+/g, ' ').trim()
    return [{ text: spelled, wordStarts: [...spelled.matchAll(WORD_START)].map(({ index }) => index) }]
  })
  return { spellings, isFuzzy: false, isAlias: false, handicap: 0, ...options }
}

/** How well a term matches; 0 for not. `query` is folded by `foldQuery` and not empty. */
export function matchTerm({ spellings, isFuzzy, isAlias, handicap }: Term, query: string): number {
  let best = 0
  for (const { text, wordStarts } of spellings) {
    const kind = kindOf(text, wordStarts, query, isFuzzy)
    if (kind === 0 || (isAlias && kind < MATCH.wordStart)) continue
    const counted = isAlias ? MATCH.wordStart : kind
    const longer = Math.floor((text.length - query.length) / SHORT_STEP)
    const short = Math.max(0, MAX_SHORT - longer * 10)
    best = Math.max(best, counted + Math.min(MAX_SHORT, short) - handicap)
  }
  return best
}

function kindOf(text: string, wordStarts: readonly number[], query: string, isFuzzy: boolean): number {
  if (text === query) return MATCH.exact
  if (beginsWith(text, query)) return MATCH.prefix
  const words = query.split(' ')
  const startsWord = (word: string): boolean => wordStarts.some((start) => beginsWith(text.slice(start), word))
  if (words.every(startsWord) || wordStarts.some((start) => text.startsWith(query, start))) return MATCH.wordStart
  if (query.length > 1 && text.includes(query)) return MATCH.inside
  return isFuzzy && isAbbreviation(text, wordStarts, query) ? MATCH.letters : 0
}

/** Whether the letters occur in this order. The first one starts a word; each other one starts a word or is in the same word as the one before. */
function isAbbreviation(text: string, wordStarts: readonly number[], query: string): boolean {
  const letters = query.replaceAll(' ', '')
  if (letters.length < 2 || letters.length > MAX_LETTERS) return false
  // The places where the letters so far can end.
  let ends = wordStarts.filter((start) => text[start] === letters[0])
  for (const letter of letters.slice(1)) {
    const next = new Set<number>()
    for (const end of ends) {
      for (const start of wordStarts) if (start > end && text[start] === letter) next.add(start)
      const wordEnd = wordStarts.find((start) => start > end) ?? text.length
      for (let at = end + 1; at < wordEnd; at += 1) if (text[at] === letter) next.add(at)
    }
    if (next.size === 0) return false
    ends = [...next]
  }
  return true
}
