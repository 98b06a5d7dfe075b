import { normalised } from '../text/nfc.ts'
import { canonicalDigits, variantsOf } from './phone-variants.ts'
import { readPhone } from './phone-number.ts'
import { withoutInvisibleMarks } from '../text/visible-text.ts'

/**
 * Whether two phone numbers or two e-mail addresses are the same. Contact look-up, the read-back of a created conversation, the customer
 * panel, notes and search all ask here. Two addresses are the same when their keys are equal and not empty.
 */

/** A North American number as most servers write it: to read it is to cut off the `+`. Many rows are read at a start. */
const PLAIN_NORTH_AMERICAN = /^\+1[2-9]\d{9}$/

/**
 * Empty for what is no number. An international number has its digits for a key. A national one may belong to any country, so its key is
 * never that of an international number: where the region is known (a number that is typed), it is made international first.
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

export function samePhone(one: string | null | undefined, other: string | null | undefined): boolean {
  const key = phoneKey(one)
  return key !== '' && key === phoneKey(other)
}

/** All digits under which a number may be looked for, national forms of old and new numbering plans among them. */
export function phoneSpellings(phone: string | null | undefined): readonly string[] {
  if (phone == null || phone === '') return []
  if (PLAIN_NORTH_AMERICAN.test(phone)) return [phone.slice(1)]
  const read = readPhone(phone)
  if (read === null) return []
  return read.isInternational ? [...new Set([read.digits, ...variantsOf(read.digits)])] : [read.digits]
}

/** The digits of a number as far as it is typed; empty where letters are among them. */
export function typedDigits(text: string): string {
  return readPhone(text)?.digits ?? ''
}

/**
 * Empty for none. Letter case, outer white space and invisible marks make no difference, nor whether a domain is written in its own script
 * or in Punycode. Rules of single providers (dots and `+` in the local part) are not applied: other providers tell those apart.
 */
export function emailKey(email: string | null | undefined): string {
  const text = cleanEmail(email ?? '')
  const at = text.lastIndexOf('@')
  if (at === -1) return caseless(text)
  return `${caseless(text.slice(0, at))}@${asciiDomain(text.slice(at + 1))}`
}

export function sameEmail(one: string | null | undefined, other: string | null | undefined): boolean {
  const key = emailKey(one)
  return key !== '' && key === emailKey(other)
}

/** An address as it is sent: composed, without invisible marks and outer blanks, blank Braille and the null notehead among them. */
export function cleanEmail(typed: string): string {
  return normalised(withoutInvisibleMarks(typed).replace(/[\u2800\u{1d159}]/gu, ' '), 'NFC').trim()
}

// oxlint-disable-next-line no-control-regex -- it is the range that is meant
const ASCII = /^[\u0000-\u007f]*$/
/** What would end a host, or not belong to one, in a URL. */
const NOT_IN_HOSTS = /[\s/?#@:\\%[\]<>^|]/

/** Browsers and Node both have `URL`; this project includes the types of neither. */
declare const URL: new (address: string) => { readonly hostname: string }

/** No domain is longer, UTF-16 units. Engines take quadratic time for what stands in its place. */
const MAX_DOMAIN = 253

/** The domain as DNS knows it (UTS #46, as in URLs). A text that is no domain is compared as it is. */
function asciiDomain(domain: string): string {
  if (ASCII.test(domain) || domain.length > MAX_DOMAIN || NOT_IN_HOSTS.test(domain)) return caseless(domain)
  try {
    return new URL(`http://${domain}`).hostname
  } catch {
    return caseless(domain)
  }
}

/** Greek has two small sigmas for one capital. */
function caseless(text: string): string {
  return normalised(text.toLowerCase().replaceAll('ς', 'σ'), 'NFC')
}
