/** `short` is refused. */
export type Strength = 'short' | 'weak' | 'fair' | 'strong'

/** Code points. */
export const MIN_LENGTH = 10
/** Bits of a guess at what a passphrase is worth. Each guess takes scrypt about half a second of a computer's core. */
const FAIR_BITS = 35
const STRONG_BITS = 55

/**
 * A rough guess, for a hint: it knows no dictionary. A letter within a word is worth about two bits, and anything else about four. Repetitions and
 * runs such as `aaaa` and `1234` are worth nothing.
 */
export function strengthOf(passphrase: string): Strength {
  const characters = [...passphrase.normalize('NFKC')]
  if (characters.length < MIN_LENGTH) return 'short'
  const bits = characters.reduce((sum, character, index) => sum + worthOf(character, characters[index - 1]), 0)
  const isVaried = new Set(characters).size >= 6
  if (!isVaried || bits < FAIR_BITS) return 'weak'
  return bits < STRONG_BITS ? 'fair' : 'strong'
}

function worthOf(character: string, before: string | undefined): number {
  const step = before === undefined ? null : (character.codePointAt(0) ?? 0) - (before.codePointAt(0) ?? 0)
  if (step !== null && Math.abs(step) <= 1) return 0
  if (/\s/.test(character)) return 1
  const isInWord = /\p{Ll}/u.test(character) && /^$|[\p{Ll}\s]/u.test(before ?? '')
  return isInWord ? 2.3 : 4
}
