import { describe, expect, it } from 'vitest'
import { framesDropped, makeLatencies, percentile } from '../../../../src/shared/speed/latencies.ts'

const UP_TO_100 = Array.from({ length: 100 }, (_, index) => index + 1)

it.each([
  [[], 0.5, 0],
  [[7], 0.5, 7],
  [[7], 0.95, 7],
  [[1, 2], 0.5, 1],
  [[1, 2, 3], 0.5, 2],
  [[1, 2, 3], 0.95, 3],
  [UP_TO_100, 0.5, 50],
  [UP_TO_100, 0.95, 95],
  [UP_TO_100, 1, 100],
  [UP_TO_100, 0, 1],
])('percentile of %j at %d is %d', (sorted, share, expected) => {
  expect(percentile(sorted, share)).toBe(expected)
})

it.each([
  [0, 0],
  [16.6, 0],
  // Two frames: the key came just after one, and its answer was painted by the next.
  [33.3, 0],
  [33.4, 1],
  [50.1, 2],
  [1_000, 58],
])('a key that is painted after %d ms has dropped %d frames', (ms, frames) => {
  expect(framesDropped(ms)).toBe(frames)
})

describe('latencies', () => {
  it('have no figures before the first key', () => {
    const latencies = makeLatencies()
    expect(latencies.read()).toEqual([])
    expect(latencies.droppedFrames()).toBe(0)
  })

  it('are read by key, the most frequent first', () => {
    const latencies = makeLatencies()
    for (const [key, ms] of [
      [3, 10],
      [5, 8],
      [5, 40],
      [5, 9],
    ] as const)
      latencies.add(key, ms)
    expect(latencies.read()).toEqual([
      { key: 5, count: 3, p50: 9, p95: 40 },
      { key: 3, count: 1, p50: 10, p95: 10 },
    ])
    expect(latencies.droppedFrames()).toBe(1)
  })

  it('forget the oldest samples when the ring is full, and still count them', () => {
    const latencies = makeLatencies(4)
    for (const ms of [100, 100, 1, 2, 3, 4]) latencies.add(0, ms)
    expect(latencies.read()).toEqual([{ key: 0, count: 6, p50: 2, p95: 4 }])
    expect(latencies.droppedFrames()).toBe(10)
  })

  it.each([
    [256, 10],
    [0, -1],
    [0, Number.NaN],
  ])('ignore key %d with %d ms', (key, ms) => {
    const latencies = makeLatencies()
    latencies.add(key, ms)
    expect(latencies.read()).toEqual([])
  })
})
