// npm run guards: takes each guard of docs/security.md out, one at a time, and shows that a test fails without it. `npm run guards -- csp links`
// takes out only those whose names contain one of the words. Works on a copy of the checkout, so that nothing can stay changed. Then the
// fuzzing tests run with ten times as many cases.
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, sep } from 'node:path'
import { GUARDS } from '../test/guards/all.mjs'
import { tool } from './build.mjs'
import { judge, problemBefore, tableOf, takeOut, unknownRows, unprovenRows } from './guard-rules.mjs'
import { ROOT } from './paths.mjs'
import { run } from './run.mjs'
import { command, say, Trouble } from './say.mjs'

/** What is not copied. The packages are linked. */
const LEFT_OUT = new Set(['node_modules', 'out', 'dist', '.git'])
/** Longer than any test file takes, ms. A guard may be what ends a loop. */
const LIMIT_MS = 10 * 60_000
/** What a project's tests need after a change of the source. */
const PREPARATION = { unit: [], e2e: ['scripts/build.mjs'], packaged: ['scripts/build.mjs', 'scripts/package.mjs'] }
/** Random values for each method and each kind of text. */
const FUZZ_RUNS = '10000'
const FUZZED = ['test/electron/door.test.ts', 'test/src/thread/log/hostile-messages.test.tsx']

let copy = null
process.on('exit', () => copy !== null && rmSync(copy, { recursive: true, force: true }))
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(1))

await command(async () => {
  const words = process.argv.slice(2).map((word) => word.toLowerCase())
  const chosen = GUARDS.filter((one) => isChosen(one, words))
  if (chosen.length === 0) throw new Trouble(`no guard is named ${words.join(' or ')}`)
  checkDocument()
  for (const one of chosen) takeOut(readFileSync(join(ROOT, one.file), 'utf8'), one)

  copy = mkdtempSync(join(tmpdir(), 'clarion-guards-'))
  copyCheckout(copy)
  await runBefore(chosen)
  const rows = []
  for (const one of chosen) {
    const row = await prove(one)
    rows.push(row)
    say(`${rows.length} of ${chosen.length}: ${row.guard}: ${row.outcome}`)
  }
  console.log(`\n${tableOf(rows)}\n`)
  if (words.length === 0) await fuzz()
  const silent = rows.filter(({ outcome }) => outcome !== 'red')
  if (silent.length > 0) throw new Trouble(`${silent.length} of ${rows.length} guards can be taken out unnoticed`)
  say(`each of ${rows.length} guards has a test that fails without it`)
})

function isChosen({ row, guard, file }, words) {
  const name = `${row} ${guard} ${file}`.toLowerCase()
  return words.length === 0 || words.some((word) => name.includes(word))
}

function checkDocument() {
  const document = readFileSync(join(ROOT, 'docs', 'security.md'), 'utf8')
  const unknown = unknownRows(document, GUARDS)
  if (unknown.length > 0) throw new Trouble(`docs/security.md has no row ${unknown.join(', ')}`)
  const unproven = unprovenRows(document, GUARDS)
  if (unproven.length > 0)
    throw new Trouble(
      `nothing takes out these guards of docs/security.md: ${unproven.join(', ')}. Add them to test/guards/.`,
    )
}

function copyCheckout(folder) {
  cpSync(ROOT, folder, {
    recursive: true,
    filter: (source) => !LEFT_OUT.has(relative(ROOT, source).split(sep)[0]),
  })
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction')
}

/** Every test passes while nothing is taken out. Each file runs once. */
async function runBefore(chosen) {
  for (const project of Object.keys(PREPARATION)) {
    const tests = chosen.map(({ test }) => test).filter((test) => test.project === project)
    if (tests.length === 0) continue
    say(`${project}: the tests with every guard in place`)
    const trouble = await prepare(project)
    if (trouble !== null) throw new Trouble(trouble)
    const report = await runTests(project, [...new Set(tests.map(({ file }) => file))])
    const problems = [...new Set(tests.map((test) => problemBefore(report, test)))].filter((one) => one !== null)
    if (problems.length > 0) throw new Trouble(problems.join('\n'))
  }
}

/** Runs the test without the guard, then puts the guard back. */
async function prove(one) {
  const path = join(copy, one.file)
  const before = readFileSync(path, 'utf8')
  const { source, line } = takeOut(before, one)
  writeFileSync(path, source)
  try {
    const { isRed, why } = await outcomeOf(one.test)
    const outcome = isRed ? 'red' : `NOT RED: ${why}`
    return { guard: one.guard, line: `${one.file}:${line}`, test: one.test.file, outcome }
  } finally {
    writeFileSync(path, before)
  }
}

async function outcomeOf({ project, file, title }) {
  const trouble = await prepare(project)
  if (trouble !== null) return { isRed: false, why: trouble }
  return judge(await runTests(project, [file], title), title)
}

/** Null, or why the changed app cannot be built. */
async function prepare(project) {
  for (const script of PREPARATION[project]) {
    const { code, output } = await run(process.execPath, [join(copy, script)], { cwd: copy, quiet: true })
    if (code !== 0) return `${script} failed: ${output.trim().split('\n').at(-1)}`
  }
  return null
}

async function runTests(project, files, title) {
  const report = join(copy, 'guards-report.json')
  rmSync(report, { force: true })
  const args = ['run', '--config', 'test/vitest.config.ts', '--project', project, '--reporter=json']
  const named = title === undefined ? [] : ['-t', title.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')]
  const all = [tool('vitest', 'vitest.mjs'), ...args, `--outputFile.json=${report}`, ...named, ...files]
  const { output } = await run(process.execPath, all, { cwd: copy, quiet: true, limitMs: LIMIT_MS })
  try {
    return JSON.parse(readFileSync(report, 'utf8'))
  } catch {
    return { testResults: [{ name: '', message: output.trim(), assertionResults: [] }] }
  }
}

async function fuzz() {
  say(`fuzzing with ${FUZZ_RUNS} values`)
  const args = ['run', '--config', 'test/vitest.config.ts', '--project', 'unit', ...FUZZED]
  const env = { ...process.env, FUZZ_RUNS }
  const { code } = await run(process.execPath, [tool('vitest', 'vitest.mjs'), ...args], { env })
  if (code !== 0) throw new Trouble('a random value got through')
}
