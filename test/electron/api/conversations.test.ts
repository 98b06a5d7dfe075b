import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ApiAccount, ApiAnswer, Client, Request } from '../../../electron/api/client.ts'
import { type ConversationsApi, makeConversationsApi } from '../../../electron/api/conversations.ts'
import { failed, type Result, success } from '../../../src/shared/failure.ts'

const ACCOUNT: ApiAccount = { baseUrl: 'https://api.example.com', apiKey: 'sk_test_1' }
const SERVER_AT = 1_700_000_000_000

/** A client that records requests and gives the prepared answer. */
function withAnswer(body: unknown, status = 200): { readonly api: ConversationsApi; readonly sent: Request[] } {
  const sent: Request[] = []
  const client: Client = async (account, request) => {
    expect(account).toBe(ACCOUNT)
    sent.push(request)
    return success<ApiAnswer>({ status, body, serverAt: SERVER_AT })
  }
  return { api: makeConversationsApi(client), sent }
}

const GOOD = { success: true, data: { id: 'c', message_id: 'm' } }

type Call = (api: ConversationsApi, conversationId: string) => Promise<Result<unknown>>

const ABOUT_ONE: Readonly<
  Record<string, { readonly call: Call; readonly method: string; readonly tail: string; readonly body: unknown }>
> = {
  readConversation: {
    call: (api, conversationId) => api.readConversation(ACCOUNT, { conversationId }),
    method: 'GET',
    tail: '',
    body: undefined,
  },
  sendMessage: {
    call: (api, conversationId) => api.sendMessage(ACCOUNT, { opId: 'op', conversationId, content: 'Hi' }),
    method: 'POST',
    tail: '/messages',
    body: { content: 'Hi' },
  },
  updateConversation: {
    call: (api, conversationId) =>
      api.updateConversation(ACCOUNT, {
        opId: 'op',
        conversationId,
        status: 'resolved',
        customerName: 'Jo',
        tags: ['a'],
      }),
    method: 'PATCH',
    tail: '',
    body: { status: 'resolved', customer_name: 'Jo', tags: ['a'] },
  },
  closeConversation: {
    call: (api, conversationId) => api.closeConversation(ACCOUNT, { opId: 'op', conversationId }),
    method: 'POST',
    tail: '/close',
    body: undefined,
  },
}

describe.each(Object.entries(ABOUT_ONE))('%s', (name, { call, method, tail, body }) => {
  it('sends the documented request', async () => {
    const { api, sent } = withAnswer(GOOD)
    expect(await call(api, 'conv_abc123')).toMatchObject({ ok: true })
    expect(sent).toHaveLength(1)
    expect(sent[0]).toMatchObject({ method, path: `/conversations/conv_abc123${tail}` })
    expect(sent[0]?.body).toEqual(body)
    expect(sent[0]?.opId).toBe(name === 'readConversation' ? undefined : 'op')
  })

  it('keeps any id in one segment of the path', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string({ unit: 'binary', minLength: 1 }),
          fc.constantFrom('a/b', '../x', 'a?b#c', '%2e%2e', 'é 👋', '\\'),
        ),
        async (id) => {
          fc.pre(id !== '.' && id !== '..')
          const { api, sent } = withAnswer(GOOD)
          await call(api, id)
          const url = new URL(ACCOUNT.baseUrl + (sent[0]?.path ?? ''))
          expect(url.search + url.hash).toBe('')
          expect(url.pathname.startsWith('/conversations/')).toBe(true)
          const [segment = '', ...rest] = url.pathname.slice('/conversations/'.length).split('/')
          expect(decodeURIComponent(segment)).toBe(id)
          expect(rest.join('/')).toBe(tail.slice(1))
        },
      ),
    )
  })

  it.each(['', '.', '..', '\uD800'])('refuses the id %j, which no path can contain, and sends nothing', async (id) => {
    const { api, sent } = withAnswer(GOOD)
    expect(await call(api, id)).toMatchObject({ ok: false, failure: { kind: 'refused' } })
    expect(sent).toEqual([])
  })
})

describe('listConversations', () => {
  it('sends the given filters and no others', async () => {
    const { api, sent } = withAnswer({ success: true, data: [{ id: 'a' }] })
    await api.listConversations(ACCOUNT, { limit: 100, offset: 0 })
    await api.listConversations(ACCOUNT, { limit: 25, offset: 50, channel: 'sms', status: 'open', customerId: 'a&b' })
    expect(sent.map((request) => request.path)).toEqual([
      '/conversations?limit=100&offset=0',
      '/conversations?limit=25&offset=50&channel=sms&status=open&customer_id=a%26b',
    ])
  })

  it('returns the time of the server', async () => {
    const { api } = withAnswer({ success: true, data: [{ id: 'a' }] })
    expect(await api.listConversations(ACCOUNT, { limit: 1, offset: 0 })).toEqual(
      success({ conversations: [{ id: 'a' }], serverAt: SERVER_AT }),
    )
  })
})

describe('createConversation', () => {
  it('never sends a message', async () => {
    const { api, sent } = withAnswer(GOOD)
    const input = { opId: 'op', channel: 'sms', customerPhone: '+15551234567', customerName: 'John' }
    // Fields that a caller adds despite the types are not sent either.
    await api.createConversation(ACCOUNT, Object.assign({ message: 'Hi' }, input))
    expect(JSON.parse(JSON.stringify(sent[0]?.body))).toEqual({
      channel: 'sms',
      customer_phone: '+15551234567',
      customer_name: 'John',
    })
    expect(sent[0]).toMatchObject({ method: 'POST', path: '/conversations', opId: 'op' })
  })
})

describe('an unsuccessful response', () => {
  const calls: Readonly<Record<string, (api: ConversationsApi) => Promise<Result<unknown>>>> = {
    listConversations: (api) => api.listConversations(ACCOUNT, { limit: 1, offset: 0 }),
    createConversation: (api) => api.createConversation(ACCOUNT, { opId: 'op', channel: 'voice' }),
    ...Object.fromEntries(
      Object.entries(ABOUT_ONE).map(([name, { call }]) => [name, (api: ConversationsApi) => call(api, 'c')]),
    ),
  }
  const bodies = [
    { success: false, error: 'no', data: { id: 'c', message_id: 'm' } },
    { success: true },
    { success: true, data: null },
    { success: true, data: {} },
    { success: true, data: 'done' },
    { data: { id: 'c', message_id: 'm' } },
    [],
    null,
    'ok',
  ]
  it.each(Object.entries(calls))(
    'is unreadable to %s, because the request may have had an effect',
    async (_name, call) => {
      for (const body of bodies) {
        const { api } = withAnswer(body, 201)
        expect(await call(api)).toMatchObject({ ok: false, failure: { kind: 'unreadable', status: 201 } })
      }
    },
  )

  it.each(Object.entries(calls))('is passed on by %s when the client reports a failure', async (_name, call) => {
    const failure = { kind: 'throttled', retryAfterMs: 1_000 } as const
    expect(await call(makeConversationsApi(async () => failed(failure)))).toEqual(failed(failure))
  })
})
