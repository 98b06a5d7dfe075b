import { describe, expect, it } from 'vitest'
import type { Attention, Job } from '../../../src/sync/plan.ts'
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
/** Bounds a hang, ms; it is no measure of speed. */
const LIMIT_MS = 600_000

type Asked = { readonly job: Job; readonly at: number }

function account(conversations: number, openOnes: number) {
  const random = new Random(7)
  const server = new ListServer(random, { order: 'activity', isStampActivity: true, hidden: 0, isCaseBlind: false })
  for (let index = 0; index < conversations; index += 1) {
    server.add(START - (index + 1) * MINUTE, index < openOnes ? 'open' : 'closed')
  }
  server.at(START)
  const device = new Device()
  const asked: Asked[] = []
  const client = new Client({
    server,
    device,
    random,
    policy: SYNC_POLICY,
    defects: {},
    now: START,
    latencyMs: 60,
    failures: 0,
    onRequest: (job, at) => asked.push({ job, at }),
    onSwept: () => {},
    onPassEnd: () => {},
    onRemove: (id) => expect.fail(`${id} was removed`),
  })
  return { random, server, device, asked, client }
}

const LOOKING: Attention = { openConversationId: null, isFocused: true, hasSpace: true }

/** The most requests in any stretch of so many ms. */
function mostWithin(asked: readonly Asked[], ms: number): number {
  let [most, from] = [0, 0]
  for (const [index, { at }] of asked.entries()) {
    while ((asked[from]?.at ?? at) <= at - ms) from += 1
    most = Math.max(most, index - from + 1)
  }
  return most
}

const isTrickle = ({ job }: Asked): boolean =>
  (job.kind === 'sweep' && job.sweep === 'all') || (job.kind === 'check' && job.check.kind === 'all')
const isPoll = ({ job }: Asked): boolean => job.kind === 'poll'
const isOpenSweep = ({ job }: Asked): boolean => job.kind === 'sweep' && job.sweep === 'open'
const isThread = ({ job }: Asked): boolean => job.kind === 'hydrate'

function tally(asked: readonly Asked[]): Record<string, number> {
  const kinds = { polls: isPoll, openSweeps: isOpenSweep, trickle: isTrickle, threads: isThread }
  const counts = Object.entries(kinds).map(([name, is]) => [name, asked.filter(is).length] as const)
  return { requests: asked.length, ...Object.fromEntries(counts) }
}

describe('an account of 100,000 conversations', () => {
  it(
    'is read whole within the budget, goes on where it was when the process died, and agrees with itself',
    { timeout: LIMIT_MS },
    () => {
      const { server, device, asked, client } = account(100_000, 3_000)
      let crashedAt = 0
      while (client.state.isFirstSync) {
        client.step(LOOKING, Infinity)
        const { sweep } = client.state.sweeps.all
        if (crashedAt === 0 && (sweep?.offset ?? 0) >= 60_000) {
          client.restart()
          crashedAt = client.now
          expect(client.state.sweeps.all.sweep?.offset).toBeGreaterThanOrEqual(60_000)
        }
      }
      const usable = { afterMinutes: (client.now - START) / MINUTE, ...tally(asked) }
      expect(device.rows.size).toBe(100_000)
      expect(asked.filter(isTrickle).length).toBeLessThanOrEqual(100_000 / 80 + 3)
      while (isCatchingUp(client.state)) client.step(LOOKING, Infinity)
      const settled = { afterMinutes: (client.now - START) / MINUTE, ...tally(asked) }
      console.info('first sync of 100,000 conversations, killed at 60%', { usable, settled })
      expect(new Set(device.serverIds())).toEqual(new Set(server.kept.keys()))
      expect(asked.filter(isTrickle).length).toBeLessThanOrEqual(3 * (100_000 / 80 + 2) + 3)
      expect(mostWithin(asked, 10 * SECOND)).toBeLessThanOrEqual(100)
      expect(mostWithin(asked, MINUTE)).toBeLessThanOrEqual(1_000)
    },
  )

  it(
    'costs a quiet focused hour its polls, the sweeps of the open ones and a trickle, and a day what is printed',
    { timeout: LIMIT_MS },
    () => {
      const { random, server, device, asked, client } = account(10_000, 1_000)
      const until = (at: number, attention: Attention, each: () => void = () => {}): void => {
        while (client.now < at) {
          client.step(attention, at)
          each()
        }
      }
      // Read, hydrated, its order learned.
      until(START + HOUR, LOOKING)
      expect(device.unread(new Set())).toEqual([])
      const quietFrom = asked.length
      until(START + 2 * HOUR, LOOKING)
      const quiet = asked.slice(quietFrom)
      console.info('a quiet focused hour of 10,000 conversations, 1,000 of them open', tally(quiet))
      expect(quiet.filter(isPoll).length).toBeLessThanOrEqual(300)
      expect(quiet.filter(isOpenSweep).length).toBeLessThanOrEqual(6 * (1_000 / 80 + 2))
      expect(mostWithin(quiet.filter(isTrickle), MINUTE)).toBeLessThanOrEqual(20)
      expect(quiet.filter(isThread)).toEqual([])

      // Eight hours in focus with a message a minute, sixteen in the background with one in ten.
      const dayFrom = asked.length
      let sayAt = client.now
      const people = (everyMs: number) => (): void => {
        if (client.now < sayAt) return
        sayAt += everyMs
        server.say(random.pick([...server.kept.values()].slice(0, 1_000)), random.pick(['customer', 'assistant']))
      }
      const dayAt = client.now
      until(dayAt + 8 * HOUR, LOOKING, people(MINUTE))
      until(dayAt + 24 * HOUR, { ...LOOKING, isFocused: false }, people(10 * MINUTE))
      const day = asked.slice(dayFrom)
      console.info('a day', tally(day))
      expect(mostWithin(asked, 10 * SECOND)).toBeLessThanOrEqual(100)
      expect(mostWithin(day.filter(isTrickle), MINUTE)).toBeLessThanOrEqual(20)
      expect(day.length).toBeLessThan(24 * (300 + 20 * 60))
    },
  )
})
