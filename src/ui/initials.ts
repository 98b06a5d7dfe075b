import { nameWords } from '../shared/text/person-name.ts'

const LETTER = /\p{L}/u
/** Scripts with two initials. In others, two letters would join or form another word. */
const TWO_LETTERS = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u

/** One or two letters for a name; empty for a phone number or an emoji. An email address gives its first letter. */
export function initialsOf(name: string): string {
  const words = nameWords(name)
    .flatMap((word) => word.split(/[._@-]+/u))
    .filter((word) => LETTER.test(word))
  const first = firstLetter(words[0])
  if (first === '' || words.length < 2 || name.includes('@') || !TWO_LETTERS.test(first)) return first
  const last = firstLetter(words[words.length - 1])
  return TWO_LETTERS.test(last) ? first + last : first
}

/** A hue in degrees, the same for the same seed in every run. */
export function hueOf(seed: string): number {
  let hash = 2166136261
  for (let index = 0; index < seed.length; index++) {
    hash = Math.imul(hash ^ seed.charCodeAt(index), 16777619) >>> 0
  }
  return (hash % 24) * 15
}

function firstLetter(word: string | undefined): string {
  const letter = word?.match(LETTER)?.[0] ?? ''
  return letter.toUpperCase()
}
