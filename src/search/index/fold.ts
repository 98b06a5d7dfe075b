import { foldText, foldTextExpanded } from '../../shared/text/fold-text.ts'

/** Words as they are indexed, asked for and highlighted: folded by the rules of the whole app, without what is in no word. */

/** Longer ones (keys, addresses of pages, encoded files) are found by their beginning, UTF-16 units. */
const MAX_WORD_LENGTH = 40

/** Apostrophes that Unicode counts as letters are left out of words, as the others are. */
const NOT_IN_WORDS =
  /[^\p{L}\p{N}\p{M}\p{Extended_Pictographic}\p{Regional_Indicator}]|[\u02b9-\u02bf\u02c8\ua78b\ua78c]/gu
/** Arabic blessings that are one character each: words of their own, with spaces between them. */
const PHRASE = /[\ufdfa\ufdfb]/
const PLAIN = /^[0-9A-Za-z]*$/

/** Languages repeat their words: most are folded once. */
const REMEMBERED = 20_000
const remembered = new Map<string, readonly string[]>()

export function foldWord(word: string): string {
  return spellingsOf(word)[0] ?? ''
}

/** Null for a word that needs more than lower case. Most do not, and a start folds millions. */
export function foldPlain(word: string): string | null {
  return PLAIN.test(word) ? word.slice(0, MAX_WORD_LENGTH).toLowerCase() : null
}

/** The folded word, and where it has one the spelling with ae, oe, ue. */
export function spellingsOf(word: string): readonly string[] {
  const plain = foldPlain(word)
  if (plain !== null) return [plain]
  const known = remembered.get(word)
  if (known !== undefined) return known
  // No more than this can matter: one letter becomes eighteen at most.
  const start = word.slice(0, 4 * MAX_WORD_LENGTH)
  const expanded = foldTextExpanded(start)
  const spellings = [bare(foldText(start), word), ...(expanded === null ? [] : [bare(expanded, word)])]
  if (remembered.size >= REMEMBERED) remembered.clear()
  if (word.length <= MAX_WORD_LENGTH) remembered.set(word, spellings)
  return spellings
}

function bare(folded: string, word: string): string {
  const parts = PHRASE.test(word) ? folded.split(/\s+/) : [folded]
  const words = parts.map((part) => part.replace(NOT_IN_WORDS, '')).join(' ')
  return [...words].slice(0, MAX_WORD_LENGTH).join('')
}
