import { MAX_LOCAL_PART } from '../../shared/link-target.ts'
import { hostEnd, isInvisible, isUnspaced, pathEnd, type Scan } from './address-end.ts'

/** A part of a text that may be an address. */
export type Candidate = {
  readonly start: number
  readonly end: number
  readonly kind: 'url' | 'mail'
}

/**
 * Only addresses with a protocol, and email addresses: guessing at bare domains turns file names into links. A scheme may
 * follow any letter except a Latin one, because many scripts have no spaces.
 */
const START = /(?<![A-Za-z\d+])(?:https?:\/\/|mailto:|tel:)|@/gi
const SIGN_IN = /[\w.~%!$&'()*+,;=:-]*@/y
const PORT = /:\d{1,5}(?!\d)/y
const PHONE = /\+?[\d(][\d().-]{0,28}\d(?![A-Za-z\d])/y
const LOCAL_PART = /[\w!#$%&'*+/=?^`{|}~.-]+@/y
const LOCAL_CHARACTER = /[\w!#$%&'*+/=?^`{|}~.-]/
/** Letters and joining marks right before a local part: the address is longer than the match, so it is no link. */
const JOINED = /[@:)\\\p{L}\p{M}\p{N}]/u
const JOINERS = /[\u2019\u2010\u2011\u00b7]/

/** Yields the candidates in order, without overlaps. The cost is linear, however many addresses the text has. */
export function* candidatesIn(text: string): Generator<Candidate> {
  /** The text before this index is finished. */
  let done = 0
  for (const { index, 0: start } of text.matchAll(START)) {
    if (index < done) continue
    const found = start === '@' ? mailAround(text, index, done) : urlAt(text, index, start.toLowerCase())
    if (found.isAddress) yield { start: found.start, end: found.end, kind: start === '@' ? 'mail' : 'url' }
    done = Math.max(found.end, index + start.length)
  }
}

type Found = { readonly start: number; readonly end: number; readonly isAddress: boolean }

function urlAt(text: string, start: number, scheme: string): Found {
  const from = start + scheme.length
  if (scheme === 'tel:') return { start, ...afterPattern(text, PHONE, from) }
  if (scheme === 'mailto:') return mailtoAt(text, start, from)
  const opener = text.charAt(start - 1)
  const host = hostEnd(text, from)
  const next = text.charAt(host.end)
  // A percent sign continues the host: `%2e` is a dot.
  const isSignIn = next === '\\' || next === '%' || afterPattern(text, SIGN_IN, host.end).isAddress
  if (!host.isAddress || isSignIn) return { start, end: pathEnd(text, host.end, opener).scanned, isAddress: false }
  const port = host.isWhole ? afterPattern(text, PORT, host.end) : null
  const end = port?.isAddress === true ? port.end : host.end
  return {
    start,
    ...(host.isWhole && /[/?#]/.test(text.charAt(end)) ? found(pathEnd(text, end, opener)) : { end, isAddress: true }),
  }
}

/** Only the address: a subject or body chosen by a customer must not be filled in for the user. */
function mailtoAt(text: string, start: number, from: number): Found {
  const local = afterPattern(text, LOCAL_PART, from)
  if (!local.isAddress) return { start, end: from, isAddress: false }
  const host = hostEnd(text, local.end)
  return { start, ...found(host), isAddress: host.isAddress && text.charAt(host.end) !== '@' }
}

/** The email address around an `@`. */
function mailAround(text: string, at: number, from: number): Found {
  const none = { start: at, end: at + 1, isAddress: false }
  let first = at
  while (first > from && at - first <= MAX_LOCAL_PART && LOCAL_CHARACTER.test(text.charAt(first - 1))) first -= 1
  if (first === at || at - first > MAX_LOCAL_PART) return none
  const host = hostEnd(text, at + 1)
  if (!host.isAddress || text.charAt(host.end) === '@') return none
  const start = first + openingLength(text.slice(first, at), text.charAt(host.end))
  // Between two addresses, one separator is enough.
  const isApart = first === from && start > first && text.charAt(first - 1) !== '@'
  return start < at && (isApart || isFree(text, first)) ? { start, end: host.end, isAddress: true } : none
}

/** The number of quotation marks and stars before the address. Inside it (`o'neil`) they belong to it. */
function openingLength(local: string, next: string): number {
  const quoted = next === "'" ? local.lastIndexOf("='") : -1
  if (quoted !== -1) return quoted + 2
  const marks = next === '_' ? /^[-_'*`{|~.]+/ : /^[-'*`{|~.]+/
  return marks.exec(local)?.[0].length ?? 0
}

/** Whether an address may start at `index`. Han, kana, Thai and other letters of scripts without spaces may precede it. */
function isFree(text: string, index: number): boolean {
  let before = index
  while (before > 0 && index - before < 8 && isInvisible(text.charAt(before - 1))) before -= 1
  const [character = '', earlier = ''] = [...text.slice(Math.max(0, before - 4), before)].toReversed()
  if (JOINERS.test(character)) return !JOINED.test(earlier)
  return !JOINED.test(character) || isUnspaced(character)
}

function found({ end, scanned, isAddress }: Scan): Pick<Found, 'end' | 'isAddress'> {
  return { end: isAddress ? end : scanned, isAddress }
}

function afterPattern(
  text: string,
  pattern: RegExp,
  from: number,
): { readonly end: number; readonly isAddress: boolean } {
  pattern.lastIndex = from
  const isAddress = pattern.test(text)
  return { end: isAddress ? pattern.lastIndex : from, isAddress }
}
