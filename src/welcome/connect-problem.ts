import type { Failure } from '../shared/failure.ts'
import { failureCause } from '../words/failure.ts'

/** Why connecting failed, and the field to correct. */
export type ConnectProblem = { readonly field: 'key' | 'address'; readonly message: string }

/** A problem that is visible without a request; null when there is none. The main process validates the address. */
export function problemBefore(apiKey: string, baseUrl: string): ConnectProblem | null {
  const key = apiKey.trim()
  if (key === '') return { field: 'key', message: 'Enter your API key.' }
  if (/[^\x21-\x7e]/.test(key)) {
    return { field: 'key', message: 'An API key has no spaces, line breaks or accents. Copy the whole key again.' }
  }
  if (baseUrl.trim() === '') return { field: 'address', message: 'Enter the server address.' }
  return null
}

/** Every failure that is not about the key is about the server at that address. */
export function problemOf(failure: Failure): ConnectProblem {
  return { field: failure.kind === 'unauthorized' ? 'key' : 'address', message: failureCause(failure) }
}
