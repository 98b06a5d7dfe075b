// npm run guards: takes each guard of docs/security.md out, one at a time, and shows that a test fails without it. `npm run guards -- csp links`
// takes out only those whose names contain one of the words. Works on a copy of the checkout, so that nothing can stay changed. Then the
// fuzzing tests run with ten times as many cases.
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, sep } from 'node:path'
import { GUARDS } from '../test/guards/all.mjs'
import { tool } from './build.mjs'
import { judge, problemBefore, tableOf, takeOut, unknownRows, unprovenRows } from './guard-rules.mjs'
import { openTests } from './guard-tests.mjs'
import { ROOT } from './paths.mjs'
import { run } from './run.mjs'
import { command, say, Trouble } from './say.mjs'

/** What is not copied. The packages are linked. */
const LEFT_OUT = new Set(['node_modules', 'out', 'dist', '.git'])
/** What a project's tests need after a change of the source. */
const PREPARATION = { unit: [], e2e: ['scripts/build.mjs'], packaged: ['scripts/build.mjs', 'scripts/package.mjs'] }
/** Random values for each method and each kind of text. */
const FUZZ_RUNS = '10000'
const FUZZED = ['test/electron/door.test.ts', 'test/src/thread/log/hostile-messages.test.tsx']

let copy = null
/** By project. */
const opened = new Map()
process.on('exit', () => copy !== null && rmSync(copy, { recursive: true, force: true, maxRetries: 3 }))
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(1))

await command(async () => {
  const words = process.argv.slice(2).map((word) => word.toLowerCase())
  const chosen = GUARDS.filter((one) => isChosen(one, words))
  if (chosen.length === 0) throw new Trouble(`no guard is named ${words.join(' or ')}`)
  checkDocument()
  for (const one of chosen) takeOut(readFileSync(join(ROOT, one.file), 'utf8'), one)

  // The temporary folder may be a link. Scripts compare their own address with the one they were started by.
  copy = realpathSync(mkdtempSync(join(tmpdir(), 'clarion-guards-')))
  copyCheckout(copy)
  await runBefore(chosen)
  const rows = []
  for (const one of chosen) {
    const row = await prove(one)
    rows.push(row)
    say(`${rows.length} of ${chosen.length}: ${row.guard}: ${row.outcome}`)
  }
  for (const tests of opened.values()) await tests.close()
  // Vitest set it for each failed test, and these had to fail.
  process.exitCode = 0
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

/** Opens the projects. Every test passes while nothing is taken out; each file runs once. */
async function runBefore(chosen) {
  for (const project of Object.keys(PREPARATION)) {
    const tests = chosen.map(({ test }) => test).filter((test) => test.project === project)
    if (tests.length === 0) continue
    say(`${project}: the tests with every guard in place`)
    const trouble = await prepare(project)
    if (trouble !== null) throw new Trouble(trouble)
    opened.set(project, await openTests(copy, project))
    const report = await runOnce(opened.get(project), tests)
    const problems = tests.map((test) => problemBefore(report, test)).filter((one) => one !== null)
    if (problems.length > 0) throw new Trouble([...new Set(problems)].join('\n'))
  }
}

/** Each file once. Where guards name tests of a file, only those: others may take long. */
async function runOnce(project, tests) {
  const whole = new Set(tests.filter(({ title }) => title === undefined).map(({ file }) => file))
  const named = tests.filter(({ file }) => !whole.has(file))
  const reports = []
  if (whole.size > 0) reports.push(await project.run([...whole], []))
  if (named.length > 0) {
    const titles = new Set(named.map(({ title }) => title))
    reports.push(await project.run([...new Set(named.map(({ file }) => file))], [...titles]))
  }
  return { testResults: reports.flatMap(({ testResults }) => testResults) }
}

/** Runs the test without the guard, then puts the guard back. */
async function prove(one) {
  const path = join(copy, one.file)
  const before = readFileSync(path, 'utf8')
  const { source, line } = takeOut(before, one)
  const tests = opened.get(one.test.project)
  writeFileSync(path, source)
  tests.changed(one.file)
  try {
    const { isRed, why } = await outcomeOf(one.test)
    const outcome = isRed ? 'red' : `NOT RED: ${why}`
    return { guard: one.guard, line: `${one.file}:${line}`, test: one.test.file, outcome }
  } finally {
    writeFileSync(path, before)
    tests.changed(one.file)
  }
}

async function outcomeOf({ project, file, title }) {
  const trouble = await prepare(project)
  if (trouble !== null) return { isRed: false, why: trouble }
  return judge(await opened.get(project).run([file], title === undefined ? [] : [title]), title)
}

/** Null, or why the changed app cannot be built. */
async function prepare(project) {
  for (const script of PREPARATION[project]) {
    const { code, output } = await run(process.execPath, [join(copy, script)], { cwd: copy, quiet: true })
    if (code !== 0) return `${script} failed: ${output.trim().split('\n').at(-1)}`
  }
  return null
}

async function fuzz() {
  say(`fuzzing with ${FUZZ_RUNS} values`)
  const args = ['run', '--config', 'test/vitest.config.ts', '--project', 'unit*', ...FUZZED]
  const env = { ...process.env, FUZZ_RUNS }
  const { code } = await run(process.execPath, [tool('vitest', 'vitest.mjs'), ...args], { env })
  if (code !== 0) throw new Trouble('a random value got through')
}
