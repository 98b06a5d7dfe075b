import { describe, expect, it } from 'vitest'
import type { LogRow } from '../../../../src/thread/log/days.ts'
import { isShort } from '../../../../src/thread/log/row-height.ts'

function rowsOf(count: number, content: string): readonly LogRow[] {
  const item = { content, echo: null } as unknown as Extract<LogRow, { kind: 'message' }>['item']
  const row = { kind: 'message', item, position: 1, startsGroup: true, endsGroup: true } as const
  return Array.from({ length: count }, (_, index) => ({ ...row, key: String(index) }))
}

const DAY: LogRow = { kind: 'day', key: 'day', at: 0 }
const LONG = 'word '.repeat(20_000)

describe('isShort', () => {
  it.each([
    ['no message', [], true],
    ['one message of 100 KB, which is collapsed', rowsOf(1, LONG), true],
    ['three of them', rowsOf(3, LONG), false],
    ['ten lines with a day', [DAY, ...rowsOf(10, 'Hello')], true],
    ['a hundred lines', rowsOf(100, 'Hello'), false],
  ])('opens a thread of %s as short: %s', (_, rows, expected) => {
    expect(isShort(rows)).toBe(expected)
  })

  it.each([
    ['an open short thread that grows', 60, true, true],
    ['one that grows without end', 201, true, false],
    ['a long one whose messages are gone', 1, false, false],
  ])('keeps the list of %s', (_, count, was, expected) => {
    expect(isShort(rowsOf(count, 'Hello'), was)).toBe(expected)
  })
})
