/**
 * Korean words by typed letters. While the user types 한글, the field shows 하, 한, 한ㄱ, 한그. None of these is a prefix of 한글 by
 * characters, but each is by letters.
 */
const HAS_HANGUL = /[\u1100-\u11ff\uac00-\ud7a3]/
const JAMO = /[\u1100-\u11ff\uac00-\ud7a3]/g

const INITIALS = [...'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ']
const VOWELS = 'ㅏ ㅐ ㅑ ㅒ ㅓ ㅔ ㅕ ㅖ ㅗ ㅗㅏ ㅗㅐ ㅗㅣ ㅛ ㅜ ㅜㅓ ㅜㅔ ㅜㅣ ㅠ ㅡ ㅡㅣ ㅣ'.split(' ')
const FINALS =
  ' ㄱ ㄲ ㄱㅅ ㄴ ㄴㅈ ㄴㅎ ㄷ ㄹ ㄹㄱ ㄹㅁ ㄹㅂ ㄹㅅ ㄹㅌ ㄹㅍ ㄹㅎ ㅁ ㅂ ㅂㅅ ㅅ ㅆ ㅇ ㅈ ㅊ ㅋ ㅌ ㅍ ㅎ'.split(' ')

/** Splits Hangul syllables into the letters that are typed. Other words are returned unchanged. */
export function asTyped(word: string): string {
  return HAS_HANGUL.test(word) ? word.replace(JAMO, lettersOf) : word
}

/** Whether the word starts with the text typed so far. */
export function beginsWith(word: string, typed: string): boolean {
  return word.startsWith(typed) || (HAS_HANGUL.test(typed) && asTyped(word).startsWith(asTyped(typed)))
}

function lettersOf(character: string): string {
  const code = character.charCodeAt(0)
  // Unicode 15.1, section 3.12: syllables are in the order of initial, vowel, final; 28 finals (with none), 21 vowels.
  if (code >= 0xac00) {
    const index = code - 0xac00
    return (
      (INITIALS[Math.floor(index / 588)] ?? '') +
      (VOWELS[Math.floor(index / 28) % 21] ?? '') +
      (FINALS[index % 28] ?? '')
    )
  }
  if (code >= 0x11a8) return FINALS[code - 0x11a7] ?? character
  return (code >= 0x1161 ? VOWELS[code - 0x1161] : INITIALS[code - 0x1100]) ?? character
}
