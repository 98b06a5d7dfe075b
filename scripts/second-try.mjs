/**
 * A test as test-report.mjs writes it. `titles`: its groups' titles and its own.
 * @typedef {{ readonly file: string, readonly titles: readonly string[], readonly state: 'passed' | 'failed' | 'left out' }} Test
 */

/**
 * A run of Vitest. `otherErrors`: failures outside of tests, such as a file that cannot be imported; `null`: the run ended without a report.
 * @typedef {{ readonly tests: readonly Test[], readonly otherErrors: number | null, readonly code: number }} TestRun
 */

/** With more failures something is broken, and a second try would only take time. */
const MAX_STORIES = 10

/**
 * When a second try must have ended, ms after the start of the run: the package and its tests follow, and the whole run should take no
 * longer than half an hour.
 */
export const SECOND_TRY_ENDS_MS = 28.75 * 60_000

/**
 * Counts a run. A test that was left out counts as a failure. A run that failed otherwise or ran no tests counts as one failure more.
 * @param {TestRun} run
 */
export function countTests({ tests, otherErrors, code }) {
  const passed = tests.filter(({ state }) => state === 'passed').length
  const failed = tests.length - passed
  const isIncomplete = passed === 0 || otherErrors === null || otherErrors > 0 || (code !== 0 && failed === 0)
  return { passed, failed: failed + (isIncomplete ? 1 : 0) }
}

/**
 * What to run once more: each file with the failed tests in it. Nothing when there is a failure that is no failed test, because a second
 * try could not judge it.
 * @param {TestRun} run
 * @returns {{ file: string, pattern: string }[]}
 */
export function planSecondTry(run) {
  const failed = failedIn(run)
  const { passed, failed: count } = countTests(run)
  if (passed === 0 || count !== failed.length || failed.length > MAX_STORIES) return []
  const files = [...new Set(failed.map(({ file }) => file))]
  return files.map((file) => ({ file, pattern: patternOf(failed.filter((test) => test.file === file)) }))
}

/**
 * The count after a second try, and the names of the tests that passed only then. A failed test passes when it ran again and no test of its
 * name failed, in a run without other errors.
 * @param {TestRun} first
 * @param {readonly TestRun[]} again
 */
export function judgeSecondTry(first, again) {
  const results = again.flatMap(({ tests, otherErrors }) => (otherErrors === 0 ? tests : []))
  const passedNow = failedIn(first).filter((test) => {
    const states = results.filter((result) => nameOf(result) === nameOf(test)).map(({ state }) => state)
    return states.length > 0 && states.every((state) => state === 'passed')
  })
  const { passed, failed } = countTests(first)
  return {
    passed: passed + passedNow.length,
    failed: failed - passedNow.length,
    secondTries: passedNow.map((test) => nameOf(test)),
  }
}

function failedIn({ tests }) {
  return tests.filter(({ state }) => state === 'failed')
}

function nameOf({ file, titles }) {
  return [file, ...titles].join(' > ')
}

/** What Vitest compares with the titles of a test, joined by spaces. */
function patternOf(tests) {
  const names = tests.map(({ titles }) => titles.join(' ').replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
  return `^(?:${names.join('|')})$`
}
