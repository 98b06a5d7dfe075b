// The decisions of npm run guards, without files and processes.
import { stripVTControlCharacters } from 'node:util'
import { Trouble } from './say.mjs'

/**
 * A guard and the change that takes it out. `row`: the bold name in docs/security.md. `find` occurs exactly once in `file`. `test.title`: part
 * of the full name of the tests that must fail; without it, any test of the file may.
 * @typedef {'unit' | 'e2e' | 'packaged'} Project
 * @typedef {{ project: Project, file: string, title?: string }} GuardTest
 * @typedef {{ row: string, guard: string, file: string, find: string, replace: string, test: GuardTest }} Guard
 * @typedef {{ status: string, fullName: string, failureMessages?: readonly string[] }} TestOutcome
 * @typedef {{ testResults: readonly { name: string, message?: string, assertionResults: readonly TestOutcome[] }[] }} Report
 * @typedef {{ guard: string, line: string, test: string, outcome: string }} TableRow
 */

/**
 * Guards of one file that one test covers, each as `[guard, find, replace]`.
 * @param {{ row: string, file: string, test: string, title?: string, project?: Project }} place
 * @param {readonly (readonly [guard: string, find: string, replace: string])[]} changes
 * @returns {readonly Guard[]}
 */
export function guardsOf({ row, file, test, title, project = 'unit' }, changes) {
  return changes.map(([guard, find, replace]) => ({
    ...{ row, guard, file, find, replace },
    test: { project, file: test, ...(title === undefined ? {} : { title }) },
  }))
}

/**
 * The source without the guard, and the line where it was. Throws a Trouble when the text does not occur exactly once, because the list is then
 * out of date.
 * @param {string} source
 * @param {Pick<Guard, 'guard' | 'file' | 'find' | 'replace'>} change
 */
export function takeOut(source, { guard, file, find, replace }) {
  const pieces = source.split(find)
  if (find === '' || pieces.length !== 2)
    throw new Trouble(`“${guard}”: its text is ${pieces.length - 1} times in ${file}, not once: ${find}`)
  if (find === replace) throw new Trouble(`“${guard}”: the change leaves ${file} as it is`)
  return { source: pieces.join(replace), line: pieces[0].split('\n').length }
}

/** Errors of code that does not run. They say nothing about the guard. */
const BROKEN_CODE = /^(?:TypeError|ReferenceError|SyntaxError)\b/

/**
 * Whether a test failed because the guard was missing, and the reason when none did.
 * @param {Report} report
 * @param {string | undefined} title
 * @returns {{ isRed: boolean, why: string }}
 */
export function judge(report, title) {
  const outcomes = outcomesOf(report, title).filter(({ status }) => status === 'passed' || status === 'failed')
  const failed = outcomes.filter(({ status }) => status === 'failed')
  const first = failed.find(({ failureMessages = [] }) => !BROKEN_CODE.test(failureMessages[0] ?? ''))
  if (first !== undefined) return { isRed: true, why: firstLine(first.failureMessages?.[0]) }
  if (failed.length > 0) return { isRed: false, why: `broken code: ${firstLine(failed[0].failureMessages?.[0])}` }
  if (outcomes.length > 0) return { isRed: false, why: `all ${outcomes.length} pass` }
  const message = report.testResults.map((file) => file.message ?? '').find((text) => text !== '')
  return { isRed: false, why: `no test ran: ${firstLine(message)}` }
}

/**
 * Why a test cannot prove anything: it fails with every guard in place, or does not exist. Null when it passes.
 * @param {Report} report of a run that includes the file
 * @param {GuardTest} test
 */
export function problemBefore(report, { file, title }) {
  const ofFile = report.testResults.filter(({ name }) => name.replaceAll('\\', '/').endsWith(`/${file}`))
  const outcomes = outcomesOf({ testResults: ofFile }, title)
  if (outcomes.some(({ status }) => status === 'failed')) return `${file} fails with every guard in place`
  if (outcomes.some(({ status }) => status === 'passed')) return null
  return `${file} has no test${title === undefined ? '' : ` “${title}”`}`
}

function outcomesOf({ testResults }, title = '') {
  return testResults.flatMap((file) => file.assertionResults).filter(({ fullName }) => fullName.includes(title))
}

function firstLine(text = '') {
  return stripVTControlCharacters(text).split('\n')[0].slice(0, 100)
}

/**
 * The guards of docs/security.md, by the bold names that begin the rows of its tables, that nobody takes out.
 * @param {string} document
 * @param {readonly Pick<Guard, 'row'>[]} guards
 */
export function unprovenRows(document, guards) {
  const rows = [...document.matchAll(/^\| \*\*(.+?)\.?\*\*/gm)].map(([, name]) => name)
  return rows.filter((name) => !guards.some(({ row }) => row === name))
}

/**
 * Guards of rows that docs/security.md does not have.
 * @param {string} document
 * @param {readonly Pick<Guard, 'row'>[]} guards
 */
export function unknownRows(document, guards) {
  return [...new Set(guards.map(({ row }) => row))].filter(
    (row) => !new RegExp(`\\*\\*${row}\\.?\\*\\*`).test(document),
  )
}

/** @param {readonly TableRow[]} rows */
export function tableOf(rows) {
  const all = [{ guard: 'guard', line: 'line', test: 'test', outcome: 'outcome' }, ...rows]
  const columns = /** @type {const} */ (['guard', 'line', 'test'])
  const widths = columns.map((column) => Math.max(...all.map((row) => row[column].length)))
  return all
    .map((row) =>
      [...columns.map((column, index) => row[column].padEnd(widths[index])), row.outcome].join(' | ').trimEnd(),
    )
    .join('\n')
}
