import { describe, expect, it } from 'vitest'
import type { Failure } from '../../../src/shared/failure.ts'
import {
  type Download,
  downloadOf,
  failureCause,
  failureSentence,
  hasNoNetwork,
  mergeDownloads,
  needsUser,
} from '../../../src/words/failure.ts'

const unreachable = (code: string): Failure => ({ kind: 'unreachable', code })

describe('failureCause', () => {
  it.each<[Failure, string]>([
    [unreachable('ENOTFOUND'), 'The server’s address couldn’t be found.'],
    [unreachable('EAI_AGAIN'), 'The server’s address couldn’t be found.'],
    [unreachable('ENETUNREACH'), 'There is no network.'],
    [unreachable('ECONNREFUSED'), 'The server isn’t responding.'],
    [unreachable('UND_ERR_CONNECT_TIMEOUT'), 'The server isn’t responding.'],
    [unreachable('CERT_HAS_EXPIRED'), 'The server’s identity couldn’t be verified (CERT_HAS_EXPIRED).'],
    [unreachable('HOSTNAME_MISMATCH'), 'The server’s identity couldn’t be verified (HOSTNAME_MISMATCH).'],
    [unreachable('SELF_SIGNED_CERT_IN_CHAIN'), 'The server’s certificate is not trusted on this computer.'],
    [unreachable('UNABLE_TO_GET_ISSUER_CERT_LOCALLY'), 'The server’s certificate is not trusted on this computer.'],
    [unreachable('PROXY_LOGIN'), 'The proxy asks for a name and password.'],
    [unreachable('PROXY_SIGN_IN'), 'The proxy asks for a kind of sign-in that Clarion doesn’t support.'],
    [unreachable('PROXY_UNREACHABLE'), 'The proxy can’t be reached.'],
    [unreachable('PROXY_REFUSED'), 'The proxy doesn’t allow a connection to the server.'],
    [unreachable('PROXY_CERTIFICATE'), 'The proxy’s certificate is not trusted on this computer.'],
    [unreachable('PROXY_UNSUPPORTED'), 'This computer uses a kind of proxy that Clarion doesn’t support.'],
    [unreachable('PROXY_SCRIPT'), 'The proxy settings couldn’t be loaded.'],
    [unreachable('HOST_NOT_ALLOWED'), 'Your organisation doesn’t allow this server.'],
    [unreachable('EWHATEVER'), 'The server couldn’t be reached (EWHATEVER).'],
    [
      { kind: 'unauthorized', status: 401, words: 'Invalid API key' },
      'The server doesn’t accept this API key: “Invalid API key”.',
    ],
    [{ kind: 'unauthorized', status: 0, words: 'The key is not on this device.' }, 'The key is not on this device.'],
    [{ kind: 'throttled', retryAfterMs: 1_500 }, 'The server is limiting requests for 2 seconds.'],
    [{ kind: 'throttled', retryAfterMs: 1_000 }, 'The server is limiting requests for 1 second.'],
    [{ kind: 'throttled', retryAfterMs: 15 * 60_000 }, 'The server is limiting requests for 15 minutes.'],
    [{ kind: 'throttled', retryAfterMs: null }, 'The server is limiting requests.'],
    [
      { kind: 'rejected', status: 400, words: 'Missing required field: customer_phone' },
      'The server refused: “Missing required field: customer_phone”.',
    ],
    [{ kind: 'server', status: 503, words: null }, 'The server has a problem (503).'],
    [
      { kind: 'server', status: 500, words: 'Down for maintenance.' },
      'The server has a problem (500): “Down for maintenance”.',
    ],
    [{ kind: 'refused', words: 'Use https.' }, 'Use https.'],
  ])('describes %j', (failure, text) => {
    expect(failureCause(failure)).toBe(text)
  })

  it('says that a redirect is not followed', () => {
    expect(failureCause({ kind: 'server', status: 302, words: null })).toMatch(/redirects to another address \(302\)/)
  })

  it('removes direction overrides from the server’s text', () => {
    expect(failureCause({ kind: 'rejected', status: 400, words: 'a\u202eb\nc' })).toBe('The server refused: “ab c”.')
  })
})

