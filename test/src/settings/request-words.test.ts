import { describe, expect, it } from 'vitest'
import { outcomeOf, requestWords, tookWords } from '../../../src/settings/request-words.ts'
import type { LoggedRequest } from '../../../src/shared/logged-request.ts'

const REQUEST: LoggedRequest = {
  ...{ number: 1, at: 0, method: 'GET', intent: 'listConversations', offset: 0, ms: 1 },
  ...{ status: 200, failure: null, code: null },
}

const OUTCOMES: readonly [Partial<LoggedRequest>, string, string][] = [
  [{}, 'good', '200'],
  [{ status: 201 }, 'good', '201'],
  [{ status: null, failure: 'unreachable', code: 'ENOTFOUND' }, 'warning', 'Not reachable (ENOTFOUND)'],
  [{ status: null, failure: 'interrupted', code: 'TIMEOUT' }, 'warning', 'Connection lost (TIMEOUT)'],
  [{ status: 429, failure: 'throttled' }, 'warning', '429 · rate limited'],
  [{ status: 503, failure: 'server' }, 'warning', '503 · server error'],
  [{ status: 302, failure: 'server' }, 'warning', '302 · redirected'],
  [{ status: 200, failure: 'unreadable' }, 'warning', '200 · unexpected response'],
  [{ status: 401, failure: 'unauthorized' }, 'danger', '401 · key not accepted'],
  [{ status: 403, failure: 'unauthorized' }, 'danger', '403 · not allowed'],
  [{ status: 422, failure: 'rejected' }, 'danger', '422 · rejected'],
]

describe('outcomeOf', () => {
  it.each(OUTCOMES)('for %j is %s', (change, tone, text) => {
    expect(outcomeOf({ ...REQUEST, ...change })).toEqual({ tone, text })
  })
})

describe('requestWords', () => {
  it.each<[Partial<LoggedRequest>, string]>([
    [{}, 'List conversations'],
    [{ offset: 80 }, 'List conversations, from 80'],
    [{ intent: 'sendMessage', offset: null }, 'Send a message'],
  ])('for %j is “%s”', (change, text) => {
    expect(requestWords({ ...REQUEST, ...change })).toBe(text)
  })
})

it.each([
  [0, '0 ms'],
  [999, '999 ms'],
  [1_000, '1.0 s'],
  [30_049, '30.0 s'],
])('tookWords writes %d ms as %s', (ms, text) => {
  expect(tookWords(ms)).toBe(text)
})
