import { decodePunycode } from './punycode.ts'

/**
 * The rules for links. An accepted link is drawn as a link and can be opened; a refused one is drawn as text. The page checks before it
 * draws, and the main process checks again before it opens, since it does not trust the page. An accepted `href` passes the check again.
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
  /** `href` is ASCII. `shown` is the host, address or number in `href`, which the user must see before confirming. */
  | { readonly ok: true; readonly href: string; readonly shown: string }
  | { readonly ok: false; readonly why: LinkRefusal }

/** Browsers and Node both have `URL`, but this TypeScript project includes the types of neither. */
declare const URL: new (text: string) => {
  readonly href: string
  readonly host: string
  readonly hostname: string
  readonly search: string
  readonly searchParams: Iterable<[string, string]>
}

/** Browsers and mail programs cut longer links, which can hide the target. */
export const MAX_LINK_LENGTH = 2_048
/** RFC 5321. */
export const MAX_LOCAL_PART = 64

/** Length limits of a host and of its labels, RFC 1035. */
const MAX_HOST = 253
const MAX_LABEL = 63

/** Characters that parsers drop, that are invisible or change the text direction, and U+FFFD. Parsers read a backslash as a slash. */
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

/** For an address without `mailto:`. */
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
  // `http://` is shown, so that the user sees that the connection is not encrypted.
  return { ok: true, href: url.href, shown: scheme === 'http' ? `http://${url.host}` : url.host }
}

/**
 * The host in the ASCII form that is requested. Null when it is invalid or looks like another host: full-width or mathematical letters
 * that become plain ones, numbers that become an IP address, a top-level domain that mixes scripts (there is none).
 */
function wireHost(host: string): string | null {
  const ascii = parse(`https://${host}/`)?.hostname ?? null
  if (ascii === null || host.startsWith('[')) return ascii
  if (ascii.length > MAX_HOST || !ascii.split('.').every(isLabel)) return null
  if (!/^[\p{L}\p{M}\p{N}_.-]+$/u.test(host) || host.normalize('NFKC') !== host.normalize('NFC')) return null
  // Not valid in DNS: empty labels, and labels that start or end with a hyphen.
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
 * Engines disagree about invalid Punycode labels: some accept any letters after `xn--`, others only valid encodings. The page and main
 * must agree, so the stricter rule applies in both.
 */
function isLabel(label: string): boolean {
  if (label.length > MAX_LABEL) return false
  if (!label.startsWith('xn--')) return true
  const word = decodePunycode(label.slice(4))
  return word !== null && parse(`https://${word}.example/`)?.hostname === `${label}.example`
}

/** The local part may be percent-encoded in the input; the output is encoded where necessary. */
function mailtoTarget(rest: string): LinkTarget {
  const [, address = '', query = ''] = /^([^?#]+)(\?[^#]*)?$/.exec(rest) ?? []
  const at = address.lastIndexOf('@')
  const local = decode(address.slice(0, at))
  return local === null ? refuse('mail address') : mailTo(local, address.slice(at + 1), query)
}

const ATOM = "[\\w!#$%&'*+/=?^`{|}~-]+"
const LOCAL_PART = new RegExp(`^${ATOM}(?:\\.${ATOM})*$`)
/** Characters that would end the address or start a field, RFC 6068. */
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

/** A mail link may set the subject and the body. It must not add recipients, attach files, or start another header with a line break. */
function isMailField([name, value]: readonly [string, string]): boolean {
  if (name === 'subject') return !/[\p{Cc}\ufffd]/u.test(value)
  return name === 'body' && !/(?![\t\r\n])[\p{Cc}\ufffd]/u.test(value)
}

/** No `*` and no `#`, which can be commands to the phone. */
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
