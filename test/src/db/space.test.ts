import { expect, it } from 'vitest'
import { type Space, spaceOf, watchSpace } from '../../../src/db/space.ts'

const MB = 1_000_000

it.each<[string, { quota?: number; usage?: number }, Space]>([
  ['a lot', { quota: 100_000 * MB, usage: 10 * MB }, 'plenty'],
  ['just enough', { quota: 210 * MB, usage: 10 * MB }, 'plenty'],
  ['a byte less', { quota: 210 * MB - 1, usage: 10 * MB }, 'low'],
  ['the last 50 MB', { quota: 60 * MB, usage: 10 * MB }, 'low'],
  ['a byte less than that', { quota: 60 * MB - 1, usage: 10 * MB }, 'full'],
  ['none', { quota: 10 * MB, usage: 10 * MB }, 'full'],
  ['less than none', { quota: 0, usage: 10 * MB }, 'full'],
  ['an unknown amount', {}, 'plenty'],
  ['an incomplete estimate', { usage: 10 * MB }, 'plenty'],
])('spaceOf reports %s left correctly', (_, estimate, space) => {
  expect(spaceOf(estimate)).toBe(space)
})

it('watchSpace checks at once and every few minutes, continues after a failure, and reports nothing after it is stopped', async () => {
  const answers = [
    () => Promise.resolve({ quota: 1, usage: 0 }),
    () => Promise.reject(new Error('no')),
    () => Promise.resolve({ quota: 100 * MB, usage: 0 }),
  ]
  const heard: Space[] = []
  const due: (() => void)[] = []
  let calledOff = 0
  const turn = () => new Promise((resolve) => setImmediate(resolve))
  const stop = watchSpace({
    estimate: () => (answers.shift() ?? (() => Promise.resolve({ quota: 1, usage: 0 })))(),
    after(ms, then) {
      expect(ms).toBe(180_000)
      due.push(then)
      return () => (calledOff += 1)
    },
    report: (space) => heard.push(space),
  })
  await turn()
  expect(heard).toEqual(['full'])
  for (let time = 0; time < 2; time += 1) {
    due.at(-1)?.()
    await turn()
  }
  expect(heard).toEqual(['full', 'plenty', 'low'])
  due.at(-1)?.()
  stop()
  await turn()
  expect([heard.length, calledOff]).toEqual([3, 1])
})
