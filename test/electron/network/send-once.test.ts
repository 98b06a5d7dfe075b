import type { Socket } from 'node:net'
import { Headers } from 'undici'
import { afterEach, describe, expect, it } from 'vitest'
import { makeClient } from '../../../electron/api/client.ts'
import { makePool } from '../../../electron/network/connect.ts'
import { makeProxyLogins } from '../../../electron/network/proxy-logins.ts'
import { DIRECT } from '../../../electron/network/routes.ts'
import { makeFetch } from '../../../electron/network/send-once.ts'
import { makeTrust } from '../../../electron/network/trust.ts'
import { httpText, type RawServer, type Received, startRawServer } from '../api/raw-server.ts'

const POST = { method: 'POST', path: '/conversations/a/messages', body: { content: 'Hello' }, opId: 'op-1' } as const
const GET = { method: 'GET', path: '/conversations' } as const

const servers: RawServer[] = []
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()))
})

async function begin(answer: (request: Received, socket: Socket) => void) {
  const server = await startRawServer(answer)
  servers.push(server)
  const pool = makePool([DIRECT], { trust: makeTrust([], () => []), logins: makeProxyLogins(() => {}) })
  const client = makeClient({ fetch: makeFetch(async () => pool), Headers, now: Date.now })
  const send = (request: typeof POST | typeof GET) => client({ baseUrl: server.baseUrl, apiKey: 'sk_1' }, request)
  const posts = () => server.received.filter(({ method }) => method === 'POST')
  return { server, send, posts }
}

const isPost = ({ method }: Received): boolean => method === 'POST'

describe('a request', () => {
  it.each<[string, (socket: Socket) => unknown]>([
    ['closes', (socket) => socket.end()],
    ['resets', (socket) => socket.resetAndDestroy()],
  ])('is not repeated when the server %s a kept connection instead of answering a POST', async (_name, cut) => {
    const { server, send, posts } = await begin((request, socket) =>
      isPost(request) ? cut(socket) : socket.write(httpText(200, '{}')),
    )
    expect(await send(GET)).toMatchObject({ ok: true })
    // undici offers the connection again in a later turn of the event loop.
    await new Promise((resolve) => setImmediate(resolve))
    expect(await send(POST)).toMatchObject({ ok: false, failure: { kind: 'interrupted' } })
    expect(posts().map(({ connection }) => connection)).toEqual([1])
    // A later request takes a new connection and brings nothing of the lost one.
    expect(await send(GET)).toMatchObject({ ok: true })
    expect(server.received.map(({ method }) => method)).toEqual(['GET', 'POST', 'GET'])
  })

  it('is not repeated when the server says that it came over the wrong connection, which the standard of fetch asks for', async () => {
    const { send, posts } = await begin((_request, socket) => socket.write(httpText(421, '{}')))
    expect(await send(POST)).toEqual({ ok: false, failure: { kind: 'interrupted', code: 'REPEATED' } })
    expect(posts()).toHaveLength(1)
  })

  it.each([301, 302, 307, 308, 401, 407, 408, 425, 429, 500, 503])('is not repeated after a %i', async (status) => {
    const { send, server, posts } = await begin((_request, socket) =>
      socket.write(httpText(status, '{}', { location: '/elsewhere', 'retry-after': '0' })),
    )
    await send(POST)
    expect([posts().length, server.received.length]).toEqual([1, 1])
  })

  it('has these headers and no others', async () => {
    const { server, send } = await begin((_request, socket) => socket.write(httpText(200, '{}')))
    await send(POST)
    expect(Object.keys(server.received[0]?.headers ?? {}).toSorted()).toEqual([
      ...['accept', 'accept-encoding', 'accept-language', 'authorization', 'connection', 'content-length'],
      ...['content-type', 'host', 'idempotency-key', 'sec-fetch-mode', 'user-agent'],
    ])
  })
})
