import { describe, expect, it } from 'vitest'
import { createSandboxApp, type Row } from './sandbox-app.ts'

const JOHN = '/conversations/conv_abc123'
const AN_ID = expect.stringMatching(/^conv_[0-9a-z]{14}$/)
const A_MESSAGE_ID = expect.stringMatching(/^msg_[0-9a-z]{14}$/)

describe('POST /conversations', () => {
  it.each([
    [
      'by phone with a message',
      { channel: 'sms', customer_phone: '+14165550001', customer_name: 'Ada', message: 'Hi Ada' },
      { customer_phone: '+14165550001', customer_name: 'Ada', channel: 'sms', message_id: A_MESSAGE_ID },
    ],
    [
      'by phone without a message',
      { channel: 'voice', customer_phone: '+14165550001' },
      { customer_phone: '+14165550001', channel: 'voice' },
    ],
    [
      'by mail',
      { channel: 'email', customer_email: 'ada@example.com', message: 'Hi' },
      { customer_email: 'ada@example.com', channel: 'email', message_id: A_MESSAGE_ID },
    ],
    [
      'without a required address',
      { channel: 'instagram', customer_name: 'ada.l' },
      { customer_name: 'ada.l', channel: 'instagram' },
    ],
    ['with an empty message', { channel: 'whatsapp', message: '' }, { channel: 'whatsapp' }],
  ])('returns the documented fields %s', async (_how, body, fields) => {
    const { call } = createSandboxApp({ conversations: 0 })
    expect(await call('POST', '/conversations', body)).toMatchObject({
      status: 200,
      body: { success: true, data: { id: AN_ID, status: 'open', ...fields } },
    })
    const { data } = (await call('POST', '/conversations', body)).body
    expect(Object.keys(data).toSorted()).toEqual(['id', 'status', ...Object.keys(fields)].toSorted())
  })

  it('adds a read conversation to the list with the assistant’s message', async () => {
    const { call } = createSandboxApp()
    const { data } = (
      await call('POST', '/conversations', { channel: 'sms', customer_phone: '+14165550001', message: 'Hi' })
    ).body
    const [row] = (await call<Row[]>('GET', '/conversations?limit=1')).body.data
    expect(row).toMatchObject({ id: data.id, last_message: 'Hi', unread: false, status: 'open' })
    const { messages } = (await call('GET', `/conversations/${data.id}`)).body.data
    expect(messages).toEqual([
      { id: data.message_id, sender: 'assistant', content: 'Hi', timestamp: '2026-03-15T10:30:00Z' },
    ])
  })

  it('uses the existing customer for a known phone number', async () => {
    const { call } = createSandboxApp()
    const { data } = (await call('POST', '/conversations', { channel: 'voice', customer_phone: '+15551234567' })).body
    expect(data.customer_name).toBe('John Smith')
    const rows = (await call<Row[]>('GET', '/conversations?customer_id=cust_xyz789')).body.data
    expect(rows.map(({ id }) => id)).toEqual([data.id, 'conv_abc123'])
  })

  it('creates two conversations for two equal requests', async () => {
    const { call, journal } = createSandboxApp({ conversations: 0 })
    const headers = { 'Idempotency-Key': 'op_1' }
    const first = await call('POST', '/conversations', { channel: 'facebook' }, headers)
    const second = await call('POST', '/conversations', { channel: 'facebook' }, headers)
    expect(first.body.data.id).not.toBe(second.body.data.id)
    expect(journal.mutations()).toHaveLength(2)
  })
})

describe('POST /conversations/:id/messages', () => {
  it('returns the stored message, by default from the assistant', async () => {
    const { call } = createSandboxApp()
    const content = 'Perfect! I have you down for Friday at 2pm. 👍\n\n„Gut“'
    const { data } = (await call('POST', `${JOHN}/messages`, { content })).body
    expect(data).toEqual({
      message_id: A_MESSAGE_ID,
      conversation_id: 'conv_abc123',
      content,
      sender: 'assistant',
      timestamp: '2026-03-15T10:30:00Z',
    })
    expect((await call('GET', JOHN)).body.data.messages.at(-1)).toMatchObject({ id: data.message_id, content })
  })

  it('marks the conversation as read and keeps its status for an assistant message', async () => {
    const { call, account } = createSandboxApp()
    await call('POST', `${JOHN}/close`)
    await call('POST', `${JOHN}/messages`, { content: 'Bye' })
    expect(account.find('conv_abc123')).toMatchObject({ unread: false, status: 'closed' })
  })

  it.each(['resolved', 'closed'])(
    'reopens a %s conversation and marks it as unread for a customer’s message',
    async (status) => {
      const { call, account } = createSandboxApp()
      await call('PATCH', JOHN, { status })
      await call('POST', `${JOHN}/messages`, { content: 'One more thing', sender: 'customer' })
      expect(account.find('conv_abc123')).toMatchObject({ unread: true, status: 'open' })
      expect(account.find('conv_abc123')).not.toHaveProperty('closedAt')
    },
  )
})

