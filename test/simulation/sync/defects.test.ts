import { expect, it } from 'vitest'
import type { SyncPolicy } from '../../../src/sync/policy.ts'
import type { Defects } from './client.ts'
import { runSeed } from './run.ts'

/** A defect counts as unnoticed after this many seeds. */
const MAX_SEEDS = 2_000
/** Bounds a hang, ms. */
const LIMIT_MS = 600_000

const withSweep =
  (change: Partial<SyncPolicy['sweep']>) =>
  (policy: SyncPolicy): SyncPolicy => ({ ...policy, sweep: { ...policy.sweep, ...change } })

/** Mistakes that sync had or could have. The simulation must notice each. */
const DEFECTS: Readonly<Record<string, Defects>> = {
  'what a pass does not show is deleted at once': { deletesMissing: 'all' },
  'what a pass of the open ones does not show is deleted at once': { deletesMissing: 'open' },
  'pages do not overlap': {
    policy: (policy) => withSweep({ step: policy.sweep.limit, stepsBack: 0 })(policy),
  },
  'a short page counts as the end': { policy: withSweep({ requiresEmptyPage: false }) },
  'one pass is enough, and nothing is read again': {
    afterSweepPage: (state, passEnd) => {
      if (passEnd === null) return state
      const all = { ...state.sweeps.all, sweep: null, isConfirmed: true, dueAt: Infinity }
      return { ...state, sweeps: { ...state.sweeps, all } }
    },
  },
  'the number of passes is not limited to three': { policy: withSweep({ passes: 9 }) },
  'missing conversations are not read by id': { checks: () => [] },
  'the open ones are swept once an hour': {
    policy: (policy) => ({ ...policy, openSweepMs: 3_600_000, orderedPolls: 0 }),
  },
  'the whole list is never read again': { policy: (policy) => ({ ...policy, wholeSweepMs: Infinity }) },
  'a draft does not protect a conversation': { mayForgetDrafts: true },
  'more threads are read at once than allowed': { policy: (policy) => ({ ...policy, threadsAtOnce: 9 }) },
  'a thread that is being read is read again': {
    plansFrom: (state) => ({
      ...state,
      running: state.running.map((job) => (job.kind === 'hydrate' ? { ...job, conversationId: '' } : job)),
    }),
  },
  'pages are read beside threads': {
    plansFrom: (state) => ({ ...state, running: state.running.filter(({ kind }) => kind !== 'hydrate') }),
  },
  'an answer is stored after a newer one': { storesOvertaken: true },
  'the position of a page is stored before the page': { remembersEarly: true },
  'a page is stored although the page before it was not': { storesAnyPage: true },
  'a job overwrites what others have changed meanwhile': { restoresState: true },
}

it.each(Object.entries(DEFECTS))('the simulation notices: %s', { timeout: LIMIT_MS }, (name, defects) => {
  let caught: readonly string[] = []
  let seed = 0
  while (caught.length === 0 && seed < MAX_SEEDS) {
    seed += 1
    caught = runSeed(seed, defects).violations
  }
  console.info(`caught by ${caught[0] ?? 'nothing'} after ${seed} seeds: ${name}`)
  expect(caught).not.toEqual([])
})
