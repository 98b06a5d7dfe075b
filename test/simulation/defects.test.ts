import { expect, it } from 'vitest'
import { DEFECTS } from './defects.ts'
import { runSeed } from './run.ts'
import type { Defects } from './world.ts'

/** A defect counts as unnoticed after this many schedules. */
const MAX_SEEDS = 4_000
/** Bounds a hang, ms. */
const LIMIT_MS = 600_000

it('DEFECTS has over twenty entries', () => {
  expect(Object.keys(DEFECTS).length).toBeGreaterThan(20)
})

it.each(Object.entries(DEFECTS))('the simulation notices: %s', { timeout: LIMIT_MS }, (name, defects) => {
  let caught: string | null = null
  let seed = 0
  while (caught === null && seed < MAX_SEEDS) {
    seed += 1
    caught = violatedBy(seed, defects)
  }
  console.info(`caught by ${caught ?? 'nothing'} after ${seed} schedules: ${name}`)
  expect(caught).not.toBeNull()
})

/** The violated invariants, or the engine's own assertion where it threw; null when the seed does not notice the defect. */
function violatedBy(seed: number, defects: Defects): string | null {
  try {
    const { violations } = runSeed(seed, defects)
    return violations.length === 0 ? null : [...new Set(violations.map((violation) => violation.name))].join(', ')
  } catch (error) {
    return `the engine itself (${String(error)})`
  }
}
