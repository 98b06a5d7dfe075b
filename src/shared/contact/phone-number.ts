import { normalised } from '../text/nfc.ts'
import { withoutInvisibleMarks } from '../text/visible-text.ts'

/**
 * Parsing of phone numbers for comparison. It uses no library and no list of assigned numbers: the keys are stored, so they must not
 * change with a library's data. Validation of typed numbers uses libphonenumber-js instead.
 */

export type PhoneNumber = {
  /** ASCII digits; for an international number without `+`, `00` and trunk zero. */
  readonly digits: string
  readonly isInternational: boolean
  /** Digits dialled after the call is answered; empty for none. */
  readonly extension: string
}

/** ASCII without invisible control characters. */
const PLAIN_ASCII = /^[\t\n\v\f\r -~]*$/
const OTHER_DIGIT = /(?![0-9])\p{Nd}/gu
/** Hyphens and dashes, and what is used as one: the minus sign, the Japanese long vowel mark, bullets and middle dots. */
const DASH = /[\p{Pd}\u2212\u30fc\u00b7\u2022\u2219\u30fb\u2044]/gu
/** Includes blank Braille, which Unicode does not count as white space. */
const SPACE = /[\s\u2800]+/g

const SCHEME = /^(?:tel|sms|whatsapp|callto):/i
/** `;ext=` as in RFC 3966, or `x12`, `ext. 12`, `#12`. */
const EXTENSION = /^(.*?\d.*?)[\s,;]*(?:;ext=|ext(?:ension|n)?\.?|x|#|доб\.?)[\s:]*(\d{1,7})#?$/i
const NUMBER = /^[([]*\+?[\d\s()[\].\-/]*$/

/** ITU-T E.164, annex D: a calling code has one to three digits, and none is a prefix of another. */
const CALLING_CODE =
  /^(?:1|7|2[07]|2[1-689]\d|3[0-469]|3[578]\d|4[013-9]|42\d|5[1-8]|5[09]\d|6[0-6]|6[789]\d|8[1246]|8[035789]\d|9[0-58]|9[679]\d)/
/**
 * Calling codes whose numbers may start with 0 (general patterns of libphonenumber's metadata, 2026). Elsewhere a 0 after the calling
 * code is a trunk prefix, as in +44 (0)20 7946 0018.
 */
const ZERO_IS_DIGIT = /^(?:39|47|225|226|227|229|241|242|247|250|267|268|378|379|501|676|679|687|853|992)/
/** The 00 that most countries dial for `+`, if a calling code follows. Other countries dial 011 or 0011, which are ambiguous. */
const DOUBLE_ZERO = /^00(?=[2-9]\d{7,14}$|1[2-9]\d{9}$)/
/**
 * North American numbers are often written as 1 and ten digits. A Chinese mobile number without 86 looks the same and is taken for one;
 * no other national number is that long without a leading 0.
 */
const MIN_UNSIGNED = 11
const MAX_INTERNATIONAL = 15
/** Longer texts, in UTF-16 units, are not parsed. */
const MAX_LENGTH = 64

/** Converts digits, dashes and spaces of every script to ASCII, and removes invisible marks. */
export function plainNumber(text: string): string {
  if (PLAIN_ASCII.test(text)) return text.trim()
  return asciiDigits(normalised(withoutInvisibleMarks(text), 'NFKC'))
    .replace(DASH, '-')
    .replace(SPACE, ' ')
    .trim()
}

/** Converts the decimal digits of every script to ASCII. */
export function asciiDigits(text: string): string {
  return text.replace(OTHER_DIGIT, digitOf)
}

/** Null when the text is no phone number: it contains letters or no digit. */
export function readPhone(text: string | null | undefined): PhoneNumber | null {
  const plain = plainNumber(text ?? '').replace(SCHEME, '')
  if (plain.length > MAX_LENGTH) return null
  const [, base = plain, extension = ''] = EXTENSION.exec(plain) ?? []
  const all = base.replaceAll(/\D/g, '')
  if (all === '' || !NUMBER.test(base)) return null
  const digits = all.replace(DOUBLE_ZERO, '')
  const isSigned = base.includes('+') || digits !== all
  const isLong = digits.length >= MIN_UNSIGNED && digits.length <= MAX_INTERNATIONAL
  const code = isSigned || isLong ? CALLING_CODE.exec(digits)?.[0] : undefined
  if (code === undefined) return { digits: all, isInternational: false, extension }
  const isTrunk = isSigned && !ZERO_IS_DIGIT.test(code)
  const national = digits.slice(code.length)
  return { digits: code + (isTrunk ? national.replace(/^0/, '') : national), isInternational: true, extension }
}

/** In Unicode, the ten digits of a script are consecutive, starting with zero. */
function digitOf(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  let zero = code
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1
  return String(code - zero)
}
