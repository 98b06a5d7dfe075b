import type { Socket } from 'node:net'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { type ApiAccount, makeClient } from '../../../electron/api/client.ts'
import { type ConversationsApi, makeConversationsApi } from '../../../electron/api/conversations.ts'
import type { Failure, Result } from '../../../src/shared/failure.ts'
import { httpText, type RawServer, type Received, startRawServer } from './raw-server.ts'

/**
 * One call is one request, whatever happens to it. Chromium's fetch and other clients send a POST twice when a reused connection
 * is closed. These tests check that for each new version.
 */

/** Far longer than any of these answers takes, so that only a silent server causes a timeout. */
const PATIENCE_MS = 10_000
const SHORT_PATIENCE_MS = 300

const FAULTS: Readonly<
  Record<
    string,
    { readonly breakSocket: (socket: Socket) => void; readonly kind: Failure['kind']; readonly patienceMs?: number }
  >
> = {
  'the connection is closed after the request': { breakSocket: (socket) => socket.end(), kind: 'interrupted' },
  'the connection is reset after the request': {
    breakSocket: (socket) => socket.resetAndDestroy(),
    kind: 'interrupted',
  },
  'a 408 and the connection closed': {
    breakSocket: (socket) => socket.end(httpText(408, '', { connection: 'close' })),
    kind: 'server',
  },
  'a 425': { breakSocket: (socket) => socket.write(httpText(425, '{}')), kind: 'throttled' },
  'a 429': { breakSocket: (socket) => socket.write(httpText(429, '{}', { 'retry-after': '1' })), kind: 'throttled' },
  'a 500': { breakSocket: (socket) => socket.write(httpText(500, '{"success":false,"error":"x"}')), kind: 'server' },
  'a 502 and the connection closed': { breakSocket: (socket) => socket.end(httpText(502, '<html>')), kind: 'server' },
  'a 503': { breakSocket: (socket) => socket.write(httpText(503, '', { 'retry-after': '0' })), kind: 'server' },
  'a 307': { breakSocket: (socket) => socket.write(httpText(307, '', { location: '/conversations' })), kind: 'server' },
  'a body that is cut': {
    breakSocket: (socket) => socket.end(httpText(200, '{"success":true', { 'content-length': '400' })),
    kind: 'interrupted',
  },
  'a body that is reset': {
    breakSocket: (socket) =>
      socket.write(httpText(200, '{"suc', { 'content-length': '400' }), () => socket.resetAndDestroy()),
    kind: 'interrupted',
  },
  'no answer': { breakSocket: () => {}, kind: 'interrupted', patienceMs: SHORT_PATIENCE_MS },
}

type Call = (api: ConversationsApi, account: ApiAccount) => Promise<Result<unknown>>

const MUTATIONS: Readonly<Record<string, Call>> = {
  createConversation: (api, account) =>
    api.createConversation(account, { opId: 'op', channel: 'sms', customerPhone: '+1' }),
  sendMessage: (api, account) => api.sendMessage(account, { opId: 'op', conversationId: 'c', content: 'Hello' }),
  updateConversation: (api, account) =>
    api.updateConversation(account, { opId: 'op', conversationId: 'c', status: 'open' }),
  closeConversation: (api, account) => api.closeConversation(account, { opId: 'op', conversationId: 'c' }),
}

const READS: Readonly<Record<string, Call>> = {
  listConversations: (api, account) => api.listConversations(account, { limit: 1, offset: 0 }),
  readConversation: (api, account) => api.readConversation(account, { conversationId: 'c' }),
}

let server: RawServer
afterEach(() => server.close())

type Warm = { api: ConversationsApi; account: ApiAccount; received: Received[]; used: ReadonlySet<number> }

/** Answers correctly until the connection is reused, and then fails: clients may repeat a request on a reused connection. */
async function warmUp(breakSocket: (socket: Socket) => void, silenceMs: number): Promise<Warm> {
  let isBroken = false
  server = await startRawServer((_request, socket) => {
    if (isBroken) breakSocket(socket)
    else socket.write(httpText(200, '{"success":true,"data":[]}'))
  })
  const api = makeConversationsApi(makeClient({ fetch: globalThis.fetch, now: Date.now, silenceMs }))
  const account = { baseUrl: server.baseUrl, apiKey: 'sk_test_wire' }
  await vi.waitFor(async () => {
    await api.listConversations(account, { limit: 1, offset: 0 })
    // Node's fetch releases a connection one turn of the event loop after its response ended.
    await new Promise((resolve) => setImmediate(resolve))
    expect(server.received.length).toBeGreaterThan(new Set(server.received.map((request) => request.connection)).size)
  })
  const used = new Set(server.received.map((request) => request.connection))
  isBroken = true
  server.received.length = 0
  return { api, account, received: server.received, used }
}

describe.each(Object.entries(FAULTS))('%s', (_name, { breakSocket, kind, patienceMs = PATIENCE_MS }) => {
  it.each(Object.entries({ ...MUTATIONS, ...READS }))('sends %s exactly once', async (_method, call) => {
    const { api, account, received, used } = await warmUp(breakSocket, patienceMs)
    const result = await call(api, account)
    expect(result).toMatchObject({ ok: false, failure: { kind } })
    // A repeated request would follow at once on a new connection. One answered request gives it enough time.
    const probe = await startRawServer((_request, socket) => socket.end(httpText(200, '{}')))
    await fetch(probe.baseUrl)
    await probe.close()
    expect(received).toHaveLength(1)
    expect(used).toContain(received[0]?.connection)
  })
})
