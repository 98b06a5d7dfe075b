import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readConversation, readDetail, readEnvelope, readRows, readSentMessage } from '../../../electron/api/wire.ts'

const DAY_MS = 24 * 60 * 60_000

const DOCUMENTED = {
  id: 'conv_abc123',
  customer_id: 'cust_xyz789',
  customer_name: 'John Smith',
  customer_email: 'john@example.com',
  customer_phone: '+15551234567',
  channel: 'sms',
  subject: 'Appointment Question',
  last_message: 'Can I move my appointment to Friday?',
  timestamp: '2024-03-15T10:30:00Z',
  status: 'open',
  unread: true,
}

describe('readConversation', () => {
  it('is read as documented', () => {
    expect(readConversation(DOCUMENTED)).toEqual({
      id: 'conv_abc123',
      customerId: 'cust_xyz789',
      customerName: 'John Smith',
      customerEmail: 'john@example.com',
      customerPhone: '+15551234567',
      channel: 'sms',
      subject: 'Appointment Question',
      lastMessage: 'Can I move my appointment to Friday?',
      timestamp: Date.parse('2024-03-15T10:30:00Z'),
      status: 'open',
      unread: true,
    })
  })

  it('leaves out fields that are null, missing or of the wrong type', () => {
    const blanks = Object.fromEntries(Object.keys(DOCUMENTED).map((key) => [key, null]))
    const wrong = Object.fromEntries(Object.keys(DOCUMENTED).map((key) => [key, { nested: [] }]))
    for (const row of [{ id: 'a' }, { ...blanks, id: 'a' }, { ...wrong, id: 'a', tags: 'vip' }]) {
      expect(Object.keys(readConversation(row) ?? {})).toEqual(['id'])
    }
  })

  it('keeps empty values', () => {
    expect(readConversation({ id: 'a', customer_name: '', unread: false, tags: [], last_message: '' })).toEqual({
      id: 'a',
      customerName: '',
      unread: false,
      tags: [],
      lastMessage: '',
    })
  })

  it('keeps unknown values and ignores unknown fields', () => {
    expect(readConversation({ id: 'a', channel: 'carrier-pigeon', status: 'snoozed', priority: 1 })).toEqual({
      id: 'a',
      channel: 'carrier-pigeon',
      status: 'snoozed',
    })
  })

  it('accepts numbers as ids and phone numbers', () => {
    expect(readConversation({ id: 17, customer_id: 4, customer_phone: 15551234567 })).toEqual({
      id: '17',
      customerId: '4',
      customerPhone: '15551234567',
    })
  })

  it('drops tags that are not text', () => {
    expect(readConversation({ id: 'a', tags: ['vip', null, 3, { name: 'x' }, 'café'] })?.tags).toEqual(['vip', 'café'])
  })

  it.each([{}, { id: '' }, { id: null }, { id: [] }, [], null, 'conv', 3])('gives null without an id: %j', (row) => {
    expect(readConversation(row)).toBeNull()
  })
})

describe('a time', () => {
  it.each<[unknown, string | undefined]>([
    ['2024-03-15T10:30:00Z', '2024-03-15T10:30:00.000Z'],
    ['2024-03-15T12:30:00+02:00', '2024-03-15T10:30:00.000Z'],
    ['2024-03-15T10:30:00.123456Z', '2024-03-15T10:30:00.123Z'],
    ['2024-03-15T10:30:00', '2024-03-15T10:30:00.000Z'],
    ['2024-03-15 10:30:00', '2024-03-15T10:30:00.000Z'],
    ['2024-03-15', '2024-03-15T00:00:00.000Z'],
    [1_710_498_600, '2024-03-15T10:30:00.000Z'],
    [1_710_498_600_000, '2024-03-15T10:30:00.000Z'],
    ['yesterday', undefined],
    ['1710498600', '2024-03-15T10:30:00.000Z'],
    ['1710498600000', '2024-03-15T10:30:00.000Z'],
    ['2024-03-15 10:30:00+00', '2024-03-15T10:30:00.000Z'],
    ['2024-03-15T12:30:00,5+0200', '2024-03-15T10:30:00.500Z'],
    ['Fri, 15 Mar 2024 10:30:00 GMT', '2024-03-15T10:30:00.000Z'],
    ['Fri, 15 Mar 2024 12:30:00 +0200', '2024-03-15T10:30:00.000Z'],
    ['March 15, 2024', '2024-03-15T00:00:00.000Z'],
    // Engines parse these as different dates.
    ['1', undefined],
    ['12', undefined],
    ['2024', undefined],
    ['15.03.2024', undefined],
    ['03/04/2024', undefined],
    ['2024-13-45', undefined],
    ['2024-03-15T10:30:00+99:00', undefined],
    ['1e12', undefined],
    ['Infinity', undefined],
    [1_730_176_462_000_000_000, undefined],
    [1_730_176_462_000_000, undefined],
    [9e15, undefined],
    [-9e15, undefined],
    [0, undefined],
    ['1970-01-01T00:00:00Z', undefined],
    ['0001-01-01T00:00:00Z', undefined],
    ['1999-12-31T23:59:59Z', undefined],
    ['2000-01-01T00:00:00Z', '2000-01-01T00:00:00.000Z'],
    ['9999-12-31T23:59:59Z', undefined],
    [Number.POSITIVE_INFINITY, undefined],
    ['', undefined],
    [Number.NaN, undefined],
    [true, undefined],
    [{}, undefined],
  ])('%j gives the same instant on every device', (timestamp, expected) => {
    const read = readConversation({ id: 'a', timestamp })?.timestamp
    expect(read === undefined ? undefined : new Date(read).toISOString()).toBe(expected)
  })
})

