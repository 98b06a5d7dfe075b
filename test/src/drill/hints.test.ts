import { describe, expect, it } from 'vitest'
import { afterMouseUse, type HintRecord, type MouseUse, NO_HINTS, readHints } from '../../../src/drill/hints.ts'

const MINUTE = 60_000
const USE: MouseUse = { commandId: 'resolve', hasKey: true, isOn: true, now: 0 }

/** Which of the uses showed a hint. */
function hintsOf(uses: readonly Partial<MouseUse>[], from: HintRecord = NO_HINTS): readonly boolean[] {
  let record = from
  return uses.map((use) => {
    const next = afterMouseUse(record, { ...USE, ...use })
    record = next.record
    return next.isHint
  })
}

const times = (count: number, use: Partial<MouseUse> = {}): readonly Partial<MouseUse>[] => Array(count).fill(use)

describe('afterMouseUse', () => {
  const cases: readonly (readonly [string, readonly Partial<MouseUse>[], readonly number[]])[] = [
    ['at the third use', times(3), [2]],
    ['not before', times(2), []],
    ['for each command separately', [...times(2), ...times(2, { commandId: 'close' })], []],
    ['never without a key', times(9, { hasKey: false }), []],
    ['never while they are off', times(9, { isOn: false }), []],
    [
      'not again before three more uses',
      times(5, { now: 0 }).map((use, index) => ({ ...use, now: index * 9 * MINUTE })),
      [2],
    ],
    ['twice at most', times(30).map((use, index) => ({ ...use, now: index * 9 * MINUTE })), [2, 5]],
    ['at most one in three minutes', [...times(3), ...times(3, { commandId: 'close', now: 2 * MINUTE })], [2]],
    [
      'later, when it was too soon',
      [...times(3), ...times(3, { commandId: 'close', now: 2 * MINUTE }), { commandId: 'close', now: 3 * MINUTE }],
      [2, 6],
    ],
    ['after the clock was set back', [...times(3, { now: 9 * MINUTE }), ...times(3, { commandId: 'close' })], [2, 5]],
  ]
  it.each(cases)('shows a hint %s', (_, uses, shown) => {
    expect(hintsOf(uses).flatMap((isHint, index) => (isHint ? [index] : []))).toEqual(shown)
  })

  it('keeps a damaged record from growing', () => {
    const commands = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`c${index}`, { uses: 1, hints: 0 }]))
    const full = { commands, hintedAt: null }
    expect(afterMouseUse(full, USE).record).toBe(full)
    expect(afterMouseUse(full, { ...USE, commandId: 'c7' }).record.commands['c7']).toEqual({ uses: 2, hints: 0 })
  })
})

describe('readHints', () => {
  const isCommand = (id: string): boolean => id === 'resolve'
  it.each([
    [null, NO_HINTS],
    ['[', NO_HINTS],
    ['null', NO_HINTS],
    [
      '{"commands":{"resolve":{"uses":2,"hints":1}},"hintedAt":5}',
      { commands: { resolve: { uses: 2, hints: 1 } }, hintedAt: 5 },
    ],
    ['{"commands":{"gone":{"uses":2,"hints":1}},"hintedAt":"x"}', NO_HINTS],
    ['{"commands":{"resolve":{"uses":-1,"hints":1}}}', NO_HINTS],
    ['{"commands":{"resolve":null}}', NO_HINTS],
  ])('reads %s', (stored, record) => {
    expect(readHints(stored, isCommand)).toEqual(record)
  })
})
