// A long test of outbox and sync: node scripts/soak.mjs --seeds 1000000 [--from 1] [--sync 10000] [--durable 50000] [--kills 500]
//   [--workspaces 10] [--app]
// `--seeds`: number of simulated schedules of the engine. `--sync`: number of simulated schedules of sync.
// `--durable`: number of schedules of the real loop with a real database.
// `--kills`: number of kill -9 of the real app in Electron. `--from`: the first seed of each. 0 leaves a part out.
// `--workspaces`: minutes of faults on two of four servers of the real app. Alone, it leaves the simulation out.
// `--app`: a long day in the real app, to see that nothing grows. The same.
import { parseArgs } from 'node:util'
import { buildIfStale, tool } from './build.mjs'
import { run } from './run.mjs'

const { values } = parseArgs({
  options: {
    seeds: { type: 'string' },
    from: { type: 'string', default: '1' },
    sync: { type: 'string', default: '0' },
    durable: { type: 'string', default: '0' },
    kills: { type: 'string', default: '0' },
    workspaces: { type: 'string', default: '0' },
    app: { type: 'boolean', default: false },
  },
})
values.seeds ??= values.workspaces === '0' && !values.app ? '200000' : '0'
for (const [name, value] of Object.entries(values)) {
  if (typeof value === 'string' && !/^\d+$/.test(value)) throw new Error(`--${name} needs a whole number, not ${value}`)
}

/** Prints the output of the tests as they run. */
const SHOW = '--disable-console-intercept'

const begunAt = Date.now()
const codes = []
const tests = []
if (values.seeds !== '0') tests.push('test/simulation/simulation.test.ts')
if (values.sync !== '0') tests.push('test/simulation/sync/simulation.test.ts')
if (values.durable !== '0') tests.push('test/src/outbox/durable.test.ts')
if (tests.length > 0) {
  const env = {
    SIMULATION_SEEDS: values.seeds,
    SIMULATION_FROM: values.from,
    SYNC_SEEDS: values.sync,
    SYNC_FROM: values.from,
    DURABLE_SEEDS: values.durable,
  }
  codes.push(await soak('unit', tests, env))
}
if (values.kills !== '0') {
  await buildIfStale()
  codes.push(await soak('kills', [], { KILLS: values.kills, KILLS_SEED: values.from }))
}
if (values.workspaces !== '0') {
  await buildIfStale()
  codes.push(
    await soak('soak', [SHOW, 'test/soak/workspaces-faults.soak.ts'], { WORKSPACES_MINUTES: values.workspaces }),
  )
}
if (values.app) {
  await buildIfStale()
  codes.push(await soak('soak', [SHOW, 'test/soak/app.soak.ts'], {}))
}
const hasPassed = codes.length > 0 && codes.every((code) => code === 0)
const minutes = ((Date.now() - begunAt) / 60_000).toFixed(1)
console.log(
  `soak: ${values.seeds} simulated schedules of the outbox and ${values.sync} of sync, ${values.durable} durable ones, ${values.kills} kills and ${values.workspaces} minutes of faults${values.app ? ', and a long day of one user' : ''}, from seed ${values.from}: ${minutes} minutes, ${hasPassed ? 'passed' : 'FAILED'}`,
)
process.exit(hasPassed ? 0 : 1)

/** @param {string} project @param {string[]} tests @param {Record<string, string>} env */
async function soak(project, tests, env) {
  const args = ['run', '--config', 'test/vitest.config.ts', '--project', project, ...tests]
  const { code } = await run(process.execPath, [tool('vitest', 'vitest.mjs'), ...args], {
    env: { ...process.env, ...env },
  })
  return code
}