describe('failureSentence', () => {
  it.each<[Failure, RegExp]>([
    [unreachable('ECONNREFUSED'), /Retrying automatically/],
    [{ kind: 'interrupted', code: 'ECONNRESET' }, /Retrying automatically/],
    [{ kind: 'server', status: 500, words: null }, /Retrying automatically/],
    [{ kind: 'unreadable', status: 200, why: 'HTML' }, /Retrying automatically/],
    [{ kind: 'throttled', retryAfterMs: null }, /Resumes automatically/],
    [{ kind: 'unauthorized', status: 401, words: 'Invalid API key' }, /Enter a new key/],
    [{ kind: 'rejected', status: 400, words: 'x' }, /won’t be retried/],
  ])('says what happens next after %j', (failure, next) => {
    expect(failureSentence(failure)).toMatch(next)
  })

  it('promises nothing when our own check refused', () => {
    expect(failureSentence({ kind: 'refused', words: 'Use https.' })).toBe('Use https.')
  })
})

describe('needsUser', () => {
  it('is true only when waiting does not help', () => {
    expect(needsUser({ kind: 'unauthorized', status: 401, words: 'x' })).toBe(true)
    expect(needsUser({ kind: 'rejected', status: 400, words: 'x' })).toBe(true)
    expect(needsUser(unreachable('ENOTFOUND'))).toBe(false)
    expect(needsUser({ kind: 'throttled', retryAfterMs: null })).toBe(false)
  })
})

describe('hasNoNetwork', () => {
  it('is false when a machine refused the connection', () => {
    expect(hasNoNetwork(unreachable('ENOTFOUND'))).toBe(true)
    expect(hasNoNetwork(unreachable('ENETUNREACH'))).toBe(true)
    expect(hasNoNetwork(unreachable('ECONNREFUSED'))).toBe(false)
    expect(hasNoNetwork({ kind: 'interrupted', code: 'ENOTFOUND' })).toBe(false)
  })
})

describe('downloadOf', () => {
  const progress = { conversations: 100, isResumed: false }
  const refused: Failure = { kind: 'unauthorized', status: 401, words: 'Invalid API key' }
  const broken: Failure = { kind: 'server', status: 500, words: null }
  it.each<[string, Parameters<typeof downloadOf>[0], string, boolean, Download]>([
    ['the list while it is read', { progress, failure: null }, 'sealed', false, 'list'],
    ['the list while the server fails for a moment', { progress, failure: broken }, 'sealed', false, 'list'],
    [
      'nothing while no request reaches the server',
      { progress, failure: unreachable('ENETDOWN') },
      'sealed',
      true,
      'nothing',
    ],
    ['nothing once the server refuses the key', { progress, failure: refused }, 'sealed', false, 'nothing'],
    ['nothing without a key', { progress, failure: null }, 'missing', false, 'nothing'],
    ['threads when the list is read', { progress: null, failure: null }, 'sealed', false, 'threads'],
    ['threads before it is known', { failure: null }, 'sealed', false, 'threads'],
    [
      'nothing once every thread was read or refused',
      { progress: null, failure: null, areThreadsRead: true },
      'sealed',
      false,
      'nothing',
    ],
    [
      'no threads without a connection',
      { progress: null, failure: unreachable('ENETDOWN') },
      'sealed',
      true,
      'nothing',
    ],
  ])('is %s', (_, reachability, key, isOffline, download) => {
    expect(downloadOf(reachability, key, isOffline)).toBe(download)
  })

  it('is the list of one workspace for several, then the threads', () => {
    expect(mergeDownloads(['nothing', 'threads', 'list'])).toBe('list')
    expect(mergeDownloads(['nothing', 'threads'])).toBe('threads')
    expect(mergeDownloads(['nothing'])).toBe('nothing')
  })
})
