import { assertNever, type Failure } from '../shared/failure.ts'
import { durationWords } from '../ui/time-words.ts'

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
      return failure.words === null
        ? `The server has a problem of its own (${failure.status}).`
        : `The server has a problem of its own (${failure.status}): ${quoted(failure.words)}.`
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
  switch (code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'The server’s address could not be found.'
    case 'ECONNREFUSED':
      return 'The server is not answering.'
    case 'ENETUNREACH':
    case 'EHOSTUNREACH':
    case 'ENETDOWN':
    case 'ERR_INTERNET_DISCONNECTED':
      return 'There is no network.'
    default:
      return /CERT|TLS|SSL|SELF_SIGNED|SIGNATURE/.test(code)
        ? `A safe connection to the server could not be made (${code}).`
        : `The server could not be reached (${code}).`
  }
}

function unauthorizedCause(status: number, words: string): string {
  // Status 0: no server was asked, and the words are our own.
  if (status === 0) return words
  if (status === 403) return `The server does not allow this key to do that: ${quoted(words)}.`
  return `The server does not accept this API key: ${quoted(words)}.`
}

function pauseWords(pauseMs: number): string {
  return pauseMs < 60_000 ? `${Math.ceil(pauseMs / 1000)} seconds` : durationWords(pauseMs)
}

/** The server's own words, without the full stop that our sentence brings. */
function quoted(words: string): string {
  return `“${words.trim().replace(/\.$/, '')}”`
}
