import { assertNever, type Failure } from '../shared/failure.ts'
import { durationWords } from '../ui/time-words.ts'
import { harmlessLine } from './harmless-text.ts'

/** What happened and what happens next, for whatever goes on by itself: reading, the outbox. */
export function failureSentence(failure: Failure): string {
  const next = nextOf(failure)
  return next === null ? failureCause(failure) : `${failureCause(failure)} ${next}`
}

/** What happened, in one sentence. For a person who asked for it just now and waits: nothing is promised. */
export function failureCause(failure: Failure): string {
  switch (failure.kind) {
    case 'unreachable':
      return unreachableCause(failure.code)
    case 'interrupted':
      return 'The connection was lost before the server’s answer was complete.'
    case 'unauthorized':
      return unauthorizedCause(failure.status, failure.words)
    case 'throttled':
      return failure.retryAfterMs === null
        ? 'The server asks for a pause.'
        : `The server asks for a pause of ${pauseWords(failure.retryAfterMs)}.`
    case 'rejected':
      return `The server refused: ${quoted(failure.words)}.`
    case 'server':
      return serverCause(failure.status, failure.words)
    case 'unreadable':
      return 'What came back was not an answer of the Conversations API. Something between here and the server may have written it.'
    case 'refused':
      return failure.words
    default:
      return assertNever(failure)
  }
}

/** True when waiting does not help: a person has to do something first. */
export function needsPerson(failure: Failure): boolean {
  return failure.kind === 'unauthorized' || failure.kind === 'rejected' || failure.kind === 'refused'
}

/** True when nothing was found out there at all, which is what having no network looks like; false when one machine says no. */
export function hasNoNetwork(failure: Failure): boolean {
  return failure.kind === 'unreachable' && NO_NETWORK.has(failure.code)
}

const NO_NAME: ReadonlySet<string> = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL', 'EAI_NODATA', 'EAI_NONAME'])
const NO_NETWORK: ReadonlySet<string> = new Set([...NO_NAME, 'ENETUNREACH', 'ENETDOWN'])

function nextOf(failure: Failure): string | null {
  switch (failure.kind) {
    case 'unreachable':
    case 'interrupted':
    case 'server':
    case 'unreadable':
      return 'Trying again by itself.'
    case 'throttled':
      return 'It goes on by itself.'
    case 'unauthorized':
      return 'Enter a key to go on; nothing is lost meanwhile.'
    case 'rejected':
      return 'It is not tried again by itself.'
    case 'refused':
      return null
    default:
      return assertNever(failure)
  }
}

function unreachableCause(code: string): string {
  if (NO_NAME.has(code)) return 'The server’s address could not be found.'
  if (code === 'ENETUNREACH' || code === 'ENETDOWN') return 'There is no network.'
  if (code === 'EHOSTUNREACH' || code === 'EHOSTDOWN') return 'There is no way to the server from this network.'
  if (code === 'ECONNREFUSED' || code === 'UND_ERR_CONNECT_TIMEOUT') return 'The server is not answering.'
  if (/CERT|TLS|SSL|SIGN|ISSUER|HOSTNAME|_CA$/.test(code)) return `The server could not prove who it is (${code}).`
  return `The server could not be reached (${code}).`
}

function serverCause(status: number, words: string | null): string {
  if (status < 400)
    return `The server points to another address (${status}), which is not followed: the key goes to no other host.`
  const cause = `The server has a problem of its own (${status})`
  return words === null ? `${cause}.` : `${cause}: ${quoted(words)}.`
}

function unauthorizedCause(status: number, words: string): string {
  // Status 0: no server was asked, and the words are our own.
  if (status === 0) return words
  if (status === 403) return `The server does not allow this key to do that: ${quoted(words)}.`
  return `The server does not accept this API key: ${quoted(words)}.`
}

function pauseWords(pauseMs: number): string {
  if (pauseMs >= 60_000) return durationWords(pauseMs)
  const seconds = Math.ceil(pauseMs / 1000)
  return seconds === 1 ? '1 second' : `${seconds} seconds`
}

/** The server's own words, without the full stop that our sentence brings. */
function quoted(words: string): string {
  return `“${harmlessLine(words).replace(/\.$/, '')}”`
}
