// Measures the app with an agency's amount of data: npm run bench -- [--conversations 100000] [--starts 10]
import { parseArgs } from 'node:util'
import { buildIfStale, tool } from './build.mjs'
import { run } from './run.mjs'
import { command, Trouble } from './say.mjs'

await command(async () => {
  const { values } = parseArgs({
    options: { conversations: { type: 'string', default: '100000' }, starts: { type: 'string', default: '10' } },
  })
  for (const [name, value] of Object.entries(values)) {
    if (!/^[1-9]\d*$/.test(value)) throw new Trouble(`--${name} needs a whole number, not ${value}`)
  }
  await buildIfStale()
  const env = { ...process.env, BENCH_CONVERSATIONS: values.conversations, BENCH_STARTS: values.starts }
  const args = [tool('vitest', 'vitest.mjs'), 'run', '--config', 'test/vitest.config.ts', '--project', 'bench']
  const { code } = await run(process.execPath, [...args, '--disable-console-intercept'], { env })
  if (code !== 0) throw new Trouble('the benchmark failed')
})
