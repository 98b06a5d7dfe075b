import type { Failure } from '../shared/failure.ts'
import { failureCause } from '../words/failure.ts'

/** A refusal, and the field that it is about. */
export type ConnectProblem = { readonly field: 'key' | 'address'; readonly words: string }

/** What can be seen before anything is asked; null when nothing can. Whether an address will do is for the main process to say. */
export function problemBefore(apiKey: string, baseUrl: string): ConnectProblem | null {
  const key = apiKey.trim()
  if (key === '') return { field: 'key', words: 'Enter your API key.' }
  if (/[^\x21-\x7e]/.test(key)) {
    return { field: 'key', words: 'An API key has no spaces, line breaks or accents. Copy the whole key again.' }
  }
  if (baseUrl.trim() === '') return { field: 'address', words: 'Enter the server address.' }
  return null
}

/** Whatever does not concern the key concerns the server at that address. */
export function problemOf(failure: Failure): ConnectProblem {
  return { field: failure.kind === 'unauthorized' ? 'key' : 'address', words: failureCause(failure) }
}
