import type { Failure } from '../../src/shared/failure.ts'

/**
 * What an observation at the wire means, as pure functions. The rule behind every line: unknown is
 * ambiguous. Only what certainly happened before the first byte of a request counts as `unreachable`.
 */

/** What a request came back with, as far as it came. */
export type Observation = {
  readonly status: number
  /** The parsed JSON; undefined when the body was no JSON or was cut. */
  readonly body: unknown
  /** The code of the error that cut the body; null when it arrived whole. */
  readonly cutBy: string | null
  readonly retryAfter: string | null
  /** Epoch ms against which a `Retry-After` date counts: the server's own clock where it told us. */
  readonly now: number
}

const NEVER_CONNECTED_CODES = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'EAI_FAIL',
  'EAI_NODATA',
  'EAI_NONAME',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETUNREACH',
  'ENETDOWN',
  'UND_ERR_CONNECT_TIMEOUT',
  // TLS failed before any request was written.
  'ERR_SSL_WRONG_VERSION_NUMBER',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'HOSTNAME_MISMATCH',
  'INVALID_CA',
])
const NEVER_CONNECTED_PREFIXES = ['CERT_', 'ERR_TLS_']
/** A system call that failed here never had a connection to write to. */
const NEVER_CONNECTED_CALLS = new Set(['connect', 'getaddrinfo'])

/** Wrappers stand at most three deep (ofetch, fetch, socket); more would be a ring. */
const MAX_DEPTH = 8

/** For an error that came instead of a status. */
export function failureOfError(error: unknown): Failure {
  const cause = causeOf(error, 0)
  return { kind: cause.neverConnected ? 'unreachable' : 'interrupted', code: cause.code }
}

/** The first code found on the way down an error's causes; its name when there is none. */
export function codeOf(error: unknown): string {
  return causeOf(error, 0).code
}

type Cause = { readonly code: string; readonly neverConnected: boolean }

function causeOf(error: unknown, depth: number): Cause {
  if (typeof error !== 'object' || error === null || depth > MAX_DEPTH)
    return { code: 'UNKNOWN', neverConnected: false }
  const { code, syscall, cause, errors, name } = error as Record<string, unknown>
  // One name, several addresses: Node tries each and reports them together. All must have failed early.
  if (Array.isArray(errors) && errors.length > 0) {
    const causes = errors.map((one) => causeOf(one, depth + 1))
    const late = causes.find((one) => !one.neverConnected)
    return late ?? causes[0] ?? { code: 'UNKNOWN', neverConnected: false }
  }
  if (typeof code === 'string') return { code, neverConnected: isNeverConnected(code, syscall) }
  if (cause !== undefined && cause !== null) return causeOf(cause, depth + 1)
  return { code: typeof name === 'string' && name !== '' ? name : 'UNKNOWN', neverConnected: false }
}

function isNeverConnected(code: string, syscall: unknown): boolean {
  if (NEVER_CONNECTED_CODES.has(code)) return true
  if (NEVER_CONNECTED_PREFIXES.some((prefix) => code.startsWith(prefix))) return true
  return typeof syscall === 'string' && NEVER_CONNECTED_CALLS.has(syscall)
}

/** The statuses with which the API may say no for good. Any other 4xx is not the API's word. */
const REJECTIONS = new Set([400, 404, 405, 409, 410, 413, 415, 422])

/** For a status: null when it is a 2xx whose body is whole JSON, and so worth reading. */
export function failureOfStatus(seen: Observation): Failure | null {
  const { status, body, cutBy } = seen
  const words = wordsOf(body)
  if (status === 401 || status === 403) {
    return { kind: 'unauthorized', status, words: words ?? 'The server refused the API key.' }
  }
  if (status === 429 || status === 425)
    return { kind: 'throttled', retryAfterMs: retryAfterMs(seen.retryAfter, seen.now) }
  if (status === 408 || status >= 500 || (status >= 300 && status < 400)) return { kind: 'server', status, words }
  if (cutBy !== null) return { kind: 'interrupted', code: cutBy }
  if (body === undefined) return { kind: 'unreadable', status, why: 'the answer is not JSON' }
  if (status >= 200 && status < 300) return null
  if (REJECTIONS.has(status) && isRefusal(body))
    return { kind: 'rejected', status, words: words ?? 'The server gave no reason.' }
  return { kind: 'unreadable', status, why: 'the answer is not in the shape of the API' }
}

function isRefusal(body: unknown): boolean {
  return typeof body === 'object' && body !== null && (body as Record<string, unknown>)['success'] === false
}

/** Enough for any sentence of a server's, too little for a page. */
const MAX_WORDS = 500

function wordsOf(body: unknown): string | null {
  if (typeof body !== 'object' || body === null) return null
  const words = (body as Record<string, unknown>)['error']
  return typeof words === 'string' && words.trim() !== '' ? words.slice(0, MAX_WORDS) : null
}

/** A server that asks for no wait would be asked again at once; one that asks for a day would look dead. */
const MIN_RETRY_AFTER_MS = 1_000
const MAX_RETRY_AFTER_MS = 15 * 60_000

/** `Retry-After` in seconds or as a date, clamped; null when there is none that can be read. */
export function retryAfterMs(header: string | null, now: number): number | null {
  if (header === null || header.trim() === '') return null
  const seconds = /^\s*\d+(\.\d+)?\s*$/.test(header) ? Number(header) : null
  const wait = seconds === null ? Date.parse(header) - now : seconds * 1_000
  if (Number.isNaN(wait)) return null
  return Math.min(MAX_RETRY_AFTER_MS, Math.max(MIN_RETRY_AFTER_MS, wait))
}
