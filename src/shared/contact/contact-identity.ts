import { normalised } from '../text/nfc.ts'
import { canonicalDigits, variantsOf } from './phone-variants.ts'
import { readPhone } from './phone-number.ts'
import { withoutInvisibleMarks } from '../text/visible-text.ts'

/**
 * The only comparison of phone numbers and e-mail addresses: contact lookup, verification of created conversations, the customer panel,
 * notes and search use it. Two addresses are the same when their keys are equal and not empty.
 */

/** Fast path for a North American number as most servers write it, since many rows are read at a start. */
const PLAIN_NORTH_AMERICAN = /^\+1[2-9]\d{9}$/

/**
 * Empty when the text is no phone number. The key of an international number is its digits. A national number may belong to any country,
 * so its key never equals that of an international number; callers that know the region (for typed numbers) convert it first.
 */
export function phoneKey(phone: string | null | undefined): string {
  if (phone == null || phone === '') return ''
  if (PLAIN_NORTH_AMERICAN.test(phone)) return phone.slice(1)
  const read = readPhone(phone)
  if (read === null) return ''
  const { digits, isInternational, extension } = read
  const base = isInternational ? canonicalDigits(digits) : `national ${digits}`
  return extension === '' ? base : `${base} ext ${extension}`
}

export function samePhone(a: string | null | undefined, b: string | null | undefined): boolean {
  const key = phoneKey(a)
  return key !== '' && key === phoneKey(b)
}

/** All digit strings that should find the number, including its forms in old and new numbering plans. */
export function phoneSpellings(phone: string | null | undefined): readonly string[] {
  if (phone == null || phone === '') return []
  if (PLAIN_NORTH_AMERICAN.test(phone)) return [phone.slice(1)]
  const read = readPhone(phone)
  if (read === null) return []
  return read.isInternational ? [...new Set([read.digits, ...variantsOf(read.digits)])] : [read.digits]
}

/** The digits of a partly typed number; empty when it contains letters. */
export function typedDigits(text: string): string {
  return readPhone(text)?.digits ?? ''
}

/**
 * Empty for no address. Ignores letter case, outer white space, invisible marks, and whether a domain is in its own script or in
 * Punycode. Rules of single providers (dots and `+` in the local part) are not applied, because other providers treat those as distinct.
 */
export function emailKey(email: string | null | undefined): string {
  const text = cleanEmail(email ?? '')
  const at = text.lastIndexOf('@')
  if (at === -1) return caseless(text)
  return `${caseless(text.slice(0, at))}@${asciiDomain(text.slice(at + 1))}`
}

export function sameEmail(a: string | null | undefined, b: string | null | undefined): boolean {
  const key = emailKey(a)
  return key !== '' && key === emailKey(b)
}

/** The address to send: NFC, without invisible marks and outer blanks (including blank Braille and the null notehead). */
export function cleanEmail(typed: string): string {
  return normalised(withoutInvisibleMarks(typed).replace(/[\u2800\u{1d159}]/gu, ' '), 'NFC').trim()
}

// oxlint-disable-next-line no-control-regex -- the range is intended
const ASCII = /^[\u0000-\u007f]*$/
/** Characters that would end a host in a URL or are invalid in it. */
const NOT_IN_HOSTS = /[\s/?#@:\\%[\]<>^|]/

/** Browsers and Node both have `URL`, but this TypeScript project includes the types of neither. */
declare const URL: new (address: string) => { readonly hostname: string }

/** The maximum length of a domain, UTF-16 units. Engines take quadratic time for longer texts. */
const MAX_DOMAIN = 253

/** The domain in the form that DNS uses (UTS #46, as in URLs). A text that is no domain is only lower-cased. */
function asciiDomain(domain: string): string {
  if (ASCII.test(domain) || domain.length > MAX_DOMAIN || NOT_IN_HOSTS.test(domain)) return caseless(domain)
  try {
    return new URL(`http://${domain}`).hostname
  } catch {
    return caseless(domain)
  }
}

/** Lower case, with final sigma as sigma: Greek has two small letters for one capital. */
function caseless(text: string): string {
  return normalised(text.toLowerCase().replaceAll('ς', 'σ'), 'NFC')
}
