import { describe, expect, it } from 'vitest'
import { type Job, laneOf } from '../../../src/sync/job.ts'
import type { Attention } from '../../../src/sync/plan.ts'
import { SYNC_POLICY } from '../../../src/sync/policy.ts'
import { isCatchingUp } from '../../../src/sync/state.ts'
import { Random } from '../random.ts'
import { Client } from './client.ts'
import { Device } from './device.ts'
import { ListServer } from './server.ts'

const START = 1_700_000_000_000
const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
/** Bounds a hang, ms. It does not measure speed. */
const LIMIT_MS = 600_000

type Request = { readonly job: Job; readonly at: number }

function makeAccount(conversations: number, openCount: number) {
  const random = new Random(7)
  const server = new ListServer(random, {
    order: 'activity',
    isStampActivity: true,
    hidden: 0,
    isCaseInsensitive: false,
  })
  for (let index = 0; index < conversations; index += 1) {
    server.add(START - (index + 1) * MINUTE, index < openCount ? 'open' : 'closed')
  }
  server.at(START)
  const device = new Device()
  const requests: Request[] = []
  const client = new Client({
    server,
    device,
    random,
    policy: SYNC_POLICY,
    defects: {},
    now: START,
    latencyMs: 60,
    failures: 0,
    onStart: (job, at) => void (job.kind === 'fill-queue' || requests.push({ job, at })),
    onServed: (at) => ({ at, deleted: 0, rows: { open: 0, all: 0 } }),
    onSweepPage: () => {},
    onPassEnd: () => {},
    onRemove: (id) => expect.fail(`${id} was removed`),
    onThreadStored: () => {},
  })
  return { random, server, device, requests, client }
}

const FOCUSED: Attention = { openConversationId: null, isFocused: true, hasSpace: true }

/** The greatest number of requests within any `ms`. */
function maxWithin(requests: readonly Request[], ms: number): number {
  let [max, from] = [0, 0]
  for (const [index, { at }] of requests.entries()) {
    while ((requests[from]?.at ?? at) <= at - ms) from += 1
    max = Math.max(max, index - from + 1)
  }
  return max
}

const isFullSweep = ({ job }: Request): boolean =>
  (job.kind === 'sweep' && job.sweep === 'all') || (job.kind === 'check' && job.check.kind === 'all')
const isBackground = ({ job }: Request): boolean => laneOf(job) === 'background'
const isPoll = ({ job }: Request): boolean => job.kind === 'poll'
const isOpenSweep = ({ job }: Request): boolean => job.kind === 'sweep' && job.sweep === 'open'
const isThread = ({ job }: Request): boolean => job.kind === 'hydrate'

function tally(requests: readonly Request[]): Record<string, number> {
  const kinds = { polls: isPoll, openSweeps: isOpenSweep, fullSweep: isFullSweep, threads: isThread }
  const counts = Object.entries(kinds).map(([name, is]) => [name, requests.filter(is).length] as const)
  return { requests: requests.length, ...Object.fromEntries(counts) }
}

describe('an account of 100,000 conversations', () => {
  it('is read completely within the budget, continues after a crash, and is confirmed', { timeout: LIMIT_MS }, () => {
    const { server, device, requests, client } = makeAccount(100_000, 3_000)
    let crashedAt = 0
    while (client.state.isFirstSync) {
      client.step(FOCUSED, Infinity)
      const { sweep } = client.state.sweeps.all
      if (crashedAt === 0 && (sweep?.offset ?? 0) >= 60_000) {
        client.restart()
        crashedAt = client.now
        expect(client.state.sweeps.all.sweep?.offset).toBeGreaterThanOrEqual(60_000)
      }
    }
    const usable = { afterMinutes: (client.now - START) / MINUTE, ...tally(requests) }
    expect(device.rows.size).toBe(100_000)
    expect(requests.filter(isFullSweep).length).toBeLessThanOrEqual(100_000 / 80 + 3)
    while (isCatchingUp(client.state)) client.step(FOCUSED, Infinity)
    const confirmed = { afterMinutes: (client.now - START) / MINUTE, ...tally(requests) }
    console.info('first sync of 100,000 conversations, killed at 60%', { usable, confirmed })
    expect(new Set(device.serverIds())).toEqual(new Set(server.kept.keys()))
    expect(requests.filter(isFullSweep).length).toBeLessThanOrEqual(3 * (100_000 / 80 + 2) + 3)
    expect(maxWithin(requests, 10 * SECOND)).toBeLessThanOrEqual(100)
    expect(maxWithin(requests.filter(isBackground), 10 * SECOND)).toBeLessThanOrEqual(96)
    expect(maxWithin(requests, MINUTE)).toBeLessThanOrEqual(1_000)
  })

  it(
    'needs only polls and sweeps in a quiet hour with focus, and stays within the budget for a day',
    { timeout: LIMIT_MS },
    () => {
      const { random, server, device, requests, client } = makeAccount(10_000, 1_000)
      const until = (at: number, attention: Attention, afterEach: () => void = () => {}): void => {
        while (client.now < at) {
          client.step(attention, at)
          afterEach()
        }
      }
      // After an hour the list and the threads are read, and the order is known.
      until(START + HOUR, FOCUSED)
      expect(device.unread()).toEqual([])
      const quietFrom = requests.length
      until(START + 2 * HOUR, FOCUSED)
      const quiet = requests.slice(quietFrom)
      console.info('a quiet focused hour of 10,000 conversations, 1,000 of them open', tally(quiet))
      expect(quiet.filter(isPoll).length).toBeLessThanOrEqual(300)
      expect(quiet.filter(isOpenSweep).length).toBeLessThanOrEqual(6 * (1_000 / 80 + 2))
      expect(maxWithin(quiet.filter(isFullSweep), MINUTE)).toBeLessThanOrEqual(20)
      expect(quiet.filter(isThread)).toEqual([])

      // Eight hours with focus and a message a minute, sixteen without focus and a message every ten minutes.
      const dayFrom = requests.length
      let sayAt = client.now
      const sayEvery = (everyMs: number) => (): void => {
        if (client.now < sayAt) return
        sayAt += everyMs
        server.say(random.pick([...server.kept.values()].slice(0, 1_000)), random.pick(['customer', 'assistant']))
      }
      const dayAt = client.now
      until(dayAt + 8 * HOUR, FOCUSED, sayEvery(MINUTE))
      until(dayAt + 24 * HOUR, { ...FOCUSED, isFocused: false }, sayEvery(10 * MINUTE))
      const day = requests.slice(dayFrom)
      console.info('a day', tally(day))
      expect(maxWithin(requests, 10 * SECOND)).toBeLessThanOrEqual(100)
      expect(maxWithin(day.filter(isBackground), 10 * SECOND)).toBeLessThanOrEqual(81)
      expect(maxWithin(day.filter(isFullSweep), MINUTE)).toBeLessThanOrEqual(20)
      expect(day.length).toBeLessThan(24 * (300 + 20 * 60))
    },
  )
})
