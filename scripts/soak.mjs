// A long run of the outbox's simulation: node scripts/soak.mjs --seeds 1000000 [--from 1] [--durable 50000]
// `--seeds`: schedules of the whole engine, simulated. `--durable`: schedules of the real loop on a real database.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '200000' },
    from: { type: 'string', default: '1' },
    durable: { type: 'string', default: '0' },
  },
})
for (const [name, value] of Object.entries(values)) {
  if (!/^\d+$/.test(value)) throw new Error(`--${name} wants a whole number, not ${value}`)
}

const root = fileURLToPath(new URL('..', import.meta.url))
const begunAt = Date.now()
const tests = ['test/simulation/simulation.test.ts']
if (values.durable !== '0') tests.push('test/src/outbox/durable.test.ts')
const { status } = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', '--config', 'test/vitest.config.ts', '--project', 'unit', ...tests],
  {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      SIMULATION_SEEDS: values.seeds,
      SIMULATION_FROM: values.from,
      DURABLE_SEEDS: values.durable,
    },
  },
)
const minutes = ((Date.now() - begunAt) / 60_000).toFixed(1)
console.log(
  `soak: ${values.seeds} simulated and ${values.durable} durable schedules from seed ${values.from}, ${minutes} minutes, ${status === 0 ? 'all kept' : 'BROKEN'}`,
)
process.exit(status ?? 1)
