import { describe, expect, it } from 'vitest'
import { MAX_JOURNAL_BYTES, RequestJournal } from '../../../electron/sandbox/request-journal.ts'
import { createSandboxApp } from './sandbox-app.ts'

const JOHN = '/conversations/conv_abc123'

describe('the request journal', () => {
  it('records every request in order with its status', async () => {
    const { call, clock, journal } = createSandboxApp()
    await call('GET', '/conversations?limit=1&channel=sms')
    clock.pass(1_000)
    await call('POST', '/conversations/a%2Fb/messages', { content: 'Hi' }, { 'Idempotency-Key': 'op_1' })
    await call('POST', `${JOHN}/messages`, '{"content":')
    await call('GET', '/nowhere')
    expect(journal.requests()).toEqual([
      {
        number: 1,
        at: Date.UTC(2026, 2, 15, 10, 30),
        method: 'GET',
        path: '/conversations',
        query: '?limit=1&channel=sms',
        idempotencyKey: null,
        body: null,
        status: 200,
      },
      expect.objectContaining({
        number: 2,
        at: Date.UTC(2026, 2, 15, 10, 30, 1),
        path: '/conversations/a%2Fb/messages',
        idempotencyKey: 'op_1',
        body: { content: 'Hi' },
        status: 404,
      }),
      expect.objectContaining({ number: 3, body: '{"content":', status: 400 }),
      expect.objectContaining({ number: 4, path: '/nowhere', status: 404 }),
    ])
  })

  it('records every change with its request, and a message in a create as a separate send', async () => {
    const { call, journal } = createSandboxApp()
    await call('GET', JOHN)
    const { data } = (
      await call('POST', '/conversations', { channel: 'sms', customer_phone: '+14165550001', message: 'Hi' })
    ).body
    await call('PATCH', JOHN, { status: 'resolved', tags: ['a'] })
    await call('PATCH', JOHN, { status: 'nonsense' })
    await call('POST', `${JOHN}/close`)
    const at = Date.UTC(2026, 2, 15, 10, 30)
    expect(journal.mutations()).toEqual([
      { kind: 'create', at, by: 2, conversationId: data.id, channel: 'sms', phone: '+14165550001' },
      {
        kind: 'send',
        at,
        by: 2,
        conversationId: data.id,
        messageId: data.message_id,
        sender: 'assistant',
        content: 'Hi',
      },
      { kind: 'update', at, by: 3, conversationId: 'conv_abc123', status: 'resolved', tags: ['a'] },
      { kind: 'close', at, by: 5, conversationId: 'conv_abc123' },
    ])
  })

  it('resolves until when its condition is true', async () => {
    const { call, journal } = createSandboxApp()
    const answered = journal.until((seen) => seen.requests().some(({ status }) => status === 404))
    await call('GET', '/conversations/conv_nobody')
    await answered
    await journal.until(() => true)
  })

  it('is available at GET /__journal, which it does not record', async () => {
    const { app, call, journal, keys } = createSandboxApp()
    await call('PATCH', JOHN, { tags: ['a'] })
    expect((await app.request('/__journal')).status).toBe(401)
    const response = await app.request('/__journal', { headers: { Authorization: `Bearer ${[...keys][0]}` } })
    expect(await response.json()).toEqual({
      requests: JSON.parse(JSON.stringify(journal.requests())) as unknown,
      mutations: JSON.parse(JSON.stringify(journal.mutations())) as unknown,
    })
    expect(journal.requests()).toHaveLength(1)
  })

  it('drops the oldest entries at its limit', () => {
    const journal = new RequestJournal()
    for (let number = 1; number <= 20_005; number++) {
      journal.received({ at: number, method: 'GET', path: '/', query: '', idempotencyKey: null })
    }
    expect(journal.requests()).toHaveLength(20_000)
    expect(journal.requests()[0]).toMatchObject({ number: 6 })
  })

  it('drops the oldest requests and changes when the text in them is too long', () => {
    const journal = new RequestJournal()
    const text = 'x'.repeat(1_000_000)
    for (let number = 1; number <= 40; number++) {
      const entry = journal.received({ at: number, method: 'POST', path: '/', query: '', idempotencyKey: null })
      journal.read(entry, { text, readable: false, value: null })
      const change = {
        at: number,
        by: number,
        conversationId: 'c',
        messageId: `m${number}`,
        sender: 'assistant',
      } as const
      journal.changed({ kind: 'send', content: text, ...change })
    }
    for (const kept of [journal.requests(), journal.mutations()]) {
      expect(kept.length).toBeGreaterThan(10)
      expect(2 * JSON.stringify(kept).length).toBeLessThan(MAX_JOURNAL_BYTES * 1.01)
      expect(kept.at(-1)).toMatchObject({ at: 40 })
    }
  })
})