describe('a time in the future', () => {
  const now = Date.UTC(2024, 2, 15)
  const read = (timestamp: unknown) => readConversation({ id: 'a', timestamp }, now)?.timestamp

  it('is accepted up to a day ahead, because clocks and time zones differ', () => {
    expect(read(now + DAY_MS)).toBe(now + DAY_MS)
    expect(read(now + DAY_MS + 1)).toBeUndefined()
  })

  it('is dropped from a message, whose id stays the same later', () => {
    const data = { id: 'c', messages: [{ sender: 'customer', content: 'Hi', timestamp: now + 2 * DAY_MS }] }
    const [early] = readDetail(data, now)?.messages ?? []
    const [late] = readDetail(data, now + 2 * DAY_MS)?.messages ?? []
    expect(early?.sentAt).toBeNull()
    expect(late).toEqual({ ...early, sentAt: now + 2 * DAY_MS })
    expect(readSentMessage({ message_id: 'm', timestamp: now + 2 * DAY_MS }, now)).toEqual({ messageId: 'm' })
  })
})

describe('a text', () => {
  it.each(['\u200b', '\u3164', '\u2800', '\u00ad', '\u200e\u200e', '\u202e', ' \u2060 ', '\u0000'])(
    'is empty as a name, address or subject when it is invisible: %j',
    (blank) => {
      expect(
        readConversation({
          id: 'a',
          customer_name: blank,
          customer_phone: blank,
          customer_email: blank,
          subject: blank,
        }),
      ).toEqual({ id: 'a', customerName: '', customerPhone: '', customerEmail: '', subject: '' })
    },
  )

  it('is well formed when the server sent lone surrogates', () => {
    const half = 'Ana \ud83d'
    const row = {
      id: 'a',
      customer_name: half,
      channel: half,
      status: half,
      subject: half,
      last_message: half,
      tags: [half],
    }
    expect(readConversation(row)).toEqual({
      id: 'a',
      customerName: 'Ana \ufffd',
      channel: 'Ana \ufffd',
      status: 'Ana \ufffd',
      subject: 'Ana \ufffd',
      lastMessage: 'Ana \ufffd',
      tags: ['Ana \ufffd'],
    })
    const messages = [{ id: 'm', sender: half, content: half }]
    expect(readDetail({ id: 'c', messages })?.messages?.[0]).toMatchObject({
      sender: 'Ana \ufffd',
      content: 'Ana \ufffd',
    })
  })

  it('is listed once among the tags', () => {
    expect(readConversation({ id: 'a', tags: ['vip', 'vip', '', '__proto__'] })?.tags).toEqual(['vip', '__proto__'])
  })
})

describe('a page', () => {
  it('drops rows without an id and counts them', () => {
    expect(readRows([{ id: 'a' }, { customer_name: 'nobody' }, null, { id: 2 }])).toEqual({
      conversations: [{ id: 'a' }, { id: '2' }],
      unreadableRows: 2,
    })
    expect(readRows([{ id: 'a' }])).toEqual({ conversations: [{ id: 'a' }] })
    expect(readRows([])).toEqual({ conversations: [] })
  })

  it.each([null, undefined, {}, { data: [] }, 'rows'])('is null when the data is not a list: %j', (data) => {
    expect(readRows(data)).toBeNull()
  })
})

