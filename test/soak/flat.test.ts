import { describe, expect, it } from 'vitest'
import { tableOf, trendsOf } from './flat.ts'

const rounds = (values: readonly number[]) => values.map((heap) => ({ heap }))

describe('trendsOf', () => {
  it.each([
    ['stays', [10, 10, 10, 10, 10], 0, true],
    ['is noisy around the same value', [10, 10.2, 9.9, 10.1, 10], -0.01, true],
    ['shrinks', [12, 11, 10, 9, 8], -1, true],
    ['is zero', [0, 0, 0, 0, 0], 0, true],
    ['grows by one in each round', [10, 11, 12, 13, 14], 1, false],
    ['grows by a little in each round', [100, 101.2, 102.4, 103.6, 104.8], 1.2, false],
    ['grows once in the middle', [10, 10, 10, 12, 12], 0.6, false],
  ] as const)('a figure that %s', (_what, values, slope, isFlat) => {
    const [trend] = trendsOf(rounds(values), 0)
    expect(trend).toMatchObject({ name: 'heap', first: values[0], last: values.at(-1), isFlat })
    expect(trend?.slope).toBeCloseTo(slope)
  })

  it('leaves out the rounds that fill caches', () => {
    expect(trendsOf(rounds([1, 5, 10, 10, 10]), 2)).toMatchObject([{ first: 10, slope: 0, isFlat: true }])
  })

  it('does not call a missing figure flat', () => {
    const readings = [{ heap: 1 }, { heap: 1 }, {} as { heap: number }]
    expect(trendsOf(readings, 0)).toMatchObject([{ isFlat: false }])
  })
})

it('tableOf names what grows', () => {
  expect(tableOf(trendsOf(rounds([100, 200, 300]), 0))).toContain('| heap | 100 | 300 | 100 | GROWS |')
})
