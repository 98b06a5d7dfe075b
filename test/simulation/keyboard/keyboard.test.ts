import fc from 'fast-check'
import { beforeAll, expect, it, vi } from 'vitest'
import { installKeyboard } from '../../support/keyboard.ts'
import { acts } from './acts.ts'
import { type Counts, NO_COUNTS, runActs } from './judge.ts'

const stage = await vi.hoisted(async () => (await import('./stage.ts')).stage)

vi.mock('../../../src/commands/keys/dom.ts', async () => (await import('./stage.ts')).drawnOnStage)
vi.mock('../../../src/commands/change.ts', async () => (await import('./stage.ts')).changesOnStage)
vi.mock('../../../src/commands/undo.ts', () => ({ undoLast: () => Promise.resolve(), undoLastSend: () => {} }))
vi.mock('../../../src/db/queries.ts', async () => (await import('./stage.ts')).queriesOnStage)
vi.mock('../../../src/db/open-conversation.ts', async () => (await import('./stage.ts')).lookUpOnStage)

/** Sequences of 20 to 60 acts each. */
const RUNS = 2_000

beforeAll(installKeyboard)

it('no sequence of keys, clicks and late drawings runs a command on a hidden conversation or writes text into the wrong one', async () => {
  const counts: Counts = { ...NO_COUNTS }
  await fc.assert(
    fc.asyncProperty(acts, async (sequence) => {
      await runActs(sequence, stage, counts)
    }),
    { numRuns: RUNS, seed: 11 },
  )
  console.info('keyboard simulation', counts)
  expect(counts.runs).toBeGreaterThanOrEqual(RUNS)
  // Ensures that the sequences exercise every case.
  expect(counts.presses).toBeGreaterThan(20_000)
  expect(counts.changes).toBeGreaterThan(1_000)
  expect(counts.kept).toBeGreaterThan(1_000)
  expect(counts.delivered).toBeGreaterThan(300)
  expect(counts.typed).toBeGreaterThan(1_000)
})
