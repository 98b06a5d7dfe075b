import { expect, it } from 'vitest'
import { ANSWER_TARGETS, readAnswerTarget, targetMs } from '../../../src/rows/answer-within.ts'
import { isLate, shownWaitingSince } from '../../../src/rows/waiting.ts'

const HOUR = 3_600_000
const NOW = 1_000 * HOUR

it.each([
  [24, '24', false],
  [24.1, '24', true],
  [1.1, '1', true],
  [71, '72', false],
  [9_000, 'none', false],
] as const)('a wait of %s hours with the target %s is late: %s', (hours, target, expected) => {
  expect(isLate(NOW - hours * HOUR, NOW, targetMs(target))).toBe(expected)
})

it('the target is a day until the user chooses, and for a value that is no longer known', () => {
  const read = (stored: string | null) => readAnswerTarget({ getItem: () => stored })
  expect([null, '', '36', 'none', '4'].map(read)).toEqual(['24', '24', '24', 'none', '4'])
  expect(ANSWER_TARGETS.map(read)).toEqual(ANSWER_TARGETS)
})

it('no customer waits in a conversation that is resolved or snoozed', () => {
  const open = { status: 'open', isUnread: false, waitingSince: 5 }
  expect(shownWaitingSince(open)).toBe(5)
  expect(shownWaitingSince({ ...open, status: 'resolved' })).toBeNull()
  expect(shownWaitingSince({ ...open, snooze: {} })).toBeNull()
})
