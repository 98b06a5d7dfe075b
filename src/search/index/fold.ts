import { foldText, foldTextExpanded } from '../../shared/text/fold-text.ts'

/** Folds words for indexing, queries and highlighting: by the rules of foldText, without characters that belong to no word. */

/** Longer words (keys, URLs, encoded files) are cut to this length, UTF-16 units, and found by their beginning. */
const MAX_WORD_LENGTH = 40

/** Includes the apostrophes that Unicode counts as letters. */
const NOT_IN_WORDS =
  /[^\p{L}\p{N}\p{M}\p{Extended_Pictographic}\p{Regional_Indicator}]|[\u02b9-\u02bf\u02c8\ua78b\ua78c]/gu
/** Arabic blessings: one character each that folds to several words. */
const PHRASE = /[\ufdfa\ufdfb]/
const PLAIN = /^[0-9A-Za-z]*$/

/** Size of the cache. Texts repeat their words, so most are folded once. */
const MAX_CACHED = 20_000
const cache = new Map<string, readonly string[]>()

export function foldWord(word: string): string {
  return spellingsOf(word)[0] ?? ''
}

/** The fast path, since a start folds millions of words: lower-cases ASCII words. Null for a word that needs more. */
export function foldPlain(word: string): string | null {
  return PLAIN.test(word) ? word.slice(0, MAX_WORD_LENGTH).toLowerCase() : null
}

/** The folded word, followed by its spelling with ae, oe, ue if it has one. */
export function spellingsOf(word: string): readonly string[] {
  const plain = foldPlain(word)
  if (plain !== null) return [plain]
  const known = cache.get(word)
  if (known !== undefined) return known
  // Limits the work: foldText turns one character into eighteen at most.
  const start = word.slice(0, 4 * MAX_WORD_LENGTH)
  const expanded = foldTextExpanded(start)
  const spellings = [
    wordCharactersOf(foldText(start), word),
    ...(expanded === null ? [] : [wordCharactersOf(expanded, word)]),
  ]
  if (cache.size >= MAX_CACHED) cache.clear()
  if (word.length <= MAX_WORD_LENGTH) cache.set(word, spellings)
  return spellings
}

function wordCharactersOf(folded: string, word: string): string {
  const parts = PHRASE.test(word) ? folded.split(/\s+/) : [folded]
  const words = parts.map((part) => part.replace(NOT_IN_WORDS, '')).join(' ')
  return [...words].slice(0, MAX_WORD_LENGTH).join('')
}
