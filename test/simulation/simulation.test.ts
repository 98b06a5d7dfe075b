import { expect, it } from 'vitest'
import { LEGAL_MOVES } from '../../src/outbox/engine/transitions.ts'
import { FAULTS } from './profile.ts'
import { runSeed } from './run.ts'
import { Tally } from './tally.ts'

/** How many schedules, and the first seed. The CI workflow runs many more in a job of its own, and a soak more still. */
const SEEDS = Number(process.env['SIMULATION_SEEDS'] ?? 3_000)
const FROM = Number(process.env['SIMULATION_FROM'] ?? 1)
/** Bounds a hang, ms. It does not measure speed. */
const LIMIT_MS = 3_600_000
/** One seed of this many runs twice, to check that a seed always gives the same run. */
const REPEAT_EVERY = 20

/** Seeds that once found a defect. docs/outbox-tests.md says which. */
const OLD_FINDINGS = [
  240, 332, 360, 959, 1_500, 1_649, 4_982, 5_588, 5_949, 19_588, 1_508, 9_486, 11_478, 16_373, 16_839, 140_630, 157_833,
  43_225, 173_031,
]

it(
  `the engine keeps every invariant over ${SEEDS} schedules of faults, crashes and clock changes`,
  { timeout: LIMIT_MS },
  () => {
    const tally = new Tally()
    const seeds = [...OLD_FINDINGS, ...Array.from({ length: SEEDS }, (_, index) => FROM + index)]
    for (const seed of seeds) {
      const ledger = runSeed(seed)
      if (seed % REPEAT_EVERY === 0)
        ledger.check('I20', runSeed(seed).trace === ledger.trace, () => 'one seed gave two traces')
      tally.add(`seed ${seed}`, ledger)
    }
    console.info(tally.report('whole engine, simulated'))
    expect(tally.violations.slice(0, 20)).toEqual([])
    // A few seeds do not reach every check.
    if (SEEDS >= 1_000) expect(tally.unchecked()).toEqual([])
    if (SEEDS >= 3_000) expect(rarities(tally)).toEqual([])
  },
)

/** Moves that occurred in less than one of 200 schedules, and faults in less than one of 400 for a kind of op: too few to be tested. */
function rarities(tally: Tally): readonly string[] {
  const moves = Object.entries(LEGAL_MOVES).flatMap(([from, tos]) => tos.map((to) => `${from} → ${to}`))
  const faults = Object.keys(FAULTS).flatMap((fault) =>
    ['send', 'create', 'patch', 'close'].map((kind) => `${fault} × ${kind}`),
  )
  return [
    ...moves.filter((name) => (tally.moves[name] ?? 0) < SEEDS / 200),
    ...faults.filter((name) => (tally.faults[name] ?? 0) < SEEDS / 400),
  ]
}
