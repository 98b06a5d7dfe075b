import { describe, expect, it } from 'vitest'
import type { ApiAccount, Client } from '../../../electron/api/client.ts'
import type { ConversationsApi } from '../../../electron/api/conversations.ts'
import { MAX_LOGGED_REQUESTS, makeLoggedApi, makeRequestLog } from '../../../electron/api/request-log.ts'
import type { LoggedRequest } from '../../../src/shared/logged-request.ts'
import { type Failure, failed, type Result, success } from '../../../src/shared/failure.ts'

const NOW = 1_700_000_000_000
const ACCOUNT: ApiAccount = { baseUrl: 'https://api.example.com', apiKey: 'sk_live_secret' }
/** A valid answer for each call: rows for the list, and an object that is both a conversation and a message for the others. */
const goodFor = (path: string): unknown => ({
  success: true,
  data: path.startsWith('/conversations?') ? [] : { id: 'c', message_id: 'm', messages: [] },
})

function begin(answer: Result<unknown> | 'good' = 'good', status = 200) {
  const log = makeRequestLog()
  let elapsed = 0
  const client: Client = async (_account, { path }) => {
    elapsed += 41.6
    if (answer === 'good') return success({ status, body: goodFor(path), serverAt: null })
    return answer.ok ? success({ status, body: answer.value, serverAt: null }) : answer
  }
  const apiOf = makeLoggedApi(client, { log, now: () => NOW, elapsed: () => elapsed })
  return { log, apiOf }
}

const CALLS: readonly [LoggedRequest['intent'], string, number | null, (api: ConversationsApi) => Promise<unknown>][] =
  [
    [
      'listConversations',
      'GET',
      80,
      (api) => api.listConversations(ACCOUNT, { limit: 100, offset: 80, channel: 'sms', customerId: 'cust_jane' }),
    ],
    ['readConversation', 'GET', null, (api) => api.readConversation(ACCOUNT, { conversationId: 'conv_jane' })],
    [
      'createConversation',
      'POST',
      null,
      (api) =>
        api.createConversation(ACCOUNT, {
          opId: 'op_jane',
          channel: 'sms',
          customerPhone: '+15551234567',
          customerName: 'Jane',
          customerEmail: 'jane@example.com',
        }),
    ],
    [
      'sendMessage',
      'POST',
      null,
      (api) => api.sendMessage(ACCOUNT, { opId: 'op_jane', conversationId: 'conv_jane', content: 'Dear Jane' }),
    ],
    [
      'updateConversation',
      'PATCH',
      null,
      (api) =>
        api.updateConversation(ACCOUNT, {
          opId: 'op_jane',
          conversationId: 'conv_jane',
          customerName: 'Jane',
          tags: ['jane'],
        }),
    ],
    [
      'closeConversation',
      'POST',
      null,
      (api) => api.closeConversation(ACCOUNT, { opId: 'op_jane', conversationId: 'conv_jane' }),
    ],
  ]

describe.each(CALLS)('%s', (intent, method, offset, call) => {
  it('is logged with its method, status and time', async () => {
    const { log, apiOf } = begin('good', 201)
    await call(apiOf('w'))
    expect(log.list('w')).toEqual([
      { number: 1, at: NOW, method, intent, offset, ms: 42, status: 201, failure: null, code: null },
    ])
  })

  it('leaves no key, id, address or text in the log for any outcome', async () => {
    const said = 'No customer Jane at +15551234567, jane@example.com, conv_jane, key sk_live_secret'
    const endings: readonly Result<unknown>[] = [
      success({ success: true, data: { id: 'conv_jane', content: said } }),
      success({ success: false, error: said }),
      failed({ kind: 'rejected', status: 404, words: said }),
      failed({ kind: 'unauthorized', status: 401, words: said }),
      failed({ kind: 'server', status: 503, words: said }),
    ]
    for (const ending of endings) {
      const { log, apiOf } = begin(ending)
      await call(apiOf('w'))
      expect(log.list('w')).toHaveLength(1)
      expect(JSON.stringify(log.list('w'))).not.toMatch(/jane|sk_live|5551234567|dear/i)
    }
  })
})

const ENDINGS: readonly [Failure, Partial<LoggedRequest>][] = [
  [
    { kind: 'unreachable', code: 'ENOTFOUND' },
    { status: null, failure: 'unreachable', code: 'ENOTFOUND' },
  ],
  [
    { kind: 'interrupted', code: 'TypeError' },
    { status: null, failure: 'interrupted', code: 'TypeError' },
  ],
  [
    { kind: 'interrupted', code: 'Ana at 5 Elm St' },
    { status: null, failure: 'interrupted', code: 'UNKNOWN' },
  ],
  [
    { kind: 'interrupted', code: 'TIMEOUT' },
    { status: null, failure: 'interrupted', code: 'TIMEOUT' },
  ],
  [
    { kind: 'unauthorized', status: 403, words: 'No' },
    { status: 403, failure: 'unauthorized', code: null },
  ],
  [
    { kind: 'throttled', retryAfterMs: 2_000 },
    { status: 429, failure: 'throttled', code: null },
  ],
  [
    { kind: 'rejected', status: 422, words: 'No' },
    { status: 422, failure: 'rejected', code: null },
  ],
  [
    { kind: 'server', status: 503, words: null },
    { status: 503, failure: 'server', code: null },
  ],
  [
    { kind: 'unreadable', status: 502, why: 'HTML' },
    { status: 502, failure: 'unreadable', code: null },
  ],
]

describe('the logged outcome', () => {
  it.each(ENDINGS)('records %j, and the caller gets it unchanged', async (failure, noted) => {
    const { log, apiOf } = begin(failed(failure))
    expect(await apiOf('w').readConversation(ACCOUNT, { conversationId: 'c' })).toEqual(failed(failure))
    expect(log.list('w')).toMatchObject([noted])
  })

  it('is a failure for a 200 that does not report success', async () => {
    const { log, apiOf } = begin(success({ success: false, error: 'No' }))
    await apiOf('w').readConversation(ACCOUNT, { conversationId: 'c' })
    expect(log.list('w')).toMatchObject([{ status: 200, failure: 'unreadable' }])
  })

  it('is missing for a call that is refused before it is sent', async () => {
    const { log, apiOf } = begin()
    expect(await apiOf('w').readConversation(ACCOUNT, { conversationId: '..' })).toMatchObject({ ok: false })
    expect(log.list('w')).toEqual([])
  })
})

describe('the request log', () => {
  it('keeps the latest requests, newest first, with increasing numbers', async () => {
    const { log, apiOf } = begin()
    const api = apiOf('w')
    for (let offset = 0; offset < MAX_LOGGED_REQUESTS + 5; offset += 1)
      await api.listConversations(ACCOUNT, { limit: 100, offset })
    const kept = log.list('w')
    expect(kept).toHaveLength(MAX_LOGGED_REQUESTS)
    expect(kept[0]).toMatchObject({ number: MAX_LOGGED_REQUESTS + 5, offset: MAX_LOGGED_REQUESTS + 4 })
    expect(kept.at(-1)).toMatchObject({ number: 6, offset: 5 })
  })

  it('keeps workspaces apart and forgets one of them alone', async () => {
    const { log, apiOf } = begin()
    await apiOf('one').readConversation(ACCOUNT, { conversationId: 'c' })
    await apiOf('two').readConversation(ACCOUNT, { conversationId: 'c' })
    expect(log.list('one')).toHaveLength(1)
    log.forget('one')
    expect(log.list('one')).toEqual([])
    expect(log.list('two')).toHaveLength(1)
  })
})
