import { describe, expect, it } from 'vitest'
import type { Intent, OpState, OpQuestion } from '../../../src/db/op.ts'
import type { Failure } from '../../../src/shared/failure.ts'
import { type OpStateContext, opStateWords } from '../../../src/words/op-state.ts'

const NOW = 1_000_000

type Case = {
  readonly failure?: Failure
  readonly inMs?: number
  readonly isOffline?: boolean
  readonly place?: OpStateContext['place']
  readonly question?: OpQuestion
  readonly kind?: Intent['kind']
}

function words(state: OpState, { failure, inMs = 0, isOffline = false, place = 'first', ...said }: Case = {}): string {
  const standing = { state, failure: failure ?? null, notBefore: NOW + inMs, question: said.question ?? null }
  return opStateWords(standing, said.kind ?? 'send', { now: NOW, isOffline, place })
}

describe('where a message stands, in words', () => {
  it.each<[OpState, Case, string]>([
    ['held', { inMs: 4_200 }, 'Sends in 5 s'],
    ['held', {}, 'Sending…'],
    ['held', { isOffline: true, inMs: 4_200 }, 'Sends in 5 s'],
    ['held', { isOffline: true }, 'Queued. Goes out once you are online'],
    ['held', { place: 'behind' }, 'Queued'],
    ['held', { place: 'blocked', inMs: 4_200 }, 'Queued. Waits for your decision'],
    ['queued', {}, 'Queued'],
    ['queued', { place: 'blocked', isOffline: true }, 'Queued. Waits for your decision'],
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
    [
      'asking',
      { question: { why: 'stale', newIds: ['m'] } },
      'Newer words came before this was sent. Is it still right?',
    ],
    [
      'asking',
      {
        question: { why: 'cannot-verify', because: 'unreadable' },
        failure: { kind: 'rejected', status: 404, words: 'Conversation not found' },
      },
      'It may have arrived. What the server has cannot be read back. The server refused: “Conversation not found”.',
    ],
    ['failed', {}, 'Not sent'],
    ['failed', { kind: 'patch' }, 'Not changed'],
    [
      'failed',
      { failure: { kind: 'rejected', status: 404, words: 'Conversation not found' } },
      'Not sent: the server refused: “Conversation not found”',
    ],
  ])('%s %j', (state, around, expected) => {
    expect(words(state, around)).toBe(expected)
  })
})
