import { describe, expect, it } from 'vitest'
import type { Failure } from '../../../src/shared/failure.ts'
import { failureCause, failureSentence, hasNoNetwork, needsPerson } from '../../../src/words/failure.ts'

const unreachable = (code: string): Failure => ({ kind: 'unreachable', code })

describe('the cause of a failure, in a sentence', () => {
  it.each<[Failure, string]>([
    [unreachable('ENOTFOUND'), 'The server’s address could not be found.'],
    [unreachable('EAI_AGAIN'), 'The server’s address could not be found.'],
    [unreachable('ENETUNREACH'), 'There is no network.'],
    [unreachable('ECONNREFUSED'), 'The server is not answering.'],
    [unreachable('UND_ERR_CONNECT_TIMEOUT'), 'The server is not answering.'],
    [unreachable('CERT_HAS_EXPIRED'), 'The server could not prove who it is (CERT_HAS_EXPIRED).'],
    [unreachable('HOSTNAME_MISMATCH'), 'The server could not prove who it is (HOSTNAME_MISMATCH).'],
    [unreachable('EWHATEVER'), 'The server could not be reached (EWHATEVER).'],
    [
      { kind: 'unauthorized', status: 401, words: 'Invalid API key' },
      'The server does not accept this API key: “Invalid API key”.',
    ],
    [{ kind: 'unauthorized', status: 0, words: 'The key is not on this device.' }, 'The key is not on this device.'],
    [{ kind: 'throttled', retryAfterMs: 1_500 }, 'The server asks for a pause of 2 seconds.'],
    [{ kind: 'throttled', retryAfterMs: 1_000 }, 'The server asks for a pause of 1 second.'],
    [{ kind: 'throttled', retryAfterMs: 15 * 60_000 }, 'The server asks for a pause of 15 minutes.'],
    [{ kind: 'throttled', retryAfterMs: null }, 'The server asks for a pause.'],
    [
      { kind: 'rejected', status: 400, words: 'Missing required field: customer_phone' },
      'The server refused: “Missing required field: customer_phone”.',
    ],
    [{ kind: 'server', status: 503, words: null }, 'The server has a problem of its own (503).'],
    [
      { kind: 'server', status: 500, words: 'Down for maintenance.' },
      'The server has a problem of its own (500): “Down for maintenance”.',
    ],
    [{ kind: 'refused', words: 'Use https.' }, 'Use https.'],
  ])('%j', (failure, words) => {
    expect(failureCause(failure)).toBe(words)
  })

  it('a redirect is told as one: the key goes to no other host', () => {
    expect(failureCause({ kind: 'server', status: 302, words: null })).toMatch(/points to another address \(302\)/)
  })

  it('the server’s words are shown without what turns text around', () => {
    expect(failureCause({ kind: 'rejected', status: 400, words: 'a\u202eb\nc' })).toBe('The server refused: “ab c”.')
  })
})

describe('what happens next', () => {
  it.each<[Failure, RegExp]>([
    [unreachable('ECONNREFUSED'), /by itself/],
    [{ kind: 'interrupted', code: 'ECONNRESET' }, /by itself/],
    [{ kind: 'server', status: 500, words: null }, /by itself/],
    [{ kind: 'unreadable', status: 200, why: 'HTML' }, /by itself/],
    [{ kind: 'throttled', retryAfterMs: null }, /by itself/],
    [{ kind: 'unauthorized', status: 401, words: 'Invalid API key' }, /Enter a key/],
    [{ kind: 'rejected', status: 400, words: 'x' }, /not tried again/],
  ])('%j', (failure, next) => {
    expect(failureSentence(failure)).toMatch(next)
  })

  it('nothing is promised after a refusal of our own', () => {
    expect(failureSentence({ kind: 'refused', words: 'Use https.' })).toBe('Use https.')
  })
})

describe('who can help', () => {
  it('a person, when waiting cannot', () => {
    expect(needsPerson({ kind: 'unauthorized', status: 401, words: 'x' })).toBe(true)
    expect(needsPerson({ kind: 'rejected', status: 400, words: 'x' })).toBe(true)
    expect(needsPerson(unreachable('ENOTFOUND'))).toBe(false)
    expect(needsPerson({ kind: 'throttled', retryAfterMs: null })).toBe(false)
  })

  it('a server that says no is not a missing network', () => {
    expect(hasNoNetwork(unreachable('ENOTFOUND'))).toBe(true)
    expect(hasNoNetwork(unreachable('ENETUNREACH'))).toBe(true)
    expect(hasNoNetwork(unreachable('ECONNREFUSED'))).toBe(false)
    expect(hasNoNetwork({ kind: 'interrupted', code: 'ENOTFOUND' })).toBe(false)
  })
})
