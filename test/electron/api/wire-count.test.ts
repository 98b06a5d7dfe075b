import type { Socket } from 'node:net'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { type ApiAccount, makeClient } from '../../../electron/api/client.ts'
import { type ConversationsApi, makeConversationsApi } from '../../../electron/api/conversations.ts'
import type { Failure, Result } from '../../../src/shared/failure.ts'
import { httpText, type RawServer, type Received, startRawServer } from './raw-server.ts'

/**
 * One call is one request, whatever happens to it. Chromium's fetch sends a POST twice when a connection
 * that it used before is closed under it, and so do other clients: this stands guard over each new version.
 */

/** Far longer than any of these answers takes, so that only the server that stays silent is given up. */
const PATIENCE_MS = 10_000
const SHORT_PATIENCE_MS = 300

const FAULTS: Readonly<
  Record<
    string,
    { readonly hurt: (socket: Socket) => void; readonly kind: Failure['kind']; readonly patienceMs?: number }
  >
> = {
  'the connection is closed after the request': { hurt: (socket) => socket.end(), kind: 'interrupted' },
  'the connection is reset after the request': { hurt: (socket) => socket.resetAndDestroy(), kind: 'interrupted' },
  'a 408 and the connection closed': {
    hurt: (socket) => socket.end(httpText(408, '', { connection: 'close' })),
    kind: 'server',
  },
  'a 425': { hurt: (socket) => socket.write(httpText(425, '{}')), kind: 'throttled' },
  'a 429': { hurt: (socket) => socket.write(httpText(429, '{}', { 'retry-after': '1' })), kind: 'throttled' },
  'a 500': { hurt: (socket) => socket.write(httpText(500, '{"success":false,"error":"x"}')), kind: 'server' },
  'a 502 and the connection closed': { hurt: (socket) => socket.end(httpText(502, '<html>')), kind: 'server' },
  'a 503': { hurt: (socket) => socket.write(httpText(503, '', { 'retry-after': '0' })), kind: 'server' },
  'a 307': { hurt: (socket) => socket.write(httpText(307, '', { location: '/conversations' })), kind: 'server' },
  'a body that is cut': {
    hurt: (socket) => socket.end(httpText(200, '{"success":true', { 'content-length': '400' })),
    kind: 'interrupted',
  },
  'a body that is reset': {
    hurt: (socket) => socket.write(httpText(200, '{"suc', { 'content-length': '400' }), () => socket.resetAndDestroy()),
    kind: 'interrupted',
  },
  'no answer': { hurt: () => {}, kind: 'interrupted', patienceMs: SHORT_PATIENCE_MS },
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

/** Answers well until it is told to hurt: the connection is then one that was used before, which is the dangerous kind. */
async function warm(hurt: (socket: Socket) => void, silenceMs: number): Promise<Warm> {
  let isHurting = false
  server = await startRawServer((_request, socket) => {
    if (isHurting) hurt(socket)
    else socket.write(httpText(200, '{"success":true,"data":[]}'))
  })
  const api = makeConversationsApi(makeClient({ fetch: globalThis.fetch, now: Date.now, silenceMs }))
  const account = { baseUrl: server.baseUrl, apiKey: 'sk_test_wire' }
  await vi.waitFor(async () => {
    await api.listConversations(account, { limit: 1, offset: 0 })
    // Node's fetch gives a connection back a turn after its answer ended.
    await new Promise((resolve) => setImmediate(resolve))
    expect(server.received.length).toBeGreaterThan(new Set(server.received.map((request) => request.connection)).size)
  })
  const used = new Set(server.received.map((request) => request.connection))
  isHurting = true
  server.received.length = 0
  return { api, account, received: server.received, used }
}

describe.each(Object.entries(FAULTS))('%s', (_name, { hurt, kind, patienceMs = PATIENCE_MS }) => {
  it.each(Object.entries({ ...MUTATIONS, ...READS }))('%s crosses the wire exactly once', async (_method, call) => {
    const { api, account, received, used } = await warm(hurt, patienceMs)
    const result = await call(api, account)
    expect(result).toMatchObject({ ok: false, failure: { kind } })
    // A repeated request would follow at once on a new connection: give it the time of one that is answered.
    const probe = await startRawServer((_request, socket) => socket.end(httpText(200, '{}')))
    await fetch(probe.baseUrl)
    await probe.close()
    expect(received).toHaveLength(1)
    expect(used).toContain(received[0]?.connection)
  })
})
