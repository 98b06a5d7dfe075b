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
import { ruleLanguage } from '../shared/language.ts'
import { text } from '../strings/text.ts'

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
  const number = plainNumber(typed)
  if (number === '') return { ok: false, problem: text('newConversation.enterPhone') }
  const read = readPhone(number)
  if (read === null) return { ok: false, problem: text('newConversation.invalidPhone') }
  if (read.extension !== '') return { ok: false, problem: text('newConversation.hasExtension') }
  // A number without a plus may be international: 1 and ten digits, or 00 and a country code.
  const isNational = !read.isInternational || !/^[^\d]*(?:\+|00)/.test(number)
  const phone = isNational
    ? parseNational(number, country)
    : parsePhoneNumberFromString(`+${currentDigits(read.digits)}`)
  if (phone?.isPossible() !== true) return { ok: false, problem: lengthProblem(number, isNational, country) }
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

function parseNational(number: string, country: CountryCode | null): PhoneNumber | undefined {
  return country === null ? undefined : parsePhoneNumberFromString(number, { defaultCountry: country })
}

/** Checks the form of an address. Only delivery proves that it exists. */
export function checkEmail(typed: string): ContactCheck {
  const address = cleanEmail(typed)
  if (address === '') return { ok: false, problem: text('newConversation.enterEmail') }
  const [local, domain, ...rest] = address.split('@')
  if (domain === undefined) return { ok: false, problem: text('newConversation.needsAt') }
  const isSane =
    rest.length === 0 &&
    address.length <= 254 &&
    /^[^\s"(),:;<>[\\\]@]+$/.test(local ?? '') &&
    /^[^\s"(),:;<>[\\\]@._-][^\s"(),:;<>[\\\]@_]*\.[^\s"(),:;<>[\\\]@._\d-][^\s"(),:;<>[\\\]@._]*$/.test(domain) &&
    // Such as the subject of a link.
    !/[!#$%&'*+/=?^`{|}~]/.test(domain) &&
    !/^\.|\.\.|\.@|\.$|-\.|\.-/.test(address)
  if (!isSane) return { ok: false, problem: text('newConversation.invalidEmail') }
  return { ok: true, value: address, label: address }
}

function lengthProblem(number: string, isNational: boolean, country: CountryCode | null): string {
  if (isNational && country === null) return text('newConversation.startWithPlus')
  const digits = number.replace(/\D/g, '').length
  if (digits < 7) return text('newConversation.tooShort')
  if (digits > 15) return text('newConversation.tooLong')
  return isNational ? regionProblem(country) : text('newConversation.incomplete')
}

function regionProblem(country: CountryCode | null): string {
  return text('newConversation.invalidInCountry', { country: regionName(country ?? '') })
}

/** "United States" for US, in the language of the texts. */
export function regionName(region: string): string {
  return new Intl.DisplayNames([ruleLanguage()], { type: 'region' }).of(region) ?? region
}
