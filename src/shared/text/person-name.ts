import {
  BUSINESS_ENDING,
  DEGREES,
  FAMILY_FIRST,
  FIRST_HALVES,
  LEGAL_BEGINNINGS,
  LEGAL_ENDINGS,
  NOT_ONE_PERSON,
  NOT_ONE_PERSON_IN_CJK,
  PARTICLES,
  SUFFIXES,
  TITLE_OR_NAME,
  TITLES,
} from './name-words.ts'
import { withoutInvisibleMarks } from './visible-text.ts'

/** Longer texts are no names, UTF-16 units. */
const MAX_LENGTH = 80
const MAX_WORDS = 5
/** For a whole name in a script without spaces. */
const MAX_CJK_LETTERS = 8

/** Nicknames, places and notes in brackets or quotes. */
const REMARK = /\([^()]*\)|“[^”]*”|«[^»]*»|(?<=^|\s)"[^"]*"(?=\s|$)/gu
/** "Dr.Anna", without a space. */
const JOINED_TITLE = /\b(Prof|Dr|Mr|Mrs|Ms|Fr|Hr|Ing|Dipl)\.(?=\p{L})/gu
const PICTURE = /[\p{So}\p{Extended_Pictographic}\p{Emoji_Modifier}]/gu
/** Characters that do not occur in the name of one person, except a quote inside a Hebrew word. */
const UNSURE = /[\p{N}@_\\/|&+=<>{}()[\]*#:;!?%~^$€£]|(?<!\p{L})"|"(?!\p{L})/u
const LETTER = /\p{L}/u
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u
/** Scripts with capital letters. They need no zero-width marks inside a word. */
const CASED = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{M}\p{P}]+$/u
const GIVEN_NAME = /^\p{L}[\p{L}\p{M}\p{Join_Control}'’-]{0,28}[\p{L}\p{M}]$/u
/** "Ivanovich", "Sergeevna": the first name is directly before it. */
const PATRONYMIC = /(?:вич|вна|чна)$/iu
const POSSESSIVE = /['’]s$/iu

/**
 * The first name for a greeting: Anna for "Prof. Dr. Anna Weber" and for "Weber, Anna". Null for a company, a group, a number, an initial
 * and every uncertain case: a greeting without a name is better than one with the wrong name.
 */
export function firstNameOf(name: string): string | null {
  if (name.length > MAX_LENGTH || UNSURE.test(withoutRemarks(name))) return null
  const parts = partsOf(name)
  const all = parts.flat()
  if (all.some((word) => isNotOnePerson(word))) return null
  if (
    LEGAL_BEGINNINGS.has(keyOf(all[0])) ||
    (all.length > 1 && parts.some((part) => LEGAL_ENDINGS.has(keyOf(part.at(-1)))))
  )
    return null
  const [only = [], given] = parts.filter((part) => !part.every(isSuffix))
  if (given === undefined) return firstOf(only, { isWhole: true })
  // Require exactly one word before the comma: "Weber, Anna", not "Anna Weber, Berlin".
  const family = only.filter((word) => !PARTICLES.has(keyOf(word)))
  const isSorted = family.length === 1 && parts.filter((part) => !part.every(isSuffix)).length === 2
  return isSorted ? firstOf(given, { isWhole: false }) : null
}

/** The words of a name in spoken order, without titles, suffixes and legal forms. Used for initials. */
export function nameWords(name: string): readonly string[] {
  const [family = [], ...others] = partsOf(name.slice(0, 10 * MAX_LENGTH)).filter(
    (part) => !part.every((word) => isSuffix(word) || LEGAL_ENDINGS.has(keyOf(word))),
  )
  const inOrder =
    family.length === 1 && others.length === 1 ? [...others.flat(), ...family] : [family, ...others].flat()
  const words = withoutEndings(withoutTitles(inOrder), (word) => isSuffix(word) || LEGAL_ENDINGS.has(keyOf(word)))
  return words.length > 0 ? words : inOrder
}

function firstOf(part: readonly string[], { isWhole }: { readonly isWhole: boolean }): string | null {
  const untitled = withoutTitles(part)
  const words = withoutEndings(untitled, isSuffix)
  const [first, second] = words
  // "Frau Weber" has only a family name.
  const isFamilyName = isWhole && untitled.length < part.length && words.length === 1
  if (first === undefined || words.length > MAX_WORDS || isFamilyName) return null
  if (CJK.test(first)) return wholeCjkName(words)
  const key = keyOf(first)
  if (FIRST_HALVES.has(key))
    return GIVEN_NAME.test(second ?? '') && !CASED.test(second ?? '') ? `${first} ${second}` : null
  if (PARTICLES.has(key) || (words.length > 1 && (FAMILY_FIRST.has(key) || TITLE_OR_NAME.has(key)))) return null
  const patronymic = words.findIndex((word, index) => index > 0 && PATRONYMIC.test(word))
  return withNameCase(patronymic > 0 ? (words[patronymic - 1] ?? first) : first, words)
}

/** The whole name, because the first name cannot be identified reliably. */
function wholeCjkName(words: readonly string[]): string | null {
  const name = words.join(' ')
  const isName = words.every((word) => [...word].every((letter) => CJK.test(letter)))
  return isName && !NOT_ONE_PERSON_IN_CJK.test(name) && [...name].length <= MAX_CJK_LETTERS && [...name].length > 1
    ? name
    : null
}

function withNameCase(first: string, words: readonly string[]): string | null {
  if (!GIVEN_NAME.test(first)) return null
  if (!CASED.test(first)) return first
  if (first === first.toLowerCase()) return capitalized(first)
  if (first !== first.toUpperCase()) return first
  // A word in capitals may be an acronym or, before other words, a family name: "WEBER Anna".
  const isAllCapitals = words.length > 1 && words.every((word) => word === word.toUpperCase())
  // The lower case of İ depends on the language.
  return isAllCapitals && first.length > 2 && !first.includes('İ') ? capitalized(first.toLowerCase()) : null
}

function capitalized(word: string): string {
  return word.replaceAll(/(?<=^|[-'’])\p{L}/gu, (letter) => letter.toUpperCase())
}

/** The comma-separated parts of a name, each as a list of words. */
function partsOf(name: string): readonly (readonly string[])[] {
  return withoutRemarks(name)
    .split(/[,،，]/u)
    .map((part) =>
      part
        .split(/\s+/u)
        .map(cleanWord)
        .filter((word) => LETTER.test(word)),
    )
    .filter((part) => part.length > 0)
}

function withoutRemarks(name: string): string {
  return name.normalize('NFC').replaceAll(REMARK, ' ').replaceAll(PICTURE, ' ').replaceAll(JOINED_TITLE, '$1. ')
}

/** Removes zero-width marks, except joiners in scripts whose letters they shape. */
function cleanWord(word: string): string {
  const bare = withoutInvisibleMarks(word)
  return bare === '' || CASED.test(bare) ? bare : word.replaceAll(/[^\P{Cf}\p{Join_Control}]/gu, '')
}

function withoutTitles(words: readonly string[]): readonly string[] {
  const isTitle = (word: string, index: number): boolean =>
    TITLES.has(keyOf(word)) || (index > 0 && DEGREES.has(keyOf(word)) && word.endsWith('.'))
  const first = words.findIndex((word, index) => !isTitle(word, index))
  return first === -1 ? [] : words.slice(first)
}

function withoutEndings(words: readonly string[], isEnding: (word: string) => boolean): readonly string[] {
  let length = words.length
  while (length > 0 && isEnding(words[length - 1] ?? '')) length -= 1
  return words.slice(0, length)
}

function isNotOnePerson(word: string): boolean {
  return NOT_ONE_PERSON.has(keyOf(word)) || BUSINESS_ENDING.test(keyOf(word)) || POSSESSIVE.test(word)
}

function isSuffix(word: string): boolean {
  return SUFFIXES.has(keyOf(word))
}

function keyOf(word: string | undefined): string {
  return (word ?? '').toLowerCase().replaceAll(/[.'’׳]/gu, '')
}
