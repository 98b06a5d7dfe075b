import { describe, expect, it } from 'vitest'
import { mustNotAsk, mustNotConnect } from '../../../electron/accounts/connect-limit.ts'

const SECOND = 1_000

describe('mustNotAsk', () => {
  it.each<[readonly number[], number, boolean]>([
    [[], 0, false],
    [[0, 1], 2, false],
    [[0, 1, 2], 2, true],
    [[0, 1, 2], 61, true],
    [[0, 1, 2], 62, false],
    [[0, 30, 59], 60, true],
    [[0, 30, 59], 118, true],
    [[0, 30, 59], 119, false],
    [[0, 30, 60], 60, false],
    [[0, 100, 110], 111, false],
    [[0, 100, 110, 120], 121, true],
    // Also when the clock began long ago.
    [[9_000, 9_001, 9_002], 9_003, true],
  ])('after refusals at %j s, at %d s: %s', (refusedAt, now, expected) => {
    expect(
      mustNotAsk(
        refusedAt.map((at) => at * SECOND),
        now * SECOND,
      ),
    ).toBe(expected)
  })
})

describe('mustNotConnect', () => {
  const ten = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
  it.each<[readonly number[], number, boolean]>([
    [[], 0, false],
    [ten.slice(1), 9, false],
    [ten, 9, true],
    [ten, 59, true],
    [ten, 60, false],
    [[...ten, 60], 60, true],
    [[...ten, 60], 61, false],
  ])('after connects at %j s, at %d s: %s', (connectedAt, now, expected) => {
    expect(
      mustNotConnect(
        connectedAt.map((at) => at * SECOND),
        now * SECOND,
      ),
    ).toBe(expected)
  })
})
