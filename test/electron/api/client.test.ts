import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { type Client, makeClient } from '../../../electron/api/client.ts'
import type { Failure, Result } from '../../../src/shared/failure.ts'
import { httpText, type RawServer, type Received, startRawServer } from './raw-server.ts'

const API_KEY = 'sk_live_0123456789abcdef'
const GET = { method: 'GET', path: '/conversations' } as const
/** Long enough for any local request, and short enough for a test to wait for. */
const SILENCE_MS = 600

const servers: RawServer[] = []
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()))
})

async function serve(answer: (request: Received, socket: Socket) => void): Promise<RawServer> {
  const server = await startRawServer(answer)
  servers.push(server)
  return server
}

function client(more: { silenceMs?: number; maxBodyBytes?: number } = {}): Client {
  return makeClient({ fetch: globalThis.fetch, now: Date.now, ...more })
}

function failureOf(result: Result<unknown>): Failure | null {
  return result.ok ? null : result.failure
}

async function outcomeOf(text: string): Promise<Failure | null> {
  const server = await serve((_request, socket) => socket.end(text))
  return failureOf(await client()({ baseUrl: server.baseUrl, apiKey: API_KEY }, GET))
}

describe('a request of the client', () => {
  it('consists of the key, the path below the base URL, the op id and the JSON body', async () => {
    const server = await serve((_request, socket) => socket.end(httpText(200, '{"success":true}')))
    const body = { content: 'שלום 👋\n"quoted"', absent: undefined }
    const request = { method: 'POST', path: '/conversations/a%2Fb/messages', body, opId: 'op-1' } as const
    await client()({ baseUrl: `${server.baseUrl}/v1`, apiKey: API_KEY }, request)
    const [received] = server.received
    expect(received).toMatchObject({
      method: 'POST',
      target: '/v1/conversations/a%2Fb/messages',
      headers: {
        authorization: `Bearer ${API_KEY}`,
        'idempotency-key': 'op-1',
        'content-type': 'application/json',
        accept: 'application/json',
      },
    })
    expect(JSON.parse(received?.body ?? '')).toEqual({ content: body.content })
  })

  it('has no body and no idempotency key when none is given', async () => {
    const server = await serve((_request, socket) => socket.end(httpText(200, '{}')))
    await client()({ baseUrl: server.baseUrl, apiKey: API_KEY }, { method: 'POST', path: '/conversations/a/close' })
    expect(server.received[0]?.body).toBe('')
    expect(server.received[0]?.headers).not.toHaveProperty('idempotency-key')
    expect(server.received[0]?.headers['content-length']).toBe('0')
  })
})

describe('a response of the client', () => {
  it('has the body and the time of the server', async () => {
    const server = await serve((_request, socket) =>
      socket.end(httpText(200, '{"success":true,"data":[]}', { date: 'Thu, 01 Jan 2026 00:00:00 GMT' })),
    )
    expect(await client()({ baseUrl: server.baseUrl, apiKey: API_KEY }, GET)).toEqual({
      ok: true,
      value: { status: 200, body: { success: true, data: [] }, serverAt: Date.parse('2026-01-01T00:00:00Z') },
    })
  })

  it('is decoded correctly when a character is split between two chunks', async () => {
    const bytes = Buffer.from('{"a":"é"}')
    const middleOfAccent = 7
    const server = await serve((_request, socket) => {
      socket.write(httpText(200, '', { 'content-length': String(bytes.length) }))
      socket.write(bytes.subarray(0, middleOfAccent), () =>
        setImmediate(() => socket.end(bytes.subarray(middleOfAccent))),
      )
    })
    const result = await client()({ baseUrl: server.baseUrl, apiKey: API_KEY }, GET)
    expect(result).toMatchObject({ ok: true, value: { body: { a: 'é' } } })
  })

  it.each<[string, string, Partial<Failure>]>([
    [
      'HTML with a 200',
      httpText(200, '<html>Sign in to the café</html>', { 'content-type': 'text/html' }),
      { kind: 'unreadable', status: 200 },
    ],
    [
      'HTML with a 404',
      httpText(404, '<html>nginx</html>', { 'content-type': 'text/html' }),
      { kind: 'unreadable', status: 404 },
    ],
    ['HTML with a 502', httpText(502, '<html>Bad Gateway</html>'), { kind: 'server', status: 502, words: null }],
    ['JSON that ends in the middle', httpText(200, '{"success":true,"da'), { kind: 'unreadable', status: 200 }],
    ['a 200 without a body', httpText(200, ''), { kind: 'unreadable', status: 200 }],
    ['a 204', 'HTTP/1.1 204 No Content\r\n\r\n', { kind: 'unreadable', status: 204 }],
    [
      'a body cut by the connection',
      httpText(200, '{"success":true', { 'content-length': '4000' }),
      { kind: 'interrupted' },
    ],
    [
      'a chunked body cut by the connection',
      'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\n{"a":',
      { kind: 'interrupted' },
    ],
    [
      'a 401 whose body was cut',
      httpText(401, '{"suc', { 'content-length': '400' }),
      { kind: 'unauthorized', status: 401 },
    ],
    ['a 400 whose body was cut', httpText(400, '{"suc', { 'content-length': '400' }), { kind: 'interrupted' }],
    [
      'a wrong key',
      httpText(401, '{"success":false,"error":"Invalid API key"}'),
      { kind: 'unauthorized', status: 401, words: 'Invalid API key' },
    ],
    [
      'a refusal',
      httpText(400, '{"success":false,"error":"Missing required field: customer_phone"}'),
      { kind: 'rejected', status: 400, words: 'Missing required field: customer_phone' },
    ],
    ['a 429 in seconds', httpText(429, '{}', { 'retry-after': '3' }), { kind: 'throttled', retryAfterMs: 3_000 }],
    [
      'a 429 by the date of a server whose clock is years off',
      httpText(429, '{}', { date: 'Sat, 01 Jan 2000 00:00:00 GMT', 'retry-after': 'Sat, 01 Jan 2000 00:00:30 GMT' }),
      { kind: 'throttled', retryAfterMs: 30_000 },
    ],
    ['a 500', httpText(500, '{"success":false,"error":"Oops"}'), { kind: 'server', status: 500, words: 'Oops' }],
    ['a response that is not HTTP', 'SSH-2.0-OpenSSH_9.2\r\n', { kind: 'interrupted' }],
    ['an empty response', '', { kind: 'interrupted' }],
  ])('becomes its own failure for %s', async (_name, text, expected) => {
    expect(await outcomeOf(text)).toMatchObject(expected)
  })

  it('never contains the key, even when the server repeats it', async () => {
    const failure = await outcomeOf(
      httpText(401, JSON.stringify({ success: false, error: `No account for ${API_KEY}.` })),
    )
    expect(failure).toEqual({ kind: 'unauthorized', status: 401, words: 'No account for •••.' })
  })

  it('never contains a part of the key, where the message is cut', async () => {
    const error = `${'x'.repeat(495)}${API_KEY}`
    const failure = await outcomeOf(httpText(401, JSON.stringify({ success: false, error })))
    expect(failure).toEqual({ kind: 'unauthorized', status: 401, words: `${'x'.repeat(495)}•••` })
  })

  it('is unreadable when it is longer than the limit', async () => {
    const server = await serve((_request, socket) => socket.end(httpText(200, JSON.stringify('x'.repeat(5_000)))))
    const result = await client({ maxBodyBytes: 4_000 })({ baseUrl: server.baseUrl, apiKey: API_KEY }, GET)
    expect(failureOf(result)).toEqual({ kind: 'unreadable', status: 200, why: 'the answer is too long' })
  })
})

