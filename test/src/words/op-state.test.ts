import { describe, expect, it } from 'vitest'
import type { OpState } from '../../../src/db/op.ts'
import type { Failure } from '../../../src/shared/failure.ts'
import { opStateWords } from '../../../src/words/op-state.ts'

const NOW = 1_000_000

type Case = { readonly failure?: Failure; readonly inMs?: number; readonly isOffline?: boolean }

function words(state: OpState, { failure, inMs = 0, isOffline = false }: Case = {}): string {
  return opStateWords(state, failure ?? null, NOW + inMs, NOW, isOffline)
}

describe('where a message stands, in words', () => {
  it.each<[OpState, Case, string]>([
    ['held', { inMs: 4_200 }, 'Sends in 5 s'],
    ['held', {}, 'Sending…'],
    ['queued', {}, 'Queued'],
    ['queued', { inMs: 12_000 }, 'Queued, next try in 12 s'],
    ['queued', { inMs: 5 * 60_000 }, 'Queued, next try in 5 minutes'],
    [
      'queued',
      { inMs: 12_000, failure: { kind: 'unreachable', code: 'ECONNREFUSED' } },
      'Queued, next try in 12 s: the server is not answering',
    ],
    ['queued', { isOffline: true, inMs: 12_000 }, 'Queued. Goes out once you are online'],
    [
      'queued',
      { isOffline: true, failure: { kind: 'unauthorized', status: 401, words: 'Invalid API key' } },
      'Queued. Goes out once the server accepts the key',
    ],
    ['sending', {}, 'Sending…'],
    ['uncertain', {}, 'Checking whether it arrived…'],
    ['uncertain', { isOffline: true }, 'May have arrived. Checked once you are online'],
    ['asking', {}, 'It may or may not have arrived. Please decide'],
    ['failed', {}, 'Not sent'],
    [
      'failed',
      { failure: { kind: 'rejected', status: 404, words: 'Conversation not found' } },
      'Not sent: the server refused: “Conversation not found”',
    ],
  ])('%s %j', (state, around, expected) => {
    expect(words(state, around)).toBe(expected)
  })
})
