import type { Failure } from '../../src/shared/failure.ts'
import { text } from '../strings/text.ts'

/**
 * Maps responses and network errors to failures, in pure functions. An unknown error is ambiguous: the request may have had an
 * effect. Only an error that certainly came before the first byte of a request is `unreachable`.
 */

/** A response, as far as it arrived. */
export type Observation = {
  readonly status: number
  /** The parsed JSON; undefined when the body is not JSON or was cut. */
  readonly body: unknown
  /** The code of the error that cut the body; null when the body is complete. */
  readonly cutBy: string | null
  readonly retryAfter: string | null
  /** Epoch ms for a `Retry-After` date: the server's clock when it sent one. */
  readonly now: number
  /** Replaced in the server's message, before the message is cut. */
  readonly secret?: string
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
// The last are our own (src/shared/network/network-trouble.ts).
const NEVER_CONNECTED_PREFIXES = ['CERT_', 'ERR_TLS_', 'PROXY_']
/** After a failure in one of these system calls there was no connection to write to. */
const NEVER_CONNECTED_CALLS = new Set(['connect', 'getaddrinfo'])

/** Errors are nested at most three deep (ofetch, fetch, socket). A deeper chain is probably circular. */
const MAX_DEPTH = 8

/** The failure for an error that came instead of a response. */
export function failureOfError(error: unknown): Failure {
  const cause = causeOf(error, 0)
  return { kind: cause.neverConnected ? 'unreachable' : 'interrupted', code: cause.code }
}

/** The first code in the chain of an error's causes; its name when there is no code. */
export function codeOf(error: unknown): string {
  return causeOf(error, 0).code
}

type Cause = { readonly code: string; readonly neverConnected: boolean }

function causeOf(error: unknown, depth: number): Cause {
  if (typeof error !== 'object' || error === null || depth > MAX_DEPTH)
    return { code: 'UNKNOWN', neverConnected: false }
  const { code, syscall, cause, errors, name } = error as Record<string, unknown>
  // When a host name has several addresses, Node tries each one and reports all errors together. All must have failed early.
  if (Array.isArray(errors) && errors.length > 0) {
    const causes = errors.map((each) => causeOf(each, depth + 1))
    const late = causes.find(({ neverConnected }) => !neverConnected)
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

/** The statuses with which the API rejects a request for good. Any other 4xx does not come from the API. */
const REJECTIONS = new Set([400, 404, 405, 409, 410, 413, 415, 422])

/** The failure for a response; null when it is a 2xx with a complete JSON body. */
export function failureOfStatus(seen: Observation): Failure | null {
  const { status, body, cutBy } = seen
  const words = errorTextOf(body, seen.secret)
  if (status === 401 || status === 403) {
    return { kind: 'unauthorized', status, words: words ?? text('api.keyRejected') }
  }
  if (status === 429 || status === 425)
    return { kind: 'throttled', retryAfterMs: retryAfterMs(seen.retryAfter, seen.now) }
  if (status === 408 || status >= 500 || (status >= 300 && status < 400)) return { kind: 'server', status, words }
  if (cutBy !== null) return { kind: 'interrupted', code: cutBy }
  if (body === undefined) return { kind: 'unreadable', status, why: 'the response is not JSON' }
  if (status >= 200 && status < 300) return null
  if (REJECTIONS.has(status) && isRefusal(body))
    return { kind: 'rejected', status, words: words ?? text('api.noReason') }
  return { kind: 'unreadable', status, why: 'the response does not have the format of the API' }
}

function isRefusal(body: unknown): boolean {
  return typeof body === 'object' && body !== null && (body as Record<string, unknown>)['success'] === false
}

/** Characters: enough for an error message, too short for a whole page. */
const MAX_ERROR_TEXT = 500

function errorTextOf(body: unknown, secret = ''): string | null {
  if (typeof body !== 'object' || body === null) return null
  const text = (body as Record<string, unknown>)['error']
  if (typeof text !== 'string' || text.trim() === '') return null
  return (secret === '' ? text : text.replaceAll(secret, '•••')).slice(0, MAX_ERROR_TEXT)
}

/** A wait of 0 would cause an immediate retry. With a wait of a day the app would look broken. */
const MIN_RETRY_AFTER_MS = 1_000
const MAX_RETRY_AFTER_MS = 15 * 60_000

/** `Retry-After` in seconds or as a date, clamped, ms; null when it is missing or invalid. */
export function retryAfterMs(header: string | null, now: number): number | null {
  if (header === null || header.trim() === '') return null
  const seconds = /^\s*\d+(\.\d+)?\s*$/.test(header) ? Number(header) : null
  const wait = seconds === null ? Date.parse(header) - now : seconds * 1_000
  if (Number.isNaN(wait)) return null
  return Math.min(MAX_RETRY_AFTER_MS, Math.max(MIN_RETRY_AFTER_MS, wait))
}
