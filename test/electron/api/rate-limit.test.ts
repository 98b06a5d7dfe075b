import fc from 'fast-check'
import { expect, it } from 'vitest'
import { SYNC_POLICY } from '../../../src/sync/policy.ts'
import { API_BUDGETS, makeRateLimit, type Urgency } from '../../../electron/api/rate-limit.ts'

/** A manual clock, and a record of when each request was sent. */
function makeTimeline() {
  let now = 0
  const timers: { readonly at: number; readonly run: () => void }[] = []
  const sent: { readonly at: number; readonly urgency: Urgency }[] = []
  const limit = makeRateLimit({
    budgets: API_BUDGETS,
    now: () => now,
    after: (delayMs, run) => timers.push({ at: now + delayMs, run }),
  })
  return {
    sent,
    ask: (urgency: Urgency) => void limit.admit(urgency).then(() => sent.push({ at: now, urgency })),
    async pass(ms: number) {
      const end = now + ms
      for (;;) {
        await Promise.resolve()
        const next = timers.toSorted((a, b) => a.at - b.at)[0]
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

it('the rate limit admits 100 requests at once and the next after 10 seconds', async () => {
  const time = makeTimeline()
  for (let count = 0; count < 101; count += 1) time.ask('read')
  await time.pass(9_999)
  expect(time.sent).toHaveLength(100)
  await time.pass(1)
  expect(time.sent).toHaveLength(101)
})

it('the rate limit admits a message before waiting reads', async () => {
  const time = makeTimeline()
  for (let count = 0; count < 150; count += 1) time.ask('read')
  time.ask('send')
  await time.pass(10_000)
  expect(time.sent[100]?.urgency).toBe('send')
})

it('the rate limit admits a visible read before background reads', async () => {
  const time = makeTimeline()
  for (let count = 0; count < 150; count += 1) time.ask('background')
  time.ask('read')
  time.ask('send')
  await time.pass(10_000)
  expect(time.sent.slice(100, 103).map(({ urgency }) => urgency)).toEqual(['send', 'read', 'background'])
})

/** A first sync of two minutes, with polls and an open thread. Then some messages are sent at once: how long the last one waits, ms. */
async function waitInFirstSync(messages: number, afterMs: number): Promise<number> {
  const time = makeTimeline()
  const { firstSyncPaceMs, openThreadMs, pollFocusedMs } = SYNC_POLICY
  const start = 120_000 + afterMs
  let last = 0
  const due = (everyMs: number, at: number): boolean => Math.floor(at / everyMs) > Math.floor((at - 1) / everyMs)
  for (let at = 1; at < start + 20_000; at += 1) {
    if (due(firstSyncPaceMs, at)) time.ask('background')
    if (due(openThreadMs, at) || due(pollFocusedMs, at)) time.ask('read')
    if (at === start) for (let message = 0; message < messages; message += 1) time.ask('send')
    await time.pass(1)
  }
  for (const { at, urgency } of time.sent) if (urgency === 'send') last = at - start
  expect(time.sent.filter(({ urgency }) => urgency === 'send')).toHaveLength(messages)
  return last
}

it.each([
  [1, 1],
  [3, 3],
  [10, 10],
])(
  'of %i messages sent at once in a first sync, the last waits for at most %i background requests',
  async (messages, gaps) => {
    for (const afterMs of [0, 1, 52, 104, 3_333, 9_999])
      expect(await waitInFirstSync(messages, afterMs)).toBeLessThanOrEqual(gaps * SYNC_POLICY.firstSyncPaceMs)
  },
)

it('the rate limit never exceeds the budget in any period and admits every request', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.nat(400), fc.nat(15_000)), { maxLength: 12 }), async (bursts) => {
      const time = makeTimeline()
      let total = 0
      for (const [count, waitMs] of bursts) {
        for (let each = 0; each < count; each += 1) time.ask(each % 3 === 0 ? 'send' : 'read')
        total += count
        await time.pass(waitMs)
      }
      await time.pass(900_000)
      expect(time.sent).toHaveLength(total)
      for (const { requests, withinMs } of API_BUDGETS) {
        const isKept = time.sent.every(
          ({ at }, index) => (time.sent[index + requests]?.at ?? Infinity) - at >= withinMs,
        )
        expect(isKept).toBe(true)
      }
    }),
    { numRuns: 30 },
  )
})
