import fc from 'fast-check'
import { expect, it } from 'vitest'
import { API_BUDGETS, makeRateLimit, type Urgency } from '../../../electron/api/rate-limit.ts'

/** A clock that runs only when asked, and what left when. */
function timeline() {
  let now = 0
  const timers: { readonly at: number; readonly run: () => void }[] = []
  const left: { readonly at: number; readonly urgency: Urgency }[] = []
  const limit = makeRateLimit({
    budgets: API_BUDGETS,
    now: () => now,
    after: (delayMs, run) => timers.push({ at: now + delayMs, run }),
  })
  return {
    left,
    ask: (urgency: Urgency) => void limit.admit(urgency).then(() => left.push({ at: now, urgency })),
    async pass(ms: number) {
      const end = now + ms
      for (;;) {
        await Promise.resolve()
        const next = timers.toSorted((one, other) => one.at - other.at)[0]
        if (next === undefined || next.at > end) break
        timers.splice(timers.indexOf(next), 1)
        now = next.at
        next.run()
        await Promise.resolve()
      }
      now = end
    },
  }
}

it('lets a hundred go at once, and the next when ten seconds have passed', async () => {
  const time = timeline()
  for (let count = 0; count < 101; count += 1) time.ask('read')
  await time.pass(9_999)
  expect(time.left).toHaveLength(100)
  await time.pass(1)
  expect(time.left).toHaveLength(101)
})

it('lets a message pass the reads that wait', async () => {
  const time = timeline()
  for (let count = 0; count < 150; count += 1) time.ask('read')
  time.ask('send')
  await time.pass(10_000)
  expect(time.left[100]?.urgency).toBe('send')
})

it('lets what a person looks at pass what is fetched ahead', async () => {
  const time = timeline()
  for (let count = 0; count < 150; count += 1) time.ask('background')
  time.ask('read')
  time.ask('send')
  await time.pass(10_000)
  expect(time.left.slice(100, 103).map((one) => one.urgency)).toEqual(['send', 'read', 'background'])
})

it('never lets more leave than the budget, in any stretch of time, and lets everything leave', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.nat(400), fc.nat(15_000)), { maxLength: 12 }), async (bursts) => {
      const time = timeline()
      let asked = 0
      for (const [count, waitMs] of bursts) {
        for (let each = 0; each < count; each += 1) time.ask(each % 3 === 0 ? 'send' : 'read')
        asked += count
        await time.pass(waitMs)
      }
      await time.pass(900_000)
      expect(time.left).toHaveLength(asked)
      for (const { requests, withinMs } of API_BUDGETS) {
        const isKept = time.left.every(
          ({ at }, index) => (time.left[index + requests]?.at ?? Infinity) - at >= withinMs,
        )
        expect(isKept).toBe(true)
      }
    }),
    { numRuns: 30 },
  )
})
