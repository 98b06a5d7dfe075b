import { cleanEmail } from '../shared/contact/contact-identity.ts'
import { plainNumber, readPhone } from '../shared/contact/phone-number.ts'
import { withoutInvisibleMarks } from '../shared/text/visible-text.ts'

/** What was typed or pasted into the field To. */
export type ToAddress = {
  /** `name`: neither a number nor an address. `several`: more than one recipient. */
  readonly kind: 'empty' | 'name' | 'several' | 'phone' | 'email'
  /** Without scheme, name and link; not checked. */
  readonly address: string
  /** The name beside the address; empty for none. */
  readonly name: string
  /** A WhatsApp link names the channel too. */
  readonly isWhatsApp: boolean
}

const NAMED = /^\s*"?([^"<>]*?)"?\s*<([^<>]+)>\s*$/
const WHATSAPP_LINK =
  /^(?:https?:\/\/)?(?:www\.)?(?:wa\.me\/|api\.whatsapp\.com\/send\/?\?(?:.*&)?phone=|web\.whatsapp\.com\/send\/?\?(?:.*&)?phone=)(?:\+|%2b)?(\d{6,15})(?:[/?&#].*)?$/i
const WHATSAPP_SCHEME = /^whatsapp:\/\/send\/?\?(?:.*&)?phone=(?:\+|%2b)?(\d{6,15})(?:[&#].*)?$/i
const PHONE_SCHEME = /^(?:tel|sms|smsto|callto|whatsapp):(?:\/\/)?/i
/** Digits from which a part of a list is a number. */
const MIN_DIGITS = 6

export function parseTo(typed: string): ToAddress {
  const text = cleanEmail(typed)
  if (text === '') return plain('empty', '')
  if (isSeveral(text)) return plain('several', text)
  const [, name = '', inner = text] = NAMED.exec(text) ?? []
  return { ...parseAddress(inner.trim()), name: withoutInvisibleMarks(name).replace(/\s+/g, ' ').trim() }
}

function parseAddress(text: string): ToAddress {
  const whatsApp = (WHATSAPP_LINK.exec(text) ?? WHATSAPP_SCHEME.exec(text))?.[1]
  if (whatsApp !== undefined) return { ...plain('phone', `+${whatsApp}`), isWhatsApp: true }
  if (/^mailto:/i.test(text)) return plain('email', decoded(text.slice('mailto:'.length).replace(/\?.*$/, '')))
  const hasScheme = PHONE_SCHEME.test(text)
  const number = plainNumber(hasScheme ? decoded(text.replace(PHONE_SCHEME, '').replace(/\?.*$/, '')) : text)
  if (text.includes('@')) return plain('email', text)
  const isNumber = hasScheme || readPhone(number) !== null || /^[(+]*\d/.test(number) || !/\p{L}/u.test(number)
  return plain(isNumber && /\d/.test(number) ? 'phone' : 'name', isNumber ? number : text)
}

/** Commas and semicolons separate recipients, and so do spaces between e-mail addresses. A name may contain a comma: Bell, Ana <ana@…>. */
function isSeveral(text: string): boolean {
  const parts = text.split(/[,;\n]+/).filter((part) => part.includes('@') || isLikeNumber(part))
  return parts.length > 1 || text.split(/[\s,;]+/).filter((word) => /.@./.test(word)).length > 1
}

function isLikeNumber(part: string): boolean {
  return (readPhone(part)?.digits.length ?? 0) >= MIN_DIGITS
}

function plain(kind: ToAddress['kind'], address: string): ToAddress {
  return { kind, address, name: '', isWhatsApp: false }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
