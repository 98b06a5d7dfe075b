import { phoneSpellings } from '../../shared/contact/contact-identity.ts'
import { plainNumber } from '../../shared/contact/phone-number.ts'

/** Phone numbers are written in many ways; what counts is their digits, in whatever script. */

/** Between digits, and around a number: spaces, dashes, brackets, invisible marks. */
const BETWEEN = '\\s()\\uff08\\uff09.\\uff0e/\\p{Pd}\\u2212\\u2800\\p{Cf}\\p{Default_Ignorable_Code_Point}'
/** A run that may be a number: digits in groups, from seven on. */
const RUN = new RegExp(`[+\\uff0b]?[(\\uff08]?\\p{Nd}(?:[${BETWEEN}]{0,4}\\p{Nd}){6,17}`, 'gu')
/** Fewer than this many digits are no telephone number. */
export const MIN_DIGITS = 7

export type PhoneRun = {
  readonly start: number
  readonly end: number
  /** All digits, as in the number's old and new forms. */
  readonly digits: readonly string[]
  /** From the beginning of each of its groups, and with a country's prefix left away. */
  readonly spellings: readonly string[]
}

/** The telephone numbers in a text, each with the ways in which it may be asked for. */
export function phonesIn(text: string): readonly PhoneRun[] {
  return [...text.matchAll(RUN)].map((match) => {
    const [run] = match
    const plain = plainNumber(run)
    const digits = [...new Set([plain.replaceAll(/\D/g, ''), ...phoneSpellings(plain)])]
    return { start: match.index, end: match.index + run.length, digits, spellings: spellingsOf(plain, digits) }
  })
}

function spellingsOf(run: string, digits: readonly string[]): readonly string[] {
  const groups = run.split(/\D+/).filter((group) => group !== '')
  const all = groups.map((_, index) => groups.slice(index).join(''))
  const isInternational = run.startsWith('+') || digits.length > 1
  const national = isInternational ? digits.flatMap((one) => [1, 2, 3].map((length) => one.slice(length))) : []
  return [...new Set([...all, ...national, ...digits])].filter((one) => one.length >= MIN_DIGITS)
}