describe('PATCH /conversations/:id', () => {
  it.each([
    [{ status: 'resolved' }, { status: 'resolved' }],
    [{ status: 'closed' }, { status: 'closed' }],
    [{ customer_name: 'Johnny' }, { customer_name: 'Johnny' }],
    [{ tags: ['completed', 'satisfied'] }, { tags: ['completed', 'satisfied'] }],
    [{ tags: [] }, { tags: [] }],
    [
      { status: 'open', customer_name: 'J', tags: ['a'] },
      { status: 'open', customer_name: 'J', tags: ['a'] },
    ],
    [{}, {}],
    [{ status: null, tags: null, unknown: 1 }, {}],
  ])('stores %j and returns the id and the changed fields', async (body, fields) => {
    const { call } = createSandboxApp()
    expect(await call('PATCH', JOHN, body)).toMatchObject({ status: 200 })
    expect((await call('PATCH', JOHN, body)).body).toEqual({ success: true, data: { id: 'conv_abc123', ...fields } })
    expect((await call('GET', JOHN)).body.data).toMatchObject(fields)
  })

  it('renames the customer in all conversations', async () => {
    const { call } = createSandboxApp()
    const mayas = async (): Promise<readonly string[]> => {
      const rows = (await call<Row[]>('GET', '/conversations?limit=100')).body.data
      return rows.flatMap(({ customer_name }) => (customer_name?.startsWith('Maya') ? [customer_name] : []))
    }
    expect(await mayas()).toEqual(['Maya Okafor', 'Maya Okafor', 'Maya Okafor'])
    const [first] = (await call<Row[]>('GET', '/conversations?limit=1')).body.data
    await call('PATCH', `/conversations/${first?.id}`, { customer_name: 'Maya O.' })
    expect(await mayas()).toEqual(['Maya O.', 'Maya O.', 'Maya O.'])
  })

  it('replaces the tags, or adds to them with that behaviour', async () => {
    const { call, behaviour } = createSandboxApp()
    await call('PATCH', JOHN, { tags: ['a', 'b'] })
    expect((await call('PATCH', JOHN, { tags: ['c'] })).body.data.tags).toEqual(['c'])
    behaviour.tags = 'add'
    expect((await call('PATCH', JOHN, { tags: ['c', 'd'] })).body.data.tags).toEqual(['c', 'd'])
    expect((await call('PATCH', JOHN, { tags: ['e'] })).body.data.tags).toEqual(['c', 'd', 'e'])
  })
})

describe('POST /conversations/:id/close', () => {
  it('returns the time, which a second close does not change', async () => {
    const { call, clock } = createSandboxApp()
    const data = { id: 'conv_abc123', status: 'closed', closed_at: '2026-03-15T10:30:00Z' }
    expect(await call('POST', `${JOHN}/close`)).toMatchObject({ status: 200, body: { success: true, data } })
    clock.pass(60_000)
    expect((await call('POST', `${JOHN}/close`)).body).toEqual({ success: true, data })
  })

  it('works with and without a body', async () => {
    const { call } = createSandboxApp()
    expect((await call('POST', `${JOHN}/close`, 'not JSON')).status).toBe(200)
  })

  it('gives a new time after the conversation was reopened', async () => {
    const { call, clock } = createSandboxApp()
    await call('POST', `${JOHN}/close`)
    await call('PATCH', JOHN, { status: 'open' })
    clock.pass(60_000)
    expect((await call('POST', `${JOHN}/close`)).body.data.closed_at).toBe('2026-03-15T10:31:00Z')
  })
})
