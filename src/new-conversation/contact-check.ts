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

/** The kind of address that the API needs to start a conversation; `none` where it documents no way to start one. */
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
  /** `value` goes to the server; `label` is for display. */
  | { readonly ok: true; readonly value: string; readonly label: string }
  | { readonly ok: false; readonly problem: string }

export function contactKindOf(channel: Channel): ContactKind {
  return CONTACT_KINDS[channel]
}

/** The country assumed for a number without `+`: the region of `en-GB`, or the likeliest region of `de`. Null when unknown. */
export function countryOf(language: string): CountryCode | null {
  try {
    const region = new Intl.Locale(language).maximize().region
    return region !== undefined && isSupportedCountry(region) ? region : null
  } catch {
    return null
  }
}

/**
 * Checks an international or a national number. An international number is checked by length only, because lists of
 * assigned numbers change faster than an app, and the server decides. A national number must also be valid in its
 * country, because the country is only a guess.
 */
export function checkPhone(typed: string, country: CountryCode | null): ContactCheck {
  const text = plainNumber(typed)
  if (text === '') return { ok: false, problem: 'Enter a phone number' }
  const read = readPhone(text)
  if (read === null) return { ok: false, problem: 'Enter a valid phone number' }
  if (read.extension !== '') return { ok: false, problem: 'Remove the extension: messages can’t reach it' }
  // A number without a plus may be international: 1 and ten digits, or 00 and a country code.
  const isNational = !read.isInternational || !/^[^\d]*(?:\+|00)/.test(text)
  const phone = isNational ? parseNational(text, country) : parsePhoneNumberFromString(`+${currentDigits(read.digits)}`)
  if (phone?.isPossible() !== true) return { ok: false, problem: lengthProblem(text, isNational, country) }
  if (isNational && !isValidInCountry(phone)) return { ok: false, problem: regionProblem(country) }
  return { ok: true, value: phone.number, label: phone.formatInternational() }
}

/**
 * Whether the number is valid in its country. For North America only the first digit of the area code is checked (2 to 9),
 * because area codes are assigned faster than the library's data is updated.
 */
function isValidInCountry(phone: PhoneNumber): boolean {
  return phone.countryCallingCode === '1' ? /^[2-9]/.test(phone.nationalNumber) : phone.isValid()
}

function parseNational(text: string, country: CountryCode | null): PhoneNumber | undefined {
  return country === null ? undefined : parsePhoneNumberFromString(text, { defaultCountry: country })
}

/** Checks the form of an address. Only delivery proves that it exists. */
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
  return { ok: true, value: text, label: text }
}

function lengthProblem(text: string, isNational: boolean, country: CountryCode | null): string {
  if (isNational && country === null) return 'Start with + and the country code, as in +44 20 7946 0018'
  const digits = text.replace(/\D/g, '').length
  if (digits < 7) return 'This number is too short'
  if (digits > 15) return 'This number is too long'
  return isNational ? regionProblem(country) : 'This number is incomplete'
}

function regionProblem(country: CountryCode | null): string {
  return `Not a valid number (${regionName(country ?? '')}). For another country, start with + and the country code`
}

/** "United States" for US. */
export function regionName(region: string): string {
  return new Intl.DisplayNames(['en'], { type: 'region' }).of(region) ?? region
}
