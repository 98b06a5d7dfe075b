import { describe, expect, it } from 'vitest'
import { nextTimeLeft, type TimeLeft } from '../../../src/rail/time-left.ts'

type Step = readonly [second: number, done: number] | null

/** The minutes that are shown after each sample. Null: the download is paused. */
function shownFor(steps: readonly Step[], total = 1_000): readonly (number | null)[] {
  let estimate: TimeLeft | null = null
  const shown: (number | null)[] = []
  for (const step of steps) {
    estimate = nextTimeLeft(estimate, step === null ? null : { at: step[0] * 1_000, done: step[1], total })
    shown.push(estimate === null || estimate.shownMs === null ? null : estimate.shownMs / 60_000)
  }
  return shown
}

describe('nextTimeLeft', () => {
  const cases: readonly (readonly [string, readonly Step[], readonly (number | null)[]])[] = [
    [
      'nothing before ten seconds are measured',
      [
        [0, 0],
        [5, 40],
      ],
      [null, null],
    ],
    [
      'nothing for a few threads',
      [
        [0, 0],
        [60, 19],
      ],
      [null, null],
    ],
    [
      'whole minutes, rounded up',
      [
        [0, 0],
        [5, 30],
        [10, 60],
      ],
      [null, null, 3],
    ],
    [
      '0 below a minute',
      [
        [0, 0],
        [10, 500],
      ],
      [null, 0],
    ],
    [
      'steps of five minutes above ten',
      [
        [0, 0],
        [20, 20],
      ],
      [null, 20],
    ],
    [
      'hours above one',
      [
        [0, 0],
        [100, 20],
      ],
      [null, 120],
    ],
    [
      'nothing above a day',
      [
        [0, 0],
        [3_600, 20],
      ],
      [null, null],
    ],
    [
      'nothing once all are here',
      [
        [0, 0],
        [10, 500],
        [20, 1_000],
      ],
      [null, 0, null],
    ],
    ['nothing after a pause, until it is measured anew', [[0, 0], [10, 60], null, [60, 70]], [null, 3, null, null]],
    [
      'nothing after the cache was cleared',
      [
        [0, 0],
        [10, 60],
        [15, 0],
      ],
      [null, 3, null],
    ],
    [
      'the same for two samples of one moment',
      [
        [0, 0],
        [10, 60],
        [10, 60],
      ],
      [null, 3, 3],
    ],
  ]
  it.each(cases)('shows %s', (_, steps, shown) => {
    expect(shownFor(steps)).toEqual(shown)
  })

  it('only falls while the speed fluctuates', () => {
    let done = 0
    const steps = Array.from({ length: 60 }, (_, index): Step => {
      done += index % 3 === 0 ? 60 : 25
      return [index * 5, done]
    })
    const shown = shownFor(steps, 2_400).flatMap((minutes) => minutes ?? [])
    expect(shown.length).toBeGreaterThan(40)
    expect(shown.toSorted((a, b) => b - a)).toEqual(shown)
    expect(shown.at(-1)).toBe(0)
  })

  it('rises once when the download becomes much slower', () => {
    const fast: readonly Step[] = [
      [0, 0],
      [10, 60],
      [20, 120],
    ]
    const slow = Array.from({ length: 20 }, (_, index): Step => [25 + index * 5, 122 + index * 2])
    const shown = shownFor([...fast, ...slow])
    expect(shown[1]).toBe(3)
    expect(shown.at(-1)).toBeGreaterThan(10)
  })
})
