import { expect, it, vi } from 'vitest'
import { memoryOf } from '../../../electron/report/speed.ts'

vi.mock('electron', () => ({ app: {} }))

const metric = (type: string, kilobytes: number) => ({ type, memory: { workingSetSize: kilobytes } })

it.each([
  [[], []],
  [[metric('Browser', 100)], [{ kind: 'main', count: 1, bytes: 102_400 }]],
  [
    [
      metric('Browser', 1),
      metric('Tab', 5),
      metric('Tab', 2),
      metric('GPU', 3),
      metric('Utility', 1),
      metric('Zygote', 1),
    ],
    [
      { kind: 'window', count: 2, bytes: 7_168 },
      { kind: 'gpu', count: 1, bytes: 3_072 },
      { kind: 'other', count: 2, bytes: 2_048 },
      { kind: 'main', count: 1, bytes: 1_024 },
    ],
  ],
])('memory of %j is %j', (metrics, expected) => {
  expect(memoryOf(metrics)).toEqual(expected)
})
