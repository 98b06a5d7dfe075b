import { MAX_WORD_LENGTH } from '../shared/spelling.ts'

/** Only words of Latin letters: no dictionary here knows another script, and Chromium gives words of Latin letters with digits too. */
const LATIN_WORD = /^\p{Script=Latin}[\p{Script=Latin}\p{M}'’.·-]*$/u
/** `iPhone`, `fooBar`: names and code. */
const INNER_CAPITAL = /\p{Ll}\p{Lu}/u
/** `SMS`, `VAT`: abbreviations. */
const SMALL_LETTER = /\p{Ll}/u
/** Addresses, paths, tags, file names and numbers: `a@b.example`, `https://…`, `shop.example`, `snake_case`, `#tag`, `24h`. */
const NO_PROSE = /[@_/\\#\d]|\p{L}\.\p{Ll}{2,}/u
const WORD = /[\p{L}\p{M}'’.·-]+/gu
const JOINTS = /['’.·-]+/u

/** The words that a dictionary is asked about. `text`: the text of the field, so that the pieces of an address in it are left out. */
export function checkedWords(words: readonly string[], text: string): readonly string[] {
  const candidates = words.filter(isWord)
  if (candidates.length === 0) return []
  const prose = proseWords(text)
  return candidates.filter((word) => prose.has(word) || !text.includes(word))
}

function isWord(word: string): boolean {
  const isShaped = word.length > 1 && word.length <= MAX_WORD_LENGTH && LATIN_WORD.test(word)
  return isShaped && !INNER_CAPITAL.test(word) && SMALL_LETTER.test(word)
}

/** Every word outside addresses, and the parts of words that are joined, which Chromium gives too. */
function proseWords(text: string): ReadonlySet<string> {
  const found = new Set<string>()
  for (const token of text.split(/\s+/u)) {
    if (NO_PROSE.test(token)) continue
    for (const word of token.match(WORD) ?? []) {
      found.add(word).add(word.replace(/^['’.·-]+|['’.·-]+$/gu, ''))
      for (const part of word.split(JOINTS)) found.add(part)
    }
  }
  return found
}
