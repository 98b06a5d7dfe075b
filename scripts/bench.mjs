// Measures the app against its budgets: npm run bench -- [--quick] [--conversations N] [--starts N] [--only start,view] [--json[=FILE]]
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { readBenchOptions } from './bench/options.mjs'
import { buildIfStale, tool } from './build.mjs'
import { findElectron } from './electron.mjs'
import { run } from './run.mjs'
import { command, Trouble } from './say.mjs'

await command(async () => {
  const options = readBenchOptions(process.argv.slice(2))
  await buildIfStale()
  const begun = { at: new Date(), load: loadavg()[0] }
  const folder = mkdtempSync(join(tmpdir(), 'clarion-bench-report-'))
  try {
    const { code, report } = await measure(options, join(folder, 'report.json'))
    if (report !== null) print(options, report, begun)
    if (code !== 0) throw new Trouble('not everything could be measured')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

async function measure(options, path) {
  const env = { ...process.env, BENCH_OPTIONS: JSON.stringify(options), BENCH_REPORT: path }
  const args = [tool('vitest', 'vitest.mjs'), 'run', '--config', 'test/vitest.config.ts', '--project', 'bench']
  const { code, output } = await run(process.execPath, [...args, 'budgets', '--disable-console-intercept'], {
    env,
    quiet: 'stdout',
  })
  if (code !== 0) console.error(output)
  return { code, report: existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null }
}

function print({ conversations, json }, { table, rows }, { at, load }) {
  const machine = {
    conversations,
    electron: findElectron()?.version ?? null,
    cores: availableParallelism(),
    memoryGb: Math.round(totalmem() / 2 ** 30),
    /** Before the run: what else the machine did. */
    loadBefore: Math.round(load * 10) / 10,
    minutes: Math.round((Date.now() - at.getTime()) / 6_000) / 10,
  }
  const text = JSON.stringify({ at: at.toISOString(), ...machine, rows }, null, 2)
  if (json === '-') return process.stdout.write(`${text}\n`)
  if (json !== null) writeFileSync(json, `${text}\n`)
  const { electron, cores, memoryGb, loadBefore, minutes } = machine
  console.log(
    `\n${conversations.toLocaleString('en')} conversations, Electron ${electron}, ${cores} cores, ${memoryGb} GB, load before ${loadBefore}, ${minutes} minutes\n\n${table}`,
  )
}
