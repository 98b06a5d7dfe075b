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

function textOf(
  state: OpState,
  { failure, inMs = 0, isOffline = false, place = 'first', ...options }: Case = {},
): string {
  const op = { state, failure: failure ?? null, notBefore: NOW + inMs, question: options.question ?? null }
  return opStateWords(op, options.kind ?? 'send', { now: NOW, isOffline, place })
}

describe('opStateWords', () => {
  it.each<[OpState, Case, string]>([
    ['held', { inMs: 4_200 }, 'Sends in 5 s'],
    ['held', {}, 'Sending…'],
    ['held', { isOffline: true, inMs: 4_200 }, 'Sends in 5 s'],
    ['held', { isOffline: true }, 'Waiting for connection'],
    ['held', { place: 'behind' }, 'Queued'],
    ['held', { place: 'blocked', inMs: 4_200 }, 'Queued. Something before it needs your attention'],
    ['queued', {}, 'Queued'],
    ['queued', { place: 'blocked', isOffline: true }, 'Queued. Something before it needs your attention'],
    ['queued', { inMs: 12_000 }, 'Queued, retrying in 12 s'],
    ['queued', { inMs: 5 * 60_000 }, 'Queued, retrying in 5 minutes'],
    [
      'queued',
      { inMs: 12_000, failure: { kind: 'unreachable', code: 'ECONNREFUSED' } },
      'Queued, retrying in 12 s: the server isn’t responding',
    ],
    ['queued', { isOffline: true, inMs: 12_000 }, 'Waiting for connection'],
    [
      'queued',
      { isOffline: true, failure: { kind: 'unauthorized', status: 401, words: 'Invalid API key' } },
      'Queued. Sends once the server accepts the key',
    ],
    ['sending', {}, 'Sending…'],
    ['uncertain', {}, 'Checking delivery…'],
    ['uncertain', { isOffline: true }, 'May have been delivered. Checked when you’re online'],
    ['asking', {}, 'It may not have been delivered. Decide what to do'],
    [
      'asking',
      { question: { why: 'stale', newIds: ['m'] } },
      'New messages arrived before this was sent. Send anyway?',
    ],
    [
      'asking',
      {
        question: { why: 'cannot-verify', because: 'unreadable' },
        failure: { kind: 'rejected', status: 404, words: 'Conversation not found' },
      },
      'It may have been delivered. The server’s messages can’t be read. The server refused: “Conversation not found”.',
    ],
    ['failed', {}, 'Not sent'],
    ['failed', { kind: 'patch' }, 'Not changed'],
    [
      'failed',
      { failure: { kind: 'rejected', status: 404, words: 'Conversation not found' } },
      'Not sent: the server refused: “Conversation not found”',
    ],
  ])('describes %s with %j', (state, context, expected) => {
    expect(textOf(state, context)).toBe(expected)
  })
})
