import { foldWord } from './fold.ts'

/** Where words begin and end. Han, kana, Thai and others that write without spaces, and emoji: each character is a word. */

const UNKNOWN = 0
const GAP = 1
const LETTER = 2
const ALONE = 3
/** Belongs to whatever it follows: accents, joiners, the colour of a hand. */
const MARK = 4

const IS_MARK = /[\p{M}\p{Emoji_Modifier}\u00ad\u0640\u200b-\u200f\u2060\ufeff]/u
const IS_ALONE =
  /[\p{Script=Han}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script_Extensions=Hiragana}\p{Script_Extensions=Katakana}]/u
const IS_PICTURE = /[\p{Extended_Pictographic}\p{Regional_Indicator}]/u
const IS_LETTER = /[\p{L}\p{N}]/u

/** By UTF-16 unit, filled as they are met. */
const kinds = new Uint8Array(0x1_00_00)
const furtherKinds = new Map<number, number>()

function kindOf(character: string): number {
  if (IS_MARK.test(character)) return MARK
  if (IS_PICTURE.test(character)) return ALONE
  if (!IS_LETTER.test(character)) return GAP
  return IS_ALONE.test(character) ? ALONE : LETTER
}

/** `size` is 2 where the character takes two units. */
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

/** Tells each word, folded, and where it stands in `text`: from `start`, before `end`, UTF-16 units. */
export function eachWord(text: string, tell: (word: string, start: number, end: number) => void): void {
  let at = 0
  while (at < text.length) {
    const size = sizeAt(text, at)
    const kind = kindAt(text, at, size)
    const start = at
    at += size
    if (kind === GAP) continue
    while (at < text.length) {
      const nextSize = sizeAt(text, at)
      const next = kindAt(text, at, nextSize)
      if (next !== MARK && (kind === ALONE || next !== LETTER)) break
      at += nextSize
    }
    const word = foldWord(text.slice(start, at))
    if (word !== '') tell(word, start, at)
  }
}

export function wordsOf(text: string): readonly string[] {
  const words: string[] = []
  eachWord(text, (word) => words.push(word))
  return words
}
