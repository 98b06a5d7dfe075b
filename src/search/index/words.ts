import { foldPlain, spellingsOf } from './fold.ts'

/** Splits texts into words. In scripts without spaces (Han, kana, Thai and others) and for emoji, each character is a word. */

const UNKNOWN = 0
const GAP = 1
const LETTER = 2
const ALONE = 3
/** Belongs to the character before it: accents, joiners, skin tones. */
const MARK = 4
/** Part of a word between two letters, and a quotation mark elsewhere. */
const APOSTROPHE = 5

const IS_MARK =
  /(?!\p{White_Space})[\p{M}\p{Emoji_Modifier}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u0640\uff9e\uff9f]/u
/** Straight and curly apostrophes, accents and primes typed instead, look-alike letters, and those of Armenian and Hebrew. */
const IS_APOSTROPHE =
  /['`\u00b4\u02b9-\u02bf\u02c8\u055a\u05f3\u05f4\u1fbd\u1fbf\u2018-\u201b\u2032\u2035\ua78b\ua78c\uff07\uff40]/u
const IS_NUMBER = /\p{N}/u
/** Arabic blessings that fold to several words: see fold.ts. */
const IS_PHRASE = /[\ufdfa\ufdfb]/
const IS_ALONE =
  /[\p{Script=Han}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script_Extensions=Hiragana}\p{Script_Extensions=Katakana}]/u
const IS_PICTURE = /[\p{Extended_Pictographic}\p{Regional_Indicator}]/u
const IS_LETTER = /[\p{L}\p{N}]/u

/** Cache of kinds by UTF-16 unit; further characters are in the map. */
const kinds = new Uint8Array(0x1_00_00)
const furtherKinds = new Map<number, number>()

function kindOf(character: string): number {
  if (IS_MARK.test(character)) return MARK
  if (IS_APOSTROPHE.test(character)) return APOSTROPHE
  if (IS_PHRASE.test(character)) return ALONE
  if (IS_PICTURE.test(character)) return ALONE
  if (!IS_LETTER.test(character)) return GAP
  return IS_ALONE.test(character) ? ALONE : LETTER
}

/** `size` is the character's length in UTF-16 units. */
function kindAt(text: string, at: number, size: number): number {
  const unit = text.charCodeAt(at)
  if (size === 1) return kinds[unit] || (kinds[unit] = kindOf(String.fromCharCode(unit)))
  const code = text.codePointAt(at) ?? unit
  let kind = furtherKinds.get(code) ?? UNKNOWN
  if (kind === UNKNOWN) furtherKinds.set(code, (kind = kindOf(String.fromCodePoint(code))))
  return kind
}

function sizeAt(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  if (unit < 0xd800 || unit > 0xdbff) return 1
  const next = text.charCodeAt(at + 1)
  return next >= 0xdc00 && next <= 0xdfff ? 2 : 1
}

/** A folded word and its position in the text, from `start` up to but not including `end`, UTF-16 units. */
export type Word = { readonly word: string; readonly start: number; readonly end: number }

const NONE: readonly Word[] = []

/**
 * Visits each folded word with its position. `also` holds alternatives at the same position: the spelling with ae, oe, ue, and the parts
 * of a word with apostrophes, so that neil and oneil both find O'Neil.
 */
export function eachWord(
  text: string,
  visit: (word: string, start: number, end: number, also: readonly Word[]) => void,
): void {
  let at = 0
  while (at < text.length) {
    const size = sizeAt(text, at)
    const kind = kindAt(text, at, size)
    const start = at
    at += size
    if (kind === GAP || kind === APOSTROPHE) continue
    let pieces: number[] | null = null
    while (at < text.length) {
      const nextSize = sizeAt(text, at)
      const next = kindAt(text, at, nextSize)
      if (next === APOSTROPHE && kind !== ALONE && isBetweenLetters(text, at)) (pieces ??= [start]).push(at, at + 1)
      else if (next !== MARK && (kind === ALONE || next !== LETTER)) break
      at += nextSize
    }
    const plain = pieces === null ? foldPlain(text.slice(start, at)) : null
    if (plain === null) visitComplexWord({ text, start, end: at, pieces }, visit)
    else visit(plain, start, at, NONE)
  }
}

type ComplexWord = {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly pieces: number[] | null
}

function visitComplexWord({ text, start, end, pieces }: ComplexWord, visit: Parameters<typeof eachWord>[1]): void {
  const [word = '', ...others] = spellingsOf(text.slice(start, end))
  if (word === '') return
  if (word.includes(' ')) return word.split(' ').forEach((part) => visit(part, start, end, NONE))
  if (pieces === null && others.length === 0) return visit(word, start, end, NONE)
  const also = others.map((spelling) => ({ word: spelling, start, end }))
  // Alternating starts and ends of the pieces; the last piece ends with the word.
  const edges = pieces === null ? [] : [...pieces, end]
  for (let index = 0; index < edges.length; index += 2) {
    const piece = { start: edges[index] ?? start, end: edges[index + 1] ?? end }
    for (const spelling of spellingsOf(text.slice(piece.start, piece.end)))
      if (spelling !== '') also.push({ word: spelling, ...piece })
  }
  visit(word, start, end, also)
}

/** Digits do not count as letters: 5'10 is two numbers. */
function isBetweenLetters(text: string, at: number): boolean {
  const size = sizeAt(text, at + 1)
  if (at + 1 >= text.length || kindAt(text, at + 1, size) !== LETTER) return false
  return !IS_NUMBER.test(text.slice(at - 1, at)) && !IS_NUMBER.test(text.slice(at + 1, at + 1 + size))
}

export function wordsOf(text: string): readonly string[] {
  const words: string[] = []
  eachWord(text, (word) => words.push(word))
  return words
}

/** The words with ae, oe, ue instead of umlauts; null when there are none. */
export function expandedWordsOf(text: string): readonly string[] | null {
  const words: string[] = []
  let hasOther = false
  eachWord(text, (word, start, end, also) => {
    const other = also.find((alternative) => alternative.start === start && alternative.end === end)?.word
    hasOther ||= other !== undefined
    words.push(other ?? word)
  })
  return hasOther ? words : null
}