describe('a thread', () => {
  const at = (minute: number): string => new Date(Date.UTC(2024, 0, 1, 0, minute)).toISOString()

  it('is read as documented, oldest first', () => {
    const messages = [
      { id: 'msg_1', sender: 'customer', content: 'Can I reschedule?', timestamp: at(1) },
      { id: 'msg_2', sender: 'assistant', content: 'Of course!', timestamp: at(2) },
    ]
    const expected = [
      { id: 'msg_1', sender: 'customer', content: 'Can I reschedule?', sentAt: Date.parse(at(1)) },
      { id: 'msg_2', sender: 'assistant', content: 'Of course!', sentAt: Date.parse(at(2)) },
    ]
    expect(readDetail({ id: 'c', messages })?.messages).toEqual(expected)
    expect(readDetail({ id: 'c', messages: [...messages].reverse() })?.messages).toEqual(expected)
  })

  it('is reversed when its accepted times only decrease, and keeps the server’s order otherwise', () => {
    const ids = (messages: object[]) => readDetail({ id: 'c', messages })?.messages?.map((message) => message.id)
    expect(
      ids([
        { id: 'a', timestamp: at(3) },
        { id: 'b', timestamp: at(1) },
        { id: 'c', timestamp: at(2) },
      ]),
    ).toEqual(['a', 'b', 'c'])
    expect(
      ids([
        { id: 'a', timestamp: at(3) },
        { id: 'b', timestamp: null },
        { id: 'c', timestamp: at(1) },
      ]),
    ).toEqual(['c', 'b', 'a'])
    expect(
      ids([
        { id: 'true', timestamp: at(3) },
        { id: 'two days ahead', timestamp: new Date(Date.now() + 2 * DAY_MS).toISOString() },
        { id: 'old', timestamp: at(1) },
      ]),
    ).toEqual(['old', 'two days ahead', 'true'])
    expect(
      ids([
        { id: 'a', timestamp: at(1) },
        { id: 'b', timestamp: at(1) },
      ]),
    ).toEqual(['a', 'b'])
    expect(
      ids([
        { id: 'c', timestamp: at(2) },
        { id: 'b', timestamp: at(1) },
        { id: 'a', timestamp: at(1) },
      ]),
    ).toEqual(['a', 'b', 'c'])
  })

  it('distinguishes a missing list from an empty list', () => {
    expect(readDetail({ id: 'c', messages: [] })?.messages).toEqual([])
    expect(readDetail({ id: 'c' })?.messages).toBeNull()
    expect(readDetail({ id: 'c', messages: null })?.messages).toBeNull()
    expect(readDetail({ id: 'c', messages: 'lost' })?.messages).toBeNull()
  })

  it('keeps a message with missing fields', () => {
    expect(
      readDetail({
        id: 'c',
        messages: [{ id: 1, content: null }, { id: 'x', sender: 'bot', content: 5 }, 'lost', null],
      })?.messages,
    ).toEqual([
      { id: '1', sender: 'unknown', content: '', sentAt: null },
      { id: 'x', sender: 'bot', content: '5', sentAt: null },
    ])
  })

  it('gives a message without an id a stable and unique id', () => {
    const nameless = (content: string) => ({ sender: 'customer', content, timestamp: at(1) })
    const first = readDetail({ id: 'c', messages: [nameless('Hi'), nameless('Hi'), nameless('Ho')] })?.messages ?? []
    const later =
      readDetail({
        id: 'c',
        messages: [nameless('Hi'), nameless('Hi'), nameless('Ho'), { id: 'new', timestamp: at(2) }],
      })?.messages ?? []
    expect(new Set(first.map((message) => message.id)).size).toBe(3)
    expect(later.slice(0, 3)).toEqual(first)
    expect(readDetail({ id: 'another', messages: [nameless('Hi')] })?.messages?.[0]?.id).not.toBe(first[0]?.id)
  })
})

describe('a sent message', () => {
  it('is read as documented', () => {
    const data = {
      message_id: 'msg_456',
      conversation_id: 'conv_abc123',
      content: 'Perfect!',
      sender: 'assistant',
      timestamp: '2024-03-15T10:35:00Z',
    }
    expect(readSentMessage(data)).toEqual({
      messageId: 'msg_456',
      content: 'Perfect!',
      sender: 'assistant',
      sentAt: Date.parse('2024-03-15T10:35:00Z'),
    })
    expect(readSentMessage({ message_id: 9 })).toEqual({ messageId: '9' })
  })

  it.each([{}, { id: 'msg' }, { message_id: null }, { message_id: '' }, null])('is null without its id: %j', (data) => {
    expect(readSentMessage(data)).toBeNull()
  })
})

it('readEnvelope accepts a response only when it reports success', () => {
  expect(readEnvelope({ success: true, data: [1] })).toEqual([1])
  for (const body of [
    { success: false, data: [1] },
    { data: [1] },
    { success: 'true', data: [1] },
    { success: 1, data: [] },
    [],
    null,
    'yes',
  ]) {
    expect(readEnvelope(body)).toBeUndefined()
  }
})

it('the readers never throw and never give null for a missing field', () => {
  const field = fc.constantFrom(
    ...Object.keys(DOCUMENTED),
    'messages',
    'message_id',
    'content',
    'sender',
    'tags',
    '__proto__',
  )
  const hostile = fc.dictionary(field, fc.jsonValue())
  fc.assert(
    fc.property(hostile, fc.array(hostile), (row, messages) => {
      for (const value of [readConversation(row), readSentMessage(row)]) {
        expect(Object.values(value ?? {})).not.toContain(null)
        expect(Object.values(value ?? {})).not.toContain(undefined)
      }
      const detail = readDetail({ ...row, id: 'c', messages })
      const ids = (detail?.messages ?? []).map((message) => message.id)
      expect(detail?.messages).toHaveLength(messages.length)
      expect(ids.every((id) => typeof id === 'string' && id !== '')).toBe(true)
    }),
    { numRuns: 300 },
  )
})
