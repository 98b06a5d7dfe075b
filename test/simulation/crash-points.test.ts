import { expect, it } from 'vitest'
import { checkRest } from './end-checks.ts'
import type { Ledger } from './ledger.ts'
import { SimPerson } from './person.ts'
import { FAULTS, type FaultName, type Profile } from './profile.ts'
import { addConversations } from './run.ts'
import { type Scenario, SCENARIOS } from './scenarios.ts'
import { Tally } from './tally.ts'
import { World } from './world.ts'

const OUTCOMES: readonly FaultName[] = [
  'ok',
  'lost request',
  'lost response',
  'late apply',
  '5xx applied',
  'cut answer',
  '429',
  'unreachable',
]
const CRASHES = ['window', 'everything', 'window, with another waiting', 'twice'] as const
type CrashKind = (typeof CRASHES)[number]

/** By then every op has ended or asks, ms. */
const SETTLED_MS = 300_000
const REST_MS = 900_000
/** Bounds a hang, ms. */
const LIMIT_MS = 600_000

function profile(kind: CrashKind): Profile {
  return {
    isWithin: true,
    onUncertain: 'resend',
    faults: FAULTS,
    lateMs: 55_000,
    staleMs: 40_000,
    hasIdenticalForeign: false,
    isRewriting: false,
    isTruncating: false,
    windows: kind === 'window, with another waiting' ? 2 : 1,
    isLockBroken: false,
    hasClockJumps: false,
    hasDiskTrouble: false,
    crashes: 1,
  }
}

/** Runs a script in which the first mutation has the `outcome`, and injects a crash before event number `point`. */
function run(scenario: Scenario, kind: CrashKind, outcome: FaultName, point: number): Ledger {
  const world = new World(point + 7, profile(kind))
  const person = new SimPerson(world)
  addConversations(world)
  world.wire.isFaulty = false
  world.wire.scripted = outcome
  world.openWindow()
  scenario(world, person)
  world.agenda.runUntil(SETTLED_MS, (count) => {
    if (count === point) world.crash(kind === 'everything' || kind === 'twice' ? 'everything' : 'window')
    if (kind === 'twice' && count === point + 4) world.crash('window')
  })
  for (const op of world.store.ops) person.act(op, 'send anyway')
  world.agenda.runUntil(REST_MS)
  checkRest(world)
  return world.ledger
}

/** The number of events in a script without a crash. */
function countPoints(scenario: Scenario, outcome: FaultName): number {
  return run(scenario, 'window', outcome, Infinity).agenda.count
}

it.each(Object.entries(SCENARIOS))(
  '%s: every invariant holds with a crash at any point',
  { timeout: LIMIT_MS },
  (name, scenario) => {
    const tally = new Tally()
    for (const outcome of OUTCOMES) {
      const points = countPoints(scenario, outcome)
      for (const kind of CRASHES) {
        for (let point = 0; point <= points; point += 1)
          tally.add(`${outcome}, ${kind}, point ${point}`, run(scenario, kind, outcome, point))
      }
    }
    console.info(`${name}: ${tally.seeds} runs, crashes ${tally.stats['crashes'] ?? 0}`)
    expect(tally.violations.slice(0, 20)).toEqual([])
  },
)
