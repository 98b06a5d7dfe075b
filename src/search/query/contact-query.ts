import { typedDigits } from '../../shared/contact/contact-identity.ts'
import { plainNumber } from '../../shared/contact/phone-number.ts'
import { foldText } from '../../shared/text/fold-text.ts'

/** One letter matches too many customers. */
export const MIN_CONTACT_QUERY = 2

/**
 * The query for customers whose name, address or number matches what is typed; null while that is too short. Operators in it are not
 * interpreted, and a number is found in any format.
 */
export function contactQuery(typed: string): string | null {
  const query = foldText(typed).trim()
  if (query.length < MIN_CONTACT_QUERY) return null
  const number = numberIn(query)
  const words = number === null ? query.replaceAll(/["“”„]/g, ' ').split(/\s+/) : [number]
  const parts = words.flatMap((word) => (word === '' ? [] : [`from:${word}`]))
  return parts.length === 0 ? null : parts.join(' ')
}

/** The digits of what may be a part of a phone number, as its international form has them; null for other text. */
export function numberIn(typed: string): string | null {
  const text = plainNumber(typed).replace(/^(?:tel|sms|whatsapp|callto):/i, '')
  if (/\p{L}/u.test(text) || !/\d/.test(text)) return null
  // A national number starts with 0, which the international form does not have.
  return typedDigits(text).replace(/^0+/, '')
}
