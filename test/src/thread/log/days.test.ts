import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ThreadItem } from '../../../../src/db/overlay.ts'
import { aMessage } from '../../../support/builders.ts'
import { dayWords, layOut, type LogRow } from '../../../../src/thread/log/days.ts'

const MINUTE_MS = 60_000
const NOON = new Date(2024, 2, 15, 12).getTime()

const ECHO = {
  opId: 'o',
  state: 'asking',
  failure: null,
  notBefore: 0,
  question: { why: 'stale', newIds: ['b'] },
  news: [],
  mayHaveArrived: false,
} as const

function anItem(fields: Partial<ThreadItem> = {}): ThreadItem {
  return { key: 'm', sender: 'customer', isMine: false, content: 'Hello?', at: NOON, echo: null, ...fields }
}

/** "day" for a separator, "[a]" for a group of one, "[b", "c", "d]" for a group of three. */
function drawn(rows: readonly LogRow[]): string {
  return rows
    .map((row) =>
      row.kind !== 'message' ? row.kind : `${row.startsGroup ? '[' : ''}${row.key}${row.endsGroup ? ']' : ''}`,
    )
    .join(' ')
}

describe('layOut', () => {
  it.each<[string, readonly Partial<ThreadItem>[], string]>([
    ['nothing', [], ''],
    ['one message', [{ key: 'a' }], 'day [a]'],
    [
      'a group of one sender',
      [{ key: 'a' }, { key: 'b', at: NOON + MINUTE_MS }, { key: 'c', at: NOON + 2 * MINUTE_MS }],
      'day [a b c]',
    ],
    [
      'messages that arrived before ours was sent',
      [
        { key: 'a' },
        { key: 'b' },
        { key: 'c' },
        { key: 'd', sender: 'assistant', isMine: true, echo: { ...ECHO, news: [aMessage({ id: 'b' })] } },
      ],
      'day [a] news [b c] [d]',
    ],
    ['two senders', [{ key: 'a' }, { key: 'b', sender: 'assistant' }, { key: 'c' }], 'day [a] [b] [c]'],
    [
      'our message and another assistant’s',
      [
        { key: 'a', sender: 'assistant', isMine: true },
        { key: 'b', sender: 'assistant' },
      ],
      'day [a] [b]',
    ],
    ['a long pause', [{ key: 'a' }, { key: 'b', at: NOON + 6 * MINUTE_MS }], 'day [a] [b]'],
    [
      'midnight within a group',
      [
        { key: 'a', at: new Date(2024, 2, 15, 23, 59).getTime() },
        { key: 'b', at: new Date(2024, 2, 16, 0, 1).getTime() },
      ],
      'day [a] day [b]',
    ],
    [
      'times that go back a day',
      [{ key: 'a' }, { key: 'b', at: NOON - 24 * 60 * MINUTE_MS }, { key: 'c' }],
      'day [a] day [b] day [c]',
    ],
    [
      'a message without a time',
      [{ key: 'a' }, { key: 'b', at: null }, { key: 'c', at: NOON + MINUTE_MS }],
      'day [a b c]',
    ],
    [
      'no times at all',
      [
        { key: 'a', at: null },
        { key: 'b', at: null },
      ],
      '[a b]',
    ],
    ['a repeated id', [{ key: 'a' }, { key: 'a' }], 'day [a a (2)]'],
  ])('arranges %s', (_, items, expected) => {
    expect(drawn(layOut(items.map(anItem)))).toBe(expected)
  })

  it('keeps every message in order, with unique keys and complete groups', () => {
    const item = fc.record({
      key: fc.constantFrom('a', 'b', 'a (2)', 'day a'),
      sender: fc.constantFrom('customer', 'assistant', 'bot'),
      isMine: fc.boolean(),
      at: fc.option(fc.integer({ min: NOON - 10 * 24 * 60 * MINUTE_MS, max: NOON })),
    })
    fc.assert(
      fc.property(fc.array(item, { maxLength: 40 }), (fields) => {
        const items = fields.map(anItem)
        const rows = layOut(items)
        const messages = rows.flatMap((row) => (row.kind === 'message' ? [row] : []))
        expect(messages.map((row) => row.item)).toEqual(items)
        expect(messages.map((row) => row.position)).toEqual(items.map((_, index) => index + 1))
        expect(new Set(messages.map((row) => row.key)).size).toBe(items.length)
        for (const [index, row] of messages.entries()) {
          expect(row.endsGroup).toBe(messages[index + 1]?.startsGroup ?? true)
          if (index === 0) expect(row.startsGroup).toBe(true)
        }
      }),
    )
  })
})

describe('dayWords', () => {
  const now = new Date(2024, 2, 15, 9).getTime()
  it.each([
    [new Date(2024, 2, 15, 0, 0), 'Today'],
    [new Date(2024, 2, 15, 23, 59), 'Today'],
    [new Date(2024, 2, 14, 23, 59), 'Yesterday'],
    [new Date(2024, 2, 14, 0, 0), 'Yesterday'],
  ])('writes %s as %s', (at, words) => {
    expect(dayWords(at.getTime(), now)).toBe(words)
  })

  it('has the weekday, and the year when it is not the current one', () => {
    expect(dayWords(new Date(2024, 2, 13).getTime(), now)).not.toMatch(/2024/)
    expect(dayWords(new Date(2023, 11, 31).getTime(), now)).toMatch(/2023/)
  })

  it('finds yesterday across a daylight saving change', () => {
    for (let day = 1; day <= 365; day++) {
      const morning = new Date(2024, 0, day, 0, 30).getTime()
      expect(dayWords(new Date(2024, 0, day - 1, 12).getTime(), morning)).toBe('Yesterday')
    }
  })
})
