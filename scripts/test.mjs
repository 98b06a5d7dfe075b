// npm test: runs every stage. `npm test -- unit e2e` runs only those. The last line is `N passed, N failed`.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, buildIfStale, tool } from './build.mjs'
import { runChecks } from './check.mjs'
import { findKeyring } from './keyring.mjs'
import { canMount } from './mounts.mjs'
import { makePackage } from './package.mjs'
import { run } from './run.mjs'
import { say, Trouble } from './say.mjs'

/** The stages in order. Stages in one row run in parallel: the unit tests compute, while the kills mostly wait. */
const STAGES = [
  { check: runChecks },
  { build: () => once(build) },
  { unit: () => runVitest('unit'), kills: () => runAfter(buildIfStale, 'kills', { quiet: true }) },
  { e2e: runStories },
  { package: () => once(makePackage) },
  { packaged: () => runVitest('packaged') },
]

const names = STAGES.flatMap(Object.keys)
const requested = process.argv.slice(2)
const unknown = requested.filter((name) => !names.includes(name))
if (unknown.length > 0) {
  console.error(`clarion: unknown stage ${unknown.join(', ')}. Stages: ${names.join(', ')}`)
  process.exit(2)
}

const total = { passed: 0, failed: 0 }
for (const row of STAGES) {
  const wanted = Object.entries(row).filter(([name]) => requested.length === 0 || requested.includes(name))
  if (wanted.length === 0) continue
  say(`— ${wanted.map(([name]) => name).join(', ')} —`)
  for (const { passed, failed } of await Promise.all(wanted.map(([, stage]) => stage()))) {
    total.passed += passed
    total.failed += failed
  }
}
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

function runStories() {
  if (!canMount()) say('skipping the tests of a full and a read-only disk, because this user cannot mount file systems')
  if (process.platform === 'linux' && findKeyring() === null)
    say('skipping the tests with a real keychain, because there is no gnome-keyring')
  return runAfter(buildIfStale, 'e2e')
}

/** Runs the tests only after a successful build. A failed build counts as one failure. */
async function runAfter(step, project, options) {
  const { failed } = await once(step)
  return failed === 0 ? runVitest(project, options) : { passed: 0, failed }
}

/**
 * Counts the tests from Vitest's report. A run that was aborted or ran no tests counts as a failure. `quiet`: prints the output at the
 * end.
 */
async function runVitest(project, { quiet = false } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'clarion-report-'))
  const file = join(folder, 'report.json')
  try {
    const args = [
      'run',
      '--config',
      'test/vitest.config.ts',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ]
    const { code, output } = await run(process.execPath, [tool('vitest', 'vitest.mjs'), ...args], { quiet })
    if (quiet) console.log(output)
    const report = readReport(file)
    const failed = report.numFailedTests + report.numPendingTests + report.numTodoTests
    const isIncomplete = report.numPassedTests === 0 || (code !== 0 && failed === 0)
    return { passed: report.numPassedTests, failed: failed + (isIncomplete ? 1 : 0) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 }
  }
}
