import type { Failure } from '../shared/failure.ts'
import { failureCause } from '../words/failure.ts'

/** A refusal, and the field that it is about. */
export type ConnectProblem = { readonly field: 'key' | 'address'; readonly words: string }

/** Before anything is asked: what an empty field needs. */
export function emptyField(apiKey: string, baseUrl: string): ConnectProblem | null {
  if (apiKey.trim() === '') return { field: 'key', words: 'Paste your API key here.' }
  if (baseUrl.trim() === '') return { field: 'address', words: 'The address of the API server is needed.' }
  return null
}

/** Whatever does not concern the key concerns the server at that address. */
export function problemOf(failure: Failure): ConnectProblem {
  return { field: failure.kind === 'unauthorized' ? 'key' : 'address', words: failureCause(failure) }
}
