import { describe, expect, it } from 'vitest'
import { ORDERS } from '../../../electron/sandbox/order.ts'
import { createSandboxApp, type Row } from './sandbox-app.ts'

type Call = ReturnType<typeof createSandboxApp>['call']

async function readAll(call: Call, limit = 100, filter = ''): Promise<readonly Row[]> {
  const rows: Row[] = []
  for (;;) {
    const page = (await call<Row[]>('GET', `/conversations?limit=${limit}&offset=${rows.length}${filter}`)).body.data
    rows.push(...page)
    if (page.length < limit) return rows
  }
}

describe('the list', () => {
  it('has 25 rows per page by default', async () => {
    const { call } = createSandboxApp({ conversations: 130 })
    expect((await call<Row[]>('GET', '/conversations')).body.data).toHaveLength(25)
    expect((await call<Row[]>('GET', '/conversations?limit=1')).body.data).toHaveLength(1)
    expect((await call<Row[]>('GET', '/conversations?limit=100')).body.data).toHaveLength(100)
    expect((await call<Row[]>('GET', '/conversations?limit=100&offset=100')).body.data).toHaveLength(30)
  })

  it('is empty for any offset after the end', async () => {
    const { call } = createSandboxApp({ conversations: 30 })
    expect((await call('GET', '/conversations?offset=30')).body).toEqual({ success: true, data: [] })
    expect((await call('GET', '/conversations?offset=9007199254740991')).body).toEqual({ success: true, data: [] })
  })

  it('is empty for an empty account', async () => {
    const { call } = createSandboxApp({ conversations: 0 })
    expect((await call('GET', '/conversations')).body).toEqual({ success: true, data: [] })
  })

  it('has only the documented fields', async () => {
    const { call } = createSandboxApp()
    const [row] = (await readAll(call)).filter(({ id }) => id === 'conv_abc123')
    expect(row).toEqual({
      id: 'conv_abc123',
      customer_id: 'cust_xyz789',
      customer_name: 'John Smith',
      customer_email: 'john@example.com',
      customer_phone: '+15551234567',
      channel: 'sms',
      subject: 'Appointment Question',
      last_message: 'Can I move my appointment to Friday?',
      timestamp: '2026-03-15T09:50:00Z',
      status: 'open',
      unread: true,
      tags: [],
    })
  })

  it('leaves out unknown values', async () => {
    const { call } = createSandboxApp()
    const rows = await readAll(call)
    const nameless = rows.find((row) => row['channel'] === 'sms' && !('customer_name' in row))
    expect(nameless).toBeDefined()
    expect(nameless).not.toHaveProperty('customer_email')
    const empty = rows.find((row) => row['customer_name'] === 'Hannah Lindqvist')
    expect(empty).toBeDefined()
    expect(empty).not.toHaveProperty('last_message')
  })

  it.each([
    ['channel', 'sms'],
    ['channel', 'email'],
    ['channel', 'instagram'],
    ['channel', 'facebook'],
    ['channel', 'whatsapp'],
    ['channel', 'voice'],
    ['status', 'open'],
    ['status', 'closed'],
    ['status', 'resolved'],
    ['customer_id', 'cust_xyz789'],
  ])('has exactly the matching rows for %s=%s', async (field, value) => {
    const { call } = createSandboxApp({ conversations: 150 })
    const wanted = (await readAll(call)).filter((row) => row[field] === value)
    expect(wanted.length).toBeGreaterThan(0)
    expect(await readAll(call, 7, `&${field}=${value}`)).toEqual(wanted)
  })

  it('combines all filters', async () => {
    const { call } = createSandboxApp({ conversations: 150 })
    const wanted = (await readAll(call)).filter((row) => row['channel'] === 'email' && row['status'] === 'closed')
    expect(wanted.length).toBeGreaterThan(0)
    expect(await readAll(call, 100, '&channel=email&status=closed')).toEqual(wanted)
    expect(await readAll(call, 100, '&customer_id=cust_nobody')).toEqual([])
  })

  it('starts with the newest message, and a new message moves its conversation to the top', async () => {
    const { call, account, clock } = createSandboxApp()
    const before = await readAll(call)
    const last = before.at(-1)?.id ?? ''
    const times = before.map(({ id }) => account.find(id)?.activityAt ?? 0)
    expect(times).toEqual(times.toSorted((a, b) => b - a))
    clock.pass(1_000)
    await call('POST', `/conversations/${last}/messages`, { content: 'Up' })
    expect((await readAll(call))[0]?.id).toBe(last)
  })

  it.each(ORDERS)('has every conversation once in the order "%s"', async (order) => {
    const { call } = createSandboxApp({ conversations: 90, behaviour: { order } })
    const rows = (await call<Row[]>('GET', '/conversations?limit=100')).body.data
    expect(new Set(rows.map(({ id }) => id)).size).toBe(90)
    const again = (await call<Row[]>('GET', '/conversations?limit=100')).body.data.map(({ id }) => id)
    if (order === 'random') expect(again).not.toEqual(rows.map(({ id }) => id))
    else expect(again).toEqual(rows.map(({ id }) => id))
  })

  it('gives the start of a conversation as its timestamp, or its newest message with that behaviour', async () => {
    const { call, behaviour } = createSandboxApp()
    const timestampOf = async (): Promise<unknown> => {
      return (await readAll(call)).find(({ id }) => id === 'conv_abc123')?.['timestamp']
    }
    expect(await timestampOf()).toBe('2026-03-15T09:50:00Z')
    behaviour.timestamp = 'activity'
    expect(await timestampOf()).toBe('2026-03-15T09:52:00Z')
  })
})

describe('a single conversation', () => {
  it('has its messages, oldest first, and no fields of the list only', async () => {
    const { call } = createSandboxApp()
    expect((await call('GET', '/conversations/conv_abc123')).body).toEqual({
      success: true,
      data: {
        id: 'conv_abc123',
        customer_id: 'cust_xyz789',
        customer_name: 'John Smith',
        customer_email: 'john@example.com',
        customer_phone: '+15551234567',
        channel: 'sms',
        status: 'open',
        tags: [],
        messages: [
          {
            id: 'msg_1',
            sender: 'customer',
            content: 'Can I reschedule my appointment?',
            timestamp: '2026-03-15T09:50:00Z',
          },
          {
            id: 'msg_2',
            sender: 'assistant',
            content: 'Of course! What date works better?',
            timestamp: '2026-03-15T09:51:00Z',
          },
          {
            id: 'msg_3',
            sender: 'customer',
            content: 'Can I move my appointment to Friday?',
            timestamp: '2026-03-15T09:52:00Z',
          },
        ],
      },
    })
  })

  it('matches its row for each conversation of the account', async () => {
    const { call } = createSandboxApp({ conversations: 80 })
    for (const row of await readAll(call)) {
      const { data } = (await call('GET', `/conversations/${row.id}`)).body
      expect(data.messages.at(-1)?.content).toBe(row['last_message'])
      if (data.messages.length > 0) expect(data.messages[0]?.timestamp).toBe(row['timestamp'])
      for (const field of [
        'customer_id',
        'customer_name',
        'customer_phone',
        'customer_email',
        'channel',
        'status',
        'tags',
      ]) {
        expect(data[field]).toEqual(row[field])
      }
    }
  })
})
