import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min'
import type { Channel } from '../shared/model.ts'

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
 * International, or as it is dialled at home. Checked for length and not against the lists of numbers
 * in use: those change faster than an app does, and the server has the last word.
 */
export function checkPhone(typed: string, country: CountryCode | null): ContactCheck {
  // Full-width signs become plain ones, and the 00 that most of the world dials is the +.
  const text = typed.normalize('NFKC').trim().replace(/^00/, '+')
  if (text === '') return { ok: false, problem: 'A phone number is needed' }
  if (!/^\+?[\d٠-٩۰-۹\s().\-/\u2010-\u2015]+$/.test(text)) return { ok: false, problem: 'This is not a phone number' }
  const phone = parsePhoneNumberFromString(text, country === null ? {} : { defaultCountry: country })
  if (phone === undefined && !text.startsWith('+') && country === null) {
    return { ok: false, problem: 'Begin with + and the country’s code, as in +44 20 7946 0018' }
  }
  if (phone?.isPossible() !== true) return { ok: false, problem: lengthProblem(text) }
  return { ok: true, value: phone.number, words: phone.formatInternational() }
}

/** A sane address, no more: only a message that arrives proves one. */
export function checkEmail(typed: string): ContactCheck {
  const text = typed.trim()
  if (text === '') return { ok: false, problem: 'An email address is needed' }
  const [local, domain, ...rest] = text.split('@')
  if (domain === undefined) return { ok: false, problem: 'An email address has an @ in it' }
  const isSane =
    rest.length === 0 &&
    text.length <= 254 &&
    /^[^\s"(),:;<>[\\\]@]+$/.test(local ?? '') &&
    /^[^\s"(),:;<>[\\\]@._-][^\s"(),:;<>[\\\]@_]*\.[^\s"(),:;<>[\\\]@._\d-][^\s"(),:;<>[\\\]@._]*$/.test(domain) &&
    !/^\.|\.\.|\.@|\.$|-\.|\.-/.test(text)
  if (!isSane) return { ok: false, problem: 'This is not an email address' }
  return { ok: true, value: text, words: text }
}

function lengthProblem(text: string): string {
  const digits = text.replace(/\D/g, '').length
  if (digits < 7) return 'This number is too short'
  if (digits > 15) return 'This number is too long'
  return 'This is not a complete phone number'
}