describe('the client without a response', () => {
  it('fails as unreachable for a closed port, by address and by name', async () => {
    const server = await startRawServer(() => {})
    await server.close()
    for (const host of ['127.0.0.1', 'localhost']) {
      const result = await client()({ baseUrl: `http://${host}:${server.port}`, apiKey: API_KEY }, GET)
      expect(failureOf(result)).toEqual({ kind: 'unreachable', code: 'ECONNREFUSED' })
    }
  })

  it('fails as unreachable for a host name that cannot exist', async () => {
    const result = await client()({ baseUrl: 'http://no-such-host.invalid', apiKey: API_KEY }, GET)
    expect(failureOf(result)).toMatchObject({ kind: 'unreachable' })
  })

  it('fails as unreachable for a server without TLS and does not send the key', async () => {
    let requests = 0
    const server = createServer(() => (requests += 1)).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const result = await client()({ baseUrl: `https://127.0.0.1:${port}`, apiKey: API_KEY }, GET)
    expect(failureOf(result)).toEqual({ kind: 'unreachable', code: 'ERR_SSL_WRONG_VERSION_NUMBER' })
    expect(requests).toBe(0)
    server.close()
  })

  it.each<[string, (socket: Socket) => void]>([
    ['before the headers', () => {}],
    ['in the middle of the headers', (socket) => socket.write('HTTP/1.1 200 OK\r\ncontent-')],
    ['in the middle of the body', (socket) => socket.write(httpText(200, '{"a":', { 'content-length': '99' }))],
  ])('fails as interrupted and disconnects when the server stops sending %s', async (_name, silence) => {
    let isReleased = false
    const server = await serve((_request, socket) => {
      silence(socket)
      socket.on('close', () => (isReleased = true))
    })
    const result = await client({ silenceMs: SILENCE_MS })({ baseUrl: server.baseUrl, apiKey: API_KEY }, GET)
    expect(failureOf(result)).toEqual({ kind: 'interrupted', code: 'TIMEOUT' })
    await expect.poll(() => isReleased).toBe(true)
  })

  it('waits for a slow server that keeps sending', async () => {
    const body = '{"success":true}'
    const server = await serve((_request, socket) => {
      socket.write(httpText(200, '', { 'content-length': String(body.length) }))
      for (const [index, letter] of [...body].entries())
        setTimeout(() => socket.write(letter), (index + 1) * SILENCE_MS * 0.1)
    })
    const result = await client({ silenceMs: SILENCE_MS })({ baseUrl: server.baseUrl, apiKey: API_KEY }, GET)
    expect(result).toMatchObject({ ok: true, value: { body: { success: true } } })
  })
})

it('the client follows no redirect, so that the key reaches no other host', async () => {
  const elsewhere = await serve((_request, socket) => socket.end(httpText(200, '{"success":true,"data":[]}')))
  for (const status of [301, 302, 303, 307, 308]) {
    const server = await serve((_request, socket) =>
      socket.end(httpText(status, '', { location: `${elsewhere.baseUrl}/conversations` })),
    )
    const result = await client()({ baseUrl: server.baseUrl, apiKey: API_KEY }, GET)
    expect(failureOf(result)).toEqual({ kind: 'server', status, words: null })
  }
  expect(elsewhere.received).toEqual([])
})
