import { decodePunycode } from './punycode.ts'

/**
 * The one rule of links: what it accepts is drawn as a link and opens; what it refuses is text. The page asks it before it draws, the
 * main process asks it again before it opens, since it does not trust the page. An accepted `href` is accepted again, as it is.
 */

export type LinkRefusal =
  | 'too long'
  | 'hidden characters'
  | 'no address'
  | 'scheme'
  | 'user name'
  | 'mail address'
  | 'mail fields'
  | 'phone number'

export type LinkTarget =
  /** `href` is ASCII. `shown` is what the user must see before agreeing: the host, the address or the number, as `href` has it. */
  | { readonly ok: true; readonly href: string; readonly shown: string }
  | { readonly ok: false; readonly why: LinkRefusal }

/** Browsers and Node both have `URL`; this project includes the types of neither. */
declare const URL: new (text: string) => {
  readonly href: string
  readonly host: string
  readonly hostname: string
  readonly search: string
  readonly searchParams: Iterable<[string, string]>
}

/** Longer ones are cut by browsers and mail programs, and hide what they are. */
export const MAX_LINK_LENGTH = 2_048
/** As in RFC 5321. */
export const MAX_LOCAL_PART = 64

/** Of a host and of a label in it, as in RFC 1035. */
const MAX_HOST = 253
const MAX_LABEL = 63

/** What parsers drop, draws nothing, turns the direction, or stands for a character that was lost. A backslash is taken for a slash. */
const HIDDEN = /[\s\\\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\p{Surrogate}\ufffd]/u

export function linkTarget(written: string): LinkTarget {
  if (written.length > MAX_LINK_LENGTH) return refuse('too long')
  if (HIDDEN.test(written)) return refuse('hidden characters')
  const [, scheme = '', rest = ''] = /^([a-z][a-z\d+.-]*):(.*)$/i.exec(written) ?? []
  switch (scheme.toLowerCase()) {
    case 'https':
    case 'http':
      return webTarget(scheme.toLowerCase(), rest)
    case 'mailto':
      return mailtoTarget(rest)
    case 'tel':
      return phoneTarget(rest)
    case '':
      return refuse('no address')
    default:
      return refuse('scheme')
  }
}

/** An address as people write it, without `mailto:`. */
export function mailTarget(address: string): LinkTarget {
  if (HIDDEN.test(address)) return refuse('hidden characters')
  const at = address.lastIndexOf('@')
  return mailTo(address.slice(0, at), address.slice(at + 1), '')
}

function webTarget(scheme: string, rest: string): LinkTarget {
  const [, authority = '', path = ''] = /^\/\/([^/?#]+)(.*)$/.exec(rest) ?? []
  if (authority.includes('@')) return refuse('user name')
  const [, host = '', port = ''] = /^(\[[\d:.a-f]+\]|[^:]*)(:\d{1,5})?$/i.exec(authority) ?? []
  if (wireHost(host) === null) return refuse('no address')
  const url = parse(`${scheme}://${host}${port}${path}`)
  if (url === null) return refuse('no address')
  // The connection is not encrypted: the user sees that before agreeing.
  return { ok: true, href: url.href, shown: scheme === 'http' ? `http://${url.host}` : url.host }
}

/**
 * The host as it goes out, in ASCII; null when it is none, or when it is not what it looks like: full-width or mathematical letters
 * that become plain ones, numbers that become an address, a top-level domain of two scripts (there is none).
 */
function wireHost(host: string): string | null {
  const ascii = parse(`https://${host}/`)?.hostname ?? null
  if (ascii === null || host.startsWith('[')) return ascii
  if (ascii.length > MAX_HOST || !ascii.split('.').every(isLabel)) return null
  if (!/^[\p{L}\p{M}\p{N}_.-]+$/u.test(host) || host.normalize('NFKC') !== host.normalize('NFC')) return null
  // No name server knows an empty label or one with a hyphen at its edge.
  if (/^[.-]|-\.|\.[.-]|-$/.test(host)) return null
  const top =
    host
      .split('.')
      .filter((label) => label !== '')
      .at(-1) ?? ''
  if (/\p{Script=Latin}/u.test(top) && /(?!\p{Script=Latin})\p{L}/u.test(top)) return null
  // oxlint-disable-next-line no-control-regex -- all of ASCII
  const isAscii = /^[\0-\x7f]*$/.test(host)
  return isAscii && ascii !== host.toLowerCase() ? null : ascii
}

/**
 * Engines disagree about labels that no name server can hold: one accepts any letters behind `xn--`, another only what is the spelling
 * of some word. What the page draws must be what main opens, so the stricter reading holds in both.
 */
function isLabel(label: string): boolean {
  if (label.length > MAX_LABEL) return false
  if (!label.startsWith('xn--')) return true
  const word = decodePunycode(label.slice(4))
  return word !== null && parse(`https://${word}.example/`)?.hostname === `${label}.example`
}

/** The local part may be percent-encoded; it becomes so where it has to be. */
function mailtoTarget(rest: string): LinkTarget {
  const [, address = '', query = ''] = /^([^?#]+)(\?[^#]*)?$/.exec(rest) ?? []
  const at = address.lastIndexOf('@')
  const local = decode(address.slice(0, at))
  return local === null ? refuse('mail address') : mailTo(local, address.slice(at + 1), query)
}

const ATOM = "[\\w!#$%&'*+/=?^`{|}~-]+"
const LOCAL_PART = new RegExp(`^${ATOM}(?:\\.${ATOM})*$`)
/** These would end the address or begin a field. RFC 6068. */
const ENCODED_IN_LOCAL_PART = /[%/?#&=^`{|}]/g

function mailTo(local: string, domain: string, query: string): LinkTarget {
  if (local.length > MAX_LOCAL_PART || !LOCAL_PART.test(local)) return refuse('mail address')
  const host = /[[_]/.test(domain) ? null : wireHost(domain)
  if (host === null || !/^[^.]+(?:\.[^.]+)*\.[^.]*[^.\d][^.]*$/.test(host)) return refuse('mail address')
  const fields = parse(`mailto:a@example.com${query}`)
  if (fields === null || ![...fields.searchParams].every(isMailField)) return refuse('mail fields')
  const encoded = local.replaceAll(ENCODED_IN_LOCAL_PART, encodeURIComponent)
  return { ok: true, href: `mailto:${encoded}@${host}${fields.search}`, shown: `${encoded}@${host}` }
}

/** A mail link may set the subject and the text. It may not add people, attach files, or begin another header by a line break. */
function isMailField([name, value]: readonly [string, string]): boolean {
  if (name === 'subject') return !/[\p{Cc}\ufffd]/u.test(value)
  return name === 'body' && !/(?![\t\r\n])[\p{Cc}\ufffd]/u.test(value)
}

/** No `*` and no `#`: they are commands to the telephone. */
function phoneTarget(number: string): LinkTarget {
  return /^\+?[\d(][\d().-]{0,28}\d$/.test(number)
    ? { ok: true, href: `tel:${number}`, shown: number }
    : refuse('phone number')
}

function parse(text: string): InstanceType<typeof URL> | null {
  try {
    return new URL(text)
  } catch {
    return null
  }
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

function refuse(why: LinkRefusal): LinkTarget {
  return { ok: false, why }
}
