import { expect, it } from 'vitest'
import type { SyncPolicy } from '../../../src/sync/policy.ts'
import type { Defects } from './client.ts'
import { runSeed } from './run.ts'

/** A defect that so many stories do not notice counts as unnoticed. */
const MAX_SEEDS = 2_000
/** Bounds a hang, ms. */
const LIMIT_MS = 600_000

const withSweep =
  (change: Partial<SyncPolicy['sweep']>) =>
  (policy: SyncPolicy): SyncPolicy => ({ ...policy, sweep: { ...policy.sweep, ...change } })

/** Ways in which a sync like this has gone wrong, or would. Each must be noticed. */
const DEFECTS: Readonly<Record<string, Defects>> = {
  'what a pass does not show is deleted': { deletesUnseen: 'all' },
  'what the open ones do not show is deleted': { deletesUnseen: 'open' },
  'pages do not overlap': {
    policy: (policy) => withSweep({ step: policy.sweep.limit, stepsBack: 0 })(policy),
  },
  'a short page is believed to be the last': { policy: withSweep({ requiresEmptyPage: false }) },
  'one pass is believed, and nothing is read again': {
    swept: (state, passEnd) => {
      if (passEnd === null) return state
      const all = { ...state.sweeps.all, sweep: null, isConfirmed: true, dueAt: Infinity }
      return { ...state, sweeps: { ...state.sweeps, all } }
    },
  },
  'passes go on until two agree, however many': { policy: withSweep({ passes: 9 }) },
  'what is missing is not read by its id': { checks: () => [] },
  'the open ones are swept once an hour': {
    policy: (policy) => ({ ...policy, openSweepMs: 3_600_000, orderedPolls: 0 }),
  },
  'the whole list is never read again': { policy: (policy) => ({ ...policy, wholeSweepMs: Infinity }) },
  'words being written do not keep a conversation': { mayForgetDrafts: true },
}

it.each(Object.entries(DEFECTS))('the simulation notices: %s', { timeout: LIMIT_MS }, (name, defects) => {
  let caught: readonly string[] = []
  let seed = 0
  while (caught.length === 0 && seed < MAX_SEEDS) {
    seed += 1
    caught = runSeed(seed, defects).violations
  }
  console.info(`caught by ${caught[0] ?? 'nothing'} after ${seed} stories: ${name}`)
  expect(caught).not.toEqual([])
})
