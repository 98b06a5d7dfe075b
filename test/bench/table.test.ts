import { describe, expect, it } from 'vitest'
import type { Goal, Row } from '../../scripts/bench/rows.mjs'
import { entriesOf, figuresOf, goalWords, judge, type Measured, percentile, tableOf } from './table.ts'

const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1)

describe('percentile', () => {
  it.each([
    ['of no values', [], 0.5, null],
    ['of one value', [7], 0.95, 7],
    ['the lower middle of an even number', [4, 1, 3, 2], 0.5, 2],
    ['the middle of an odd number', [9, 1, 5], 0.5, 5],
    ['p95 of twenty: the second largest', upTo(20), 0.95, 19],
    ['p95 of fewer than twenty: the largest', upTo(19), 0.95, 19],
    ['p95 of a hundred', upTo(100), 0.95, 95],
    ['the largest', [3, 10, 2], 1, 10],
    ['numbers, not texts', [10, 9, 100], 0.5, 10],
  ])('gives %s', (_, values, share, wanted) => {
    expect(percentile(values, share)).toBe(wanted)
  })

  it('leaves the values in their order', () => {
    const values = [3, 1, 2]
    percentile(values, 0.5)
    expect(values).toEqual([3, 1, 2])
  })
})

const figures = (samples: readonly number[], floor?: readonly number[]) =>
  figuresOf({ samples, ...(floor && { floor }) })

describe('figuresOf', () => {
  it('compares the medians', () => {
    expect(figures([10, 20, 30], [5, 10, 40])).toEqual({
      count: 3,
      p50: 20,
      p95: 30,
      floorP50: 10,
      floorP95: 40,
      ratio: 2,
      max: 30,
    })
  })

  it.each([
    ['without a floor', [1], undefined],
    ['when the floor is nothing', [1], [0]],
    ['when nothing was measured', [], [1]],
  ])('has no ratio %s', (_, samples, floor) => {
    expect(figures(samples, floor).ratio).toBeNull()
  })
})

describe('judge', () => {
  it.each<[string, Goal | null, readonly number[], readonly number[] | undefined, ReturnType<typeof judge>]>([
    ['no goal', null, [1], [1], null],
    ['p50 at its limit', { p50: 2 }, [1, 2, 9], undefined, 'met'],
    ['p50 above it', { p50: 1.9 }, [1, 2, 9], undefined, 'not met'],
    ['p95 above its limit', { p95: 8 }, [1, 2, 9], undefined, 'not met'],
    ['one of two limits broken', { p50: 2, p95: 8 }, [1, 2, 9], undefined, 'not met'],
    ['the largest above its limit', { max: 8 }, [...upTo(8), 9], undefined, 'not met'],
    ['a ratio at its limit', { ratio: 1.5 }, [15], [10], 'met'],
    ['a ratio above it', { ratio: 1.5 }, [16], [10], 'not met'],
    ['a rate that is high enough', { ratioAtLeast: 0.5 }, [6], [10], 'met'],
    ['a rate that is too low', { ratioAtLeast: 0.5 }, [4], [10], 'not met'],
    ['p95 beside the floor', { p95Ratio: 1.2 }, [12], [10], 'met'],
    ['p95 far above the floor', { p95Ratio: 1.2 }, [13], [10], 'not met'],
    ['a median little above the floor', { over: 150 }, [159], [10], 'met'],
    ['a median far above the floor', { over: 150 }, [161], [10], 'not met'],
    ['p95 a frame above the floor', { p95Over: 16.7 }, [26], [10], 'met'],
    ['p95 two frames above the floor', { p95Over: 16.7 }, [43], [10], 'not met'],
    ['p95 below the floor', { p95Over: 16.7 }, [5], [10], 'met'],
    ['a missing floor', { ratio: 1.5 }, [5], undefined, null],
    ['a missing floor beside a broken limit', { p95: 4, ratio: 1.5 }, [5], undefined, 'not met'],
    ['nothing measured', { p95: 8 }, [], undefined, null],
  ])('judges %s', (_, goal, samples, floor, verdict) => {
    expect(judge(goal, figures(samples, floor))).toBe(verdict)
  })
})

describe('goalWords', () => {
  it.each<[Goal | null, string]>([
    [null, '–'],
    [{ p50: 16, p95: 33 }, 'p50 ≤ 16 ms, p95 ≤ 33 ms'],
    [{ p50: 1_500 }, 'p50 ≤ 1,500 ms'],
    [{ max: 300 }, '≤ 300 ms'],
    [{ ratio: 1.15 }, 'ratio ≤ 1.15'],
    [{ ratioAtLeast: 0.95 }, 'ratio ≥ 0.95'],
    [{ p95Ratio: 1.2 }, 'p95 ≤ 1.2 × floor'],
    [{ over: 150 }, '≤ floor + 150 ms'],
    [{ p95Over: 16.7 }, 'p95 ≤ floor + 16.7 ms'],
  ])('says %j as "%s"', (goal, words) => {
    expect(goalWords(goal, 'ms')).toBe(words)
  })
})

const ROWS: readonly Row[] = [
  { name: 'a', group: 'g', what: 'first', unit: 'ms', floor: 'nothing', goal: { ratio: 2 } },
  { name: 'b', group: 'g', what: 'second', unit: 'MB', floor: null, goal: null },
]
const MEASURED = new Map<string, Measured>([['a', { samples: [1_234.5, 12], floor: [10], note: 'on a busy machine' }]])

describe('tableOf', () => {
  it('aligns the columns, rounds, and puts notes below', () => {
    expect(tableOf(ROWS, MEASURED)).toBe(
      [
        '| row | what   | n            | p50 | p95   | unit | floor   | floor p50 | floor p95 | ratio | goal      |     |',
        '| --- | ------ | ------------ | --- | ----- | ---- | ------- | --------- | --------- | ----- | --------- | --- |',
        '| a   | first  | 2            | 12  | 1,235 | ms   | nothing | 10        | 10        | 1.20  | ratio ≤ 2 | met |',
        '| b   | second | not measured | –   | –     | MB   | –       | –         | –         | –     | –         | –   |',
        '',
        '- a: on a busy machine',
      ].join('\n'),
    )
  })
})

describe('entriesOf', () => {
  it('gives every row with its figures, verdict and samples', () => {
    const [first, second] = entriesOf(ROWS, MEASURED)
    expect(first).toMatchObject({
      ...{ name: 'a', p50: 12, ratio: 1.2, verdict: 'met', note: 'on a busy machine' },
      ...{ samples: [1_234.5, 12], floorSamples: [10] },
    })
    expect(second).toMatchObject({ name: 'b', count: 0, p50: null, verdict: null, note: null, samples: [] })
  })
})
