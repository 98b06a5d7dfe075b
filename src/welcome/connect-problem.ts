import type { Failure } from '../shared/failure.ts'
import { text } from '../strings/text.ts'
import { failureCause } from '../words/failure.ts'

/** Why connecting failed, and the field to correct. */
export type ConnectProblem = {
  readonly field: 'key' | 'address'
  readonly message: string
  /** The user chose not to connect, which is no error. */
  readonly isDeclined?: true
}

/** A problem that is visible without a request; null when there is none. The main process validates the address. */
export function problemBefore(apiKey: string, baseUrl: string): ConnectProblem | null {
  const key = apiKey.trim()
  if (key === '') return { field: 'key', message: text('welcome.enterKey') }
  if (/[^\x21-\x7e]/.test(key)) {
    return { field: 'key', message: text('welcome.keyHasSpaces') }
  }
  if (baseUrl.trim() === '') return { field: 'address', message: text('welcome.enterAddress') }
  return null
}

/** Every failure that is not about the key is about the server at that address. */
export function problemOf(failure: Failure): ConnectProblem {
  if (failure.kind === 'refused' && failure.isDeclined === true)
    return { field: 'address', message: failure.words, isDeclined: true }
  return { field: failure.kind === 'unauthorized' ? 'key' : 'address', message: failureCause(failure) }
}
