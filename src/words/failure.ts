import { assertNever, type Failure } from '../shared/failure.ts'
import { durationWords } from '../ui/time-words.ts'
import { harmlessLine } from './harmless-text.ts'

/** What happened and what happens next, for background work such as sync and the outbox. */
export function failureSentence(failure: Failure): string {
  const next = nextOf(failure)
  return next === null ? failureCause(failure) : `${failureCause(failure)} ${next}`
}

/** What happened, in one sentence. For an action that the user waits for, which isn't retried. */
export function failureCause(failure: Failure): string {
  switch (failure.kind) {
    case 'unreachable':
      return unreachableCause(failure.code)
    case 'interrupted':
      return 'The connection was lost before the server’s reply was complete.'
    case 'unauthorized':
      return unauthorizedCause(failure.status, failure.words)
    case 'throttled':
      return failure.retryAfterMs === null
        ? 'The server is limiting requests.'
        : `The server is limiting requests for ${pauseText(failure.retryAfterMs)}.`
    case 'rejected':
      return `The server refused: ${quoted(failure.words)}.`
    case 'server':
      return serverCause(failure.status, failure.words)
    case 'unreadable':
      return 'The reply didn’t come from the Conversations API. A proxy or firewall may have sent it.'
    case 'refused':
      return failure.words
    default:
      return assertNever(failure)
  }
}

/** True when waiting doesn't help and the user has to do something. */
export function needsUser(failure: Failure): boolean {
  return failure.kind === 'unauthorized' || failure.kind === 'rejected' || failure.kind === 'refused'
}

/** True when there seems to be no network; false when a machine refused the connection. */
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
      return 'Retrying automatically.'
    case 'throttled':
      return 'Resumes automatically.'
    case 'unauthorized':
      return 'Enter a new key to continue. Nothing is lost.'
    case 'rejected':
      return 'It won’t be retried automatically.'
    case 'refused':
      return null
    default:
      return assertNever(failure)
  }
}

function unreachableCause(code: string): string {
  if (NO_NAME.has(code)) return 'The server’s address couldn’t be found.'
  if (code === 'ENETUNREACH' || code === 'ENETDOWN') return 'There is no network.'
  if (code === 'EHOSTUNREACH' || code === 'EHOSTDOWN') return 'The server can’t be reached from this network.'
  if (code === 'ECONNREFUSED' || code === 'UND_ERR_CONNECT_TIMEOUT') return 'The server isn’t responding.'
  if (/CERT|TLS|SSL|SIGN|ISSUER|HOSTNAME|_CA$/.test(code))
    return `The server’s identity couldn’t be verified (${code}).`
  return `The server couldn’t be reached (${code}).`
}

function serverCause(status: number, words: string | null): string {
  if (status < 400)
    return `The server redirects to another address (${status}). Clarion doesn’t follow, so that your API key goes to no other server.`
  const cause = `The server has a problem (${status})`
  return words === null ? `${cause}.` : `${cause}: ${quoted(words)}.`
}

function unauthorizedCause(status: number, words: string): string {
  // Status 0: no request was made, and the text is our own.
  if (status === 0) return words
  if (status === 403) return `The server doesn’t allow this API key to do that: ${quoted(words)}.`
  return `The server doesn’t accept this API key: ${quoted(words)}.`
}

function pauseText(pauseMs: number): string {
  if (pauseMs >= 60_000) return durationWords(pauseMs)
  const seconds = Math.ceil(pauseMs / 1000)
  return seconds === 1 ? '1 second' : `${seconds} seconds`
}

/** Quotes the server's text without its full stop, because our sentence adds one. */
function quoted(text: string): string {
  return `“${harmlessLine(text).replace(/\.$/, '')}”`
}
