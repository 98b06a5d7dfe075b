import { expect, it } from 'vitest'
import { runSeed } from './run.ts'
import { ORDERS } from './server.ts'

/** How many seeds, and the first one. The CI workflow runs many more in a job of its own, and a soak more still. */
const SEEDS = Number(process.env['SYNC_SEEDS'] ?? 1_000)
const FROM = Number(process.env['SYNC_FROM'] ?? 1)
/** Bounds a hang, ms. It does not measure speed. */
const LIMIT_MS = 3_600_000

it(`sync keeps P1 to P8 over ${SEEDS} seeds of orders, changes, crashes and sleeps`, { timeout: LIMIT_MS }, () => {
  const violations: string[] = []
  const totals: Record<string, number> = {}
  const orders: Record<string, number> = {}
  const rests: Record<string, number> = {}
  const add = (counts: Readonly<Record<string, number>>): void => {
    for (const [name, count] of Object.entries(counts)) totals[name] = (totals[name] ?? 0) + count
  }
  for (let seed = FROM; seed < FROM + SEEDS; seed += 1) {
    const story = runSeed(seed)
    for (const violation of story.violations) violations.push(`seed ${seed}: ${violation}`)
    orders[story.order] = (orders[story.order] ?? 0) + 1
    rests[story.order] = Math.max(rests[story.order] ?? 0, Math.round(story.restMs / 60_000))
    const { removed, crashes, sweeps } = story
    add({ ...story.requests, ...story.changes, removed, crashes, sweeps })
  }
  console.info(`sync, simulated: ${SEEDS} seeds\n`, {
    orders,
    'longest time to rest, minutes': rests,
    totals,
  })
  expect(violations.slice(0, 20)).toEqual([])
  for (const order of Object.keys(ORDERS)) expect(orders[order], order).toBeGreaterThan(SEEDS / 40)
  for (const name of ['removed', 'crashes', 'check', 'delete', 'rewrite', 'draft'])
    expect(totals[name], name).toBeGreaterThan(SEEDS / 20)
})
