// npm test: runs every stage. `npm test -- unit e2e` runs only those. The last line is `N passed, N failed`.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, buildIfStale, tool } from './build.mjs'
import { runChecks } from './check.mjs'
import { whyNoPrivateSystem } from './deb/private-system.mjs'
import { findKeyring } from './keyring.mjs'
import { findNotifyLibrary } from './notify-library.mjs'
import { canMount } from './mounts.mjs'
import { makePackage } from './package.mjs'
import { run } from './run.mjs'
import { say, Trouble } from './say.mjs'
import { countTests, judgeSecondTry, planSecondTry, SECOND_TRY_ENDS_MS } from './second-try.mjs'

/** The stages in order. Stages in one row run in parallel: the unit tests compute, while the kills mostly wait. */
const STAGES = [
  { check: runChecks },
  { build: () => once(build) },
  { unit: () => runCounted('unit*'), kills: () => runAfter(buildIfStale, 'kills', { quiet: true }) },
  { e2e: runStories },
  { package: () => once(makePackage) },
  { packaged: runPackaged },
]

const names = STAGES.flatMap(Object.keys)
const requested = process.argv.slice(2)
const unknown = requested.filter((name) => !names.includes(name))
if (unknown.length > 0) {
  console.error(`clarion: unknown stage ${unknown.join(', ')}. Stages: ${names.join(', ')}`)
  process.exit(2)
}

const total = { passed: 0, failed: 0 }
/** The names of the stories that passed only when they ran again. */
const secondTries = []
for (const row of STAGES) {
  const wanted = Object.entries(row).filter(([name]) => requested.length === 0 || requested.includes(name))
  if (wanted.length === 0) continue
  say(`— ${wanted.map(([name]) => name).join(', ')} —`)
  for (const { passed, failed } of await Promise.all(wanted.map(([, stage]) => stage()))) {
    total.passed += passed
    total.failed += failed
  }
}
for (const name of secondTries) console.log(`needed a second try: ${name}`)
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exit(total.failed === 0 ? 0 : 1)

/** Counts a step without tests as one passed or one failed. */
async function once(step) {
  try {
    await step()
    return { passed: 1, failed: 0 }
  } catch (error) {
    console.error(error instanceof Trouble ? `clarion: ${error.message}` : error)
    return { passed: 0, failed: 1 }
  }
}

async function runStories() {
  if (!canMount()) say('skipping the tests of a full and a read-only disk, because this user cannot mount file systems')
  if (process.platform === 'linux' && findKeyring() === null)
    say('skipping the tests with a real keychain, because there is no gnome-keyring')
  if (process.platform === 'linux' && findNotifyLibrary() === null)
    say('skipping the tests with desktop notifications, because there is no libnotify or no message bus')
  const { failed } = await once(buildIfStale)
  if (failed > 0) return { passed: 0, failed }
  const first = await runVitest('e2e')
  const { secondTries: names, ...count } = judgeSecondTry(first, await runAgain(planSecondTry(first)))
  secondTries.push(...names)
  return count
}

async function runPackaged() {
  const reason = whyNoPrivateSystem()
  if (reason !== null) say(`skipping the tests that install the .deb: ${reason}`)
  return runCounted('packaged')
}

/** Runs failed stories once more, one file at a time: a story that fails only on a busy machine passes alone. */
async function runAgain(plan) {
  const runs = []
  for (const { file, pattern } of plan) {
    const limitMs = SECOND_TRY_ENDS_MS - performance.now()
    if (limitMs <= 0) break
    say(`— e2e, second try: ${file} —`)
    runs.push(await runVitest('e2e', { args: [file, '--testNamePattern', pattern], limitMs }))
  }
  return runs
}

/** Runs the tests only after a successful build. A failed build counts as one failure. */
async function runAfter(step, project, options) {
  const { failed } = await once(step)
  return failed === 0 ? runCounted(project, options) : { passed: 0, failed }
}

async function runCounted(project, options) {
  return countTests(await runVitest(project, options))
}

/**
 * Runs tests and reads their results from the report. `quiet`: prints the output at the end. `limitMs`: everything is killed after this
 * time; 0 means no limit.
 * @returns {Promise<import('./second-try.mjs').TestRun>}
 */
async function runVitest(project, { args = [], quiet = false, limitMs = 0 } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'clarion-report-'))
  const file = join(folder, 'report.json')
  try {
    const all = ['run', '--config', 'test/vitest.config.ts', '--project', project, ...args]
    const env = { ...process.env, CLARION_TEST_REPORT: file }
    const { code, output } = await run(process.execPath, [tool('vitest', 'vitest.mjs'), ...all], {
      env,
      quiet,
      limitMs,
    })
    if (quiet) console.log(output)
    return { ...readReport(file), code }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return { tests: [], otherErrors: null }
  }
}
