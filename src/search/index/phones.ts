import { phoneSpellings } from '../../shared/contact/contact-identity.ts'
import { plainNumber } from '../../shared/contact/phone-number.ts'

/** Phone numbers in texts. They are compared by their digits, in any script. */

/** Allowed between digits and around a number: spaces, dashes, brackets, invisible marks. */
const BETWEEN = '\\s()\\uff08\\uff09.\\uff0e/\\p{Pd}\\u2212\\u2800\\p{Cf}\\p{Default_Ignorable_Code_Point}'
/** A possible number: groups of digits, seven or more in total. */
const RUN = new RegExp(`[+\\uff0b]?[(\\uff08]?\\p{Nd}(?:[${BETWEEN}]{0,4}\\p{Nd}){6,17}`, 'gu')
/** A phone number has at least this many digits. */
export const MIN_DIGITS = 7

export type PhoneRun = {
  readonly start: number
  readonly end: number
  /** All digits of the number, in its old and new forms. */
  readonly digits: readonly string[]
  /** The digits from the start of each group on, and without a country prefix. */
  readonly spellings: readonly string[]
}

/** The phone numbers in a text, each with the spellings that find it. */
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
  const national = isInternational ? digits.flatMap((form) => [1, 2, 3].map((length) => form.slice(length))) : []
  return [...new Set([...all, ...national, ...digits])].filter((spelling) => spelling.length >= MIN_DIGITS)
}
