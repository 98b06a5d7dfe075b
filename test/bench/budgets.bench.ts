import { writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { BenchOptions } from '../../scripts/bench/options.mjs'
import { ROWS } from '../../scripts/bench/rows.mjs'
import { type Bench, makeBench } from './bench.ts'
import { measureBulk } from './groups/bulk.ts'
import { measureChange } from './groups/change.ts'
import { measureDisk } from './groups/disk.ts'
import { measureKeys } from './groups/keys.ts'
import { measureMemory } from './groups/memory.ts'
import { measureQuiet } from './groups/quiet.ts'
import { measureSearch } from './groups/search.ts'
import { measureSend } from './groups/send.ts'
import { measureStart } from './groups/start.ts'
import { measureSync } from './groups/sync.ts'
import { measureThread } from './groups/thread.ts'
import { measureTyping } from './groups/typing.ts'
import { measureView } from './groups/view.ts'
import { measureWorkspaces } from './groups/workspaces.ts'
import { entriesOf, type Measured, tableOf } from './table.ts'

/** In this order. From keys to change, one window is used; the last ones change what is in it. */
const GROUPS: readonly (readonly [string, (bench: Bench) => Promise<void>])[] = [
  ['start', measureStart],
  ['keys', measureKeys],
  ['view', measureView],
  ['thread', measureThread],
  ['search', measureSearch],
  ['send', measureSend],
  ['change', measureChange],
  ['typing', measureTyping],
  ['bulk', measureBulk],
  ['sync', measureSync],
  ['quiet', measureQuiet],
  ['memory', measureMemory],
  ['disk', measureDisk],
  ['workspaces', measureWorkspaces],
]

/** Written after each group, so that a run that is interrupted leaves what it has: see scripts/bench.mjs. */
type Report = { readonly table: string; readonly rows: readonly object[] }

/** Measures the rows of the budget table. By hand, through scripts/bench.mjs. It judges nothing: a failure means that something could not be measured. */
it('measures', { timeout: 7_200_000 }, async () => {
  const options = JSON.parse(process.env['BENCH_OPTIONS'] ?? '') as BenchOptions
  const measured = new Map<string, Measured>()
  const bench = makeBench(options, (name, one) => measured.set(name, one), tell)
  const failures: unknown[] = []
  const groups = GROUPS.filter(([group]) => ROWS.some((row) => row.group === group && bench.wants(row.name)))
  for (const [group, measure] of groups) {
    tell(group)
    // The other groups are measured all the same.
    await measure(bench).catch((error: unknown) => {
      failures.push(error)
      tell(`${group} could not be measured: ${String(error)}`)
    })
    report(options, measured)
  }
  await bench.end()
  expect(failures).toEqual([])
})

function report({ only }: BenchOptions, measured: ReadonlyMap<string, Measured>): void {
  const rows = ROWS.filter(({ name }) => only.includes(name))
  const whole: Report = { table: tableOf(rows, measured), rows: entriesOf(rows, measured) }
  writeFileSync(process.env['BENCH_REPORT'] ?? '', JSON.stringify(whole))
}

/** On stderr: stdout may be read by a program. */
function tell(line: string): void {
  process.stderr.write(`bench: ${line}\n`)
}
