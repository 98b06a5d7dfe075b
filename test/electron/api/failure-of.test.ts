import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { failureOfError, failureOfStatus, type Observation, retryAfterMs } from '../../../electron/api/failure-of.ts'

function coded(code: string, more: object = {}): Error {
  return Object.assign(new Error('a message that must not matter'), { code, ...more })
}

function wrapped(cause: unknown): Error {
  return new Error('[POST] "http://x": <no response> fetch failed', { cause: new TypeError('fetch failed', { cause }) })
}

const NEVER_SENT: readonly [string, unknown][] = [
  ['a name that does not exist', coded('ENOTFOUND', { syscall: 'getaddrinfo' })],
  ['an unreachable name server', coded('EAI_AGAIN', { syscall: 'getaddrinfo' })],
  ['a closed port', coded('ECONNREFUSED', { syscall: 'connect' })],
  ['no route to the host', coded('EHOSTUNREACH', { syscall: 'connect' })],
  ['no network', coded('ENETUNREACH', { syscall: 'connect' })],
  ['a connection that was not answered, by undici', coded('UND_ERR_CONNECT_TIMEOUT')],
  ['a connection that was not answered, by the system', coded('ETIMEDOUT', { syscall: 'connect' })],
  ['a firewall', coded('EACCES', { syscall: 'connect' })],
  ['no local address', coded('EADDRNOTAVAIL', { syscall: 'connect' })],
  ['an expired certificate', coded('CERT_HAS_EXPIRED')],
  ['a self-signed certificate', coded('DEPTH_ZERO_SELF_SIGNED_CERT')],
  ['an incomplete certificate chain', coded('UNABLE_TO_VERIFY_LEAF_SIGNATURE')],
  ['a certificate for another name', coded('ERR_TLS_CERT_ALTNAME_INVALID')],
  ['a server without TLS', coded('ERR_SSL_WRONG_VERSION_NUMBER')],
  [
    'both addresses of localhost refused',
    Object.assign(
      new AggregateError([
        coded('ECONNREFUSED', { syscall: 'connect' }),
        coded('ECONNREFUSED', { syscall: 'connect' }),
      ]),
      {
        code: 'ECONNREFUSED',
      },
    ),
  ],
  [
    'two addresses that failed differently',
    new AggregateError([coded('ENETUNREACH'), coded('ETIMEDOUT', { syscall: 'connect' })]),
  ],
]

const MAYBE_SENT: readonly [string, unknown, string][] = [
  ['a reset', coded('ECONNRESET', { syscall: 'read' }), 'ECONNRESET'],
  ['a broken pipe', coded('EPIPE', { syscall: 'write' }), 'EPIPE'],
  ['a time-out while reading', coded('ETIMEDOUT', { syscall: 'read' }), 'ETIMEDOUT'],
  ['a socket closed by the other side', coded('UND_ERR_SOCKET'), 'UND_ERR_SOCKET'],
  ['headers that never came', coded('UND_ERR_HEADERS_TIMEOUT'), 'UND_ERR_HEADERS_TIMEOUT'],
  ['a body that stopped', coded('UND_ERR_BODY_TIMEOUT'), 'UND_ERR_BODY_TIMEOUT'],
  ['our own timeout', coded('TIMEOUT'), 'TIMEOUT'],
  ['an abort, whose code is a number', new DOMException('aborted', 'AbortError'), 'AbortError'],
  ['a TLS alert in the middle of a stream', coded('EPROTO', { syscall: 'write' }), 'EPROTO'],
  ['a raw TypeError', new TypeError('terminated'), 'TypeError'],
  [
    'several addresses, one of which connected',
    new AggregateError([coded('ECONNREFUSED'), coded('ECONNRESET')]),
    'ECONNRESET',
  ],
  ['no error', undefined, 'UNKNOWN'],
  ['a string', 'ECONNREFUSED', 'UNKNOWN'],
]

describe('failureOfError', () => {
  it.each(NEVER_SENT)('maps %s to unreachable at any depth of causes', (_name, error) => {
    expect(failureOfError(error).kind).toBe('unreachable')
    expect(failureOfError(wrapped(error))).toEqual(failureOfError(error))
  })

  it.each(MAYBE_SENT)('maps %s to interrupted at any depth of causes', (_name, error, code) => {
    expect(failureOfError(error)).toEqual({ kind: 'interrupted', code })
    if (typeof error === 'object') expect(failureOfError(wrapped(error))).toEqual({ kind: 'interrupted', code })
  })

  it('never interprets the message of an error', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom('ECONNREFUSED', 'ENOTFOUND', 'connect ECONNREFUSED 127.0.0.1:1'),
        (before, word) => {
          expect(failureOfError(new TypeError(before + word)).kind).toBe('interrupted')
        },
      ),
    )
  })

  it('maps every unknown error to interrupted and never throws', () => {
    fc.assert(
      fc.property(fc.anything(), (error) => {
        expect(failureOfError(error).kind).toBe('interrupted')
      }),
      { numRuns: 2_000 },
    )
  })

  it('ends when causes are circular', () => {
    const ring = new Error('one')
    ring.cause = new Error('two', { cause: ring })
    expect(failureOfError(ring).kind).toBe('interrupted')
  })
})

