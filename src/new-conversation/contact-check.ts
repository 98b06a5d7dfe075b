import {
  type CountryCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
  type PhoneNumber,
} from 'libphonenumber-js/min'
import { cleanEmail } from '../shared/contact/contact-identity.ts'
import type { Channel } from '../shared/model.ts'
import { plainNumber, readPhone } from '../shared/contact/phone-number.ts'
import { currentDigits } from '../shared/contact/phone-variants.ts'

/** What the API takes for a contact; `none` where it documents no way to begin. */
export type ContactKind = 'phone' | 'email' | 'none'

const CONTACT_KINDS: Readonly<Record<Channel, ContactKind>> = {
  sms: 'phone',
  whatsapp: 'phone',
  voice: 'phone',
  email: 'email',
  instagram: 'none',
  facebook: 'none',
}

export type ContactCheck =
  /** `value` is what is sent; `words` is how a person reads it. */
  | { readonly ok: true; readonly value: string; readonly words: string }
  | { readonly ok: false; readonly problem: string }

export function contactKindOf(channel: Channel): ContactKind {
  return CONTACT_KINDS[channel]
}

/** The country that a number without `+` is taken to be of: `en-GB` says it, and for `de` it is the likeliest. Null when unknown. */
export function countryOf(language: string): CountryCode | null {
  try {
    const region = new Intl.Locale(language).maximize().region
    return region !== undefined && isSupportedCountry(region) ? region : null
  } catch {
    return null
  }
}

/**
 * International, or as it is dialled at home. An international number is checked for its length and not against the lists of numbers in use:
 * those change faster than an app does, and the server has the last word. A national one is only a guess until its region has such numbers.
 */
export function checkPhone(typed: string, country: CountryCode | null): ContactCheck {
  const text = plainNumber(typed)
  if (text === '') return { ok: false, problem: 'Enter a phone number' }
  const read = readPhone(text)
  if (read === null) return { ok: false, problem: 'Enter a valid phone number' }
  if (read.extension !== '') return { ok: false, problem: 'Remove the extension: messages can’t reach it' }
  // Without a plus it may be of this country all the same: 1 and ten digits, or 00 and a country's code.
  const isNational = !read.isInternational || !/^[^\d]*(?:\+|00)/.test(text)
  const phone = isNational ? parseNational(text, country) : parsePhoneNumberFromString(`+${currentDigits(read.digits)}`)
  if (phone?.isPossible() !== true) return { ok: false, problem: lengthProblem(text, isNational, country) }
  if (isNational && !hasSuchNumbers(phone)) return { ok: false, problem: regionProblem(country) }
  return { ok: true, value: phone.number, words: phone.formatInternational() }
}

/**
 * Whether the number's country has numbers of this form. North American area codes begin with 2 to 9, and are shared out to countries faster
 * than the library's data follow: of those no more is asked.
 */
function hasSuchNumbers(phone: PhoneNumber): boolean {
  return phone.countryCallingCode === '1' ? /^[2-9]/.test(phone.nationalNumber) : phone.isValid()
}

function parseNational(text: string, country: CountryCode | null): PhoneNumber | undefined {
  return country === null ? undefined : parsePhoneNumberFromString(text, { defaultCountry: country })
}

/** A sane address, no more: only a message that arrives proves one. */
export function checkEmail(typed: string): ContactCheck {
  const text = cleanEmail(typed)
  if (text === '') return { ok: false, problem: 'Enter an email address' }
  const [local, domain, ...rest] = text.split('@')
  if (domain === undefined) return { ok: false, problem: 'Include an @ in the email address' }
  const isSane =
    rest.length === 0 &&
    text.length <= 254 &&
    /^[^\s"(),:;<>[\\\]@]+$/.test(local ?? '') &&
    /^[^\s"(),:;<>[\\\]@._-][^\s"(),:;<>[\\\]@_]*\.[^\s"(),:;<>[\\\]@._\d-][^\s"(),:;<>[\\\]@._]*$/.test(domain) &&
    !/^\.|\.\.|\.@|\.$|-\.|\.-/.test(text)
  if (!isSane) return { ok: false, problem: 'Enter a valid email address' }
  return { ok: true, value: text, words: text }
}

function lengthProblem(text: string, isNational: boolean, country: CountryCode | null): string {
  if (isNational && country === null) return 'Start with + and the country code, as in +44 20 7946 0018'
  const digits = text.replace(/\D/g, '').length
  if (digits < 7) return 'This number is too short'
  if (digits > 15) return 'This number is too long'
  return isNational ? regionProblem(country) : 'This number is incomplete'
}

function regionProblem(country: CountryCode | null): string {
  return `Not a valid number (${regionName(country ?? '')}). For another country, start with + and its code`
}

/** "United States" for US. */
export function regionName(region: string): string {
  return new Intl.DisplayNames(['en'], { type: 'region' }).of(region) ?? region
}
