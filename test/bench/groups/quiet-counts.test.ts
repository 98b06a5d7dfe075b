import { expect, it } from 'vitest'
import { mostWithin } from './quiet-counts.ts'

it.each([
  ['nothing', [], 10, 0],
  ['one moment', [5], 10, 1],
  ['moments that are a whole period apart', [0, 10, 20], 10, 1],
  ['moments within a period', [0, 4, 9, 10], 10, 3],
  ['a burst later on', [0, 50, 51, 52, 90], 10, 3],
  ['moments at the same time', [7, 7, 7], 10, 3],
])('mostWithin counts %s', (_, times, lengthMs, most) => {
  expect(mostWithin(times, lengthMs)).toBe(most)
})
