/**
 * One spelling for all the ways in which a word may be written: case, accents, ligatures, widths, old letters. What is indexed, what
 * is asked for and what is highlighted go through here, so that they meet.
 */

/** Longer ones (keys, addresses of pages, encoded files) are found by their beginning, UTF-16 units. */
const LONGEST_WORD = 40

/** Ranges of what nobody types to find a word. */
const MARKS = new RegExp(
  [
    '\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f\\u0483-\\u0489',
    // Hebrew points; Arabic vowel signs and lengthening.
    '\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7',
    '\\u0610-\\u061a\\u0640\\u064b-\\u065f\\u0670\\u06d6-\\u06dc\\u06df-\\u06e8\\u06ea-\\u06ed',
    // Soft hyphens, joiners, marks of direction; variants and skins of emoji.
    '\\u00ad\\u200b-\\u200f\\u2060\\ufeff\\ufe00-\\ufe0f\\p{Emoji_Modifier}\\u{e0100}-\\u{e01ef}',
  ].reduce((ranges, more) => ranges + more, '[') + ']',
  'gu',
)

/** Letters that do not fall apart into a letter and a mark, as those write them who lack the key. */
const LETTERS: Readonly<Record<string, string>> = {
  ı: 'i',
  ß: 'ss',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ħ: 'h',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ς: 'σ',
  ى: 'ي',
}
const LETTER = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g')
const OTHER_DIGIT = /(?![0-9])\p{Nd}/gu
const NOT_IN_WORDS = /[^\p{L}\p{N}\p{M}\p{Extended_Pictographic}\p{Regional_Indicator}]/gu
// oxlint-disable-next-line no-control-regex -- it is the range that is meant
const PLAIN = /^[\u0000-\u007f]*$/

/** Languages repeat their words: most are folded once. */
const REMEMBERED = 20_000
const remembered = new Map<string, string>()

export function foldWord(word: string): string {
  if (PLAIN.test(word)) return word.slice(0, LONGEST_WORD).toLowerCase()
  const known = remembered.get(word)
  if (known !== undefined) return known
  const folded = fold(word)
  if (remembered.size >= REMEMBERED) remembered.clear()
  if (word.length <= LONGEST_WORD) remembered.set(word, folded)
  return folded
}

function fold(word: string): string {
  return [
    ...word
      // No more than this can matter: one letter becomes eighteen at most.
      .slice(0, 4 * LONGEST_WORD)
      .normalize('NFKD')
      .toLowerCase()
      .replace(MARKS, '')
      .replace(LETTER, (letter) => LETTERS[letter] ?? letter)
      .replace(OTHER_DIGIT, digitOf)
      // What is left of syllables and voiced kana comes together again: か is not が.
      .normalize('NFC')
      .replace(NOT_IN_WORDS, ''),
  ]
    .slice(0, LONGEST_WORD)
    .join('')
}

/** The digits of each writing stand in a row of ten, from nought. */
function digitOf(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  let nought = code
  while (code - nought < 9 && /\p{Nd}/u.test(String.fromCodePoint(nought - 1))) nought -= 1
  return String(code - nought)
}