const NOW = Date.parse('2026-01-01T00:00:00Z')

function seen(status: number, body: unknown, more: Partial<Observation> = {}): Observation {
  return { status, body, cutBy: null, retryAfter: null, now: NOW, ...more }
}

const REFUSAL = { success: false, error: 'Conversation not found' }

describe('failureOfStatus', () => {
  it.each([400, 404, 405, 409, 410, 413, 415, 422])('keeps the message of a %i in the format of the API', (status) => {
    expect(failureOfStatus(seen(status, REFUSAL))).toEqual({
      kind: 'rejected',
      status,
      words: 'Conversation not found',
    })
  })

  it.each([400, 404, 405, 409, 410, 413, 415, 422])(
    'does not treat a %i in another format as a rejection by the API',
    (status) => {
      expect(failureOfStatus(seen(status, undefined))?.kind).toBe('unreadable')
      expect(failureOfStatus(seen(status, { message: 'Not Found' }))?.kind).toBe('unreadable')
      expect(failureOfStatus(seen(status, REFUSAL, { body: undefined, cutBy: 'UND_ERR_SOCKET' }))?.kind).toBe(
        'interrupted',
      )
    },
  )

  it.each([401, 403])('maps a %i to unauthorized with or without a message', (status) => {
    expect(failureOfStatus(seen(status, { success: false, error: 'Invalid API key' }))).toEqual({
      kind: 'unauthorized',
      status,
      words: 'Invalid API key',
    })
    expect(failureOfStatus(seen(status, undefined, { cutBy: 'UND_ERR_SOCKET' }))?.kind).toBe('unauthorized')
  })

  it.each([425, 429])('maps a %i to throttled with the wait', (status) => {
    expect(failureOfStatus(seen(status, REFUSAL, { retryAfter: '7' }))).toEqual({
      kind: 'throttled',
      retryAfterMs: 7_000,
    })
    expect(failureOfStatus(seen(status, undefined))).toEqual({ kind: 'throttled', retryAfterMs: null })
  })

  it.each([300, 301, 302, 303, 304, 307, 308, 408, 500, 501, 502, 503, 504, 521, 599])(
    'maps a %i to server',
    (status) => {
      expect(failureOfStatus(seen(status, undefined))).toEqual({ kind: 'server', status, words: null })
      expect(failureOfStatus(seen(status, { success: false, error: 'Down' }))).toEqual({
        kind: 'server',
        status,
        words: 'Down',
      })
      expect(failureOfStatus(seen(status, undefined, { cutBy: 'ECONNRESET' }))?.kind).toBe('server')
    },
  )

  it.each([402, 406, 411, 412, 414, 416, 417, 418, 421, 423, 424, 426, 428, 431, 451, 499])(
    'maps a %i to unreadable',
    (status) => {
      expect(failureOfStatus(seen(status, REFUSAL))?.kind).toBe('unreadable')
    },
  )

  it.each([200, 201, 202, 204])(
    'gives no failure for a %i with complete JSON and a failure for one without',
    (status) => {
      expect(failureOfStatus(seen(status, { success: true }))).toBeNull()
      expect(failureOfStatus(seen(status, undefined))?.kind).toBe('unreadable')
      expect(failureOfStatus(seen(status, undefined, { cutBy: 'TIMEOUT' }))).toEqual({
        kind: 'interrupted',
        code: 'TIMEOUT',
      })
    },
  )

  it('rules out an effect for the listed statuses only', () => {
    const sure = new Set([400, 401, 403, 404, 405, 409, 410, 413, 415, 422, 425, 429])
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 999 }), fc.jsonValue(), (status, body) => {
        const kind = failureOfStatus(seen(status, body))?.kind
        if (!sure.has(status)) expect(['server', 'unreadable', 'interrupted', undefined]).toContain(kind)
        if (status < 200 || status > 299) expect(kind).toBeDefined()
      }),
      { numRuns: 2_000 },
    )
  })

  it('limits the length of the server’s message', () => {
    const failure = failureOfStatus(seen(400, { success: false, error: 'x'.repeat(100_000) }))
    expect(failure?.kind === 'rejected' && failure.words.length).toBe(500)
  })
})

describe('retryAfterMs', () => {
  it.each([
    ['7', 7_000],
    [' 7 ', 7_000],
    ['1.5', 1_500],
    ['0', 1_000],
    ['99999999', 900_000],
    ['Thu, 01 Jan 2026 00:00:30 GMT', 30_000],
    ['Thu, 01 Jan 2026 09:00:00 GMT', 900_000],
    ['Wed, 31 Dec 2025 00:00:00 GMT', 1_000],
    ['', null],
    ['soon', null],
    ['NaN', null],
  ])('reads "%s"', (header, expected) => {
    expect(retryAfterMs(header, NOW)).toBe(expected)
  })

  it('is between 1 second and 15 minutes, or null', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.integer().map(String),
          fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
        ),
        (header) => {
          const wait = retryAfterMs(header, NOW)
          if (wait !== null) expect(wait >= 1_000 && wait <= 900_000).toBe(true)
        },
      ),
      { numRuns: 2_000 },
    )
  })
})
