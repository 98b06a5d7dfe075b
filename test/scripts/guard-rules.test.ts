import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import {
  guardsOf,
  judge,
  problemBefore,
  type Report,
  tableOf,
  takeOut,
  unknownRows,
  unprovenRows,
} from '../../scripts/guard-rules.mjs'
import { GUARDS } from '../guards/all.mjs'

const ROOT = new URL('../../', import.meta.url)
const read = (file: string): string => readFileSync(new URL(file, ROOT), 'utf8')

describe('the list of guards', () => {
  it.each(GUARDS.map((one) => [one.guard, one] as const))('fits the source: %s', (_name, one) => {
    expect(takeOut(read(one.file), one).source).not.toBe(read(one.file))
    expect(existsSync(fileURLToPath(new URL(one.test.file, ROOT)))).toBe(true)
  })

  it('names each guard once, by a row of docs/security.md', () => {
    const names = GUARDS.map(({ guard }) => guard)
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
    expect(unknownRows(read('docs/security.md'), GUARDS)).toEqual([])
  })
})

describe('takeOut', () => {
  const change = { guard: 'a guard', file: 'a.ts', find: 'guard()', replace: 'void 0' }

  it('gives the source without the guard and its line', () => {
    expect(takeOut('one\ntwo\n  guard()\nfour', change)).toEqual({ source: 'one\ntwo\n  void 0\nfour', line: 3 })
  })

  it('does not read the text as a pattern', () => {
    expect(takeOut('a.c $& abc', { ...change, find: 'a.c', replace: '$&' }).source).toBe('$& $& abc')
  })

  it.each([
    ['nothing here', 'guard()', 'void 0', '0 times in a.ts'],
    ['guard() guard()', 'guard()', 'void 0', '2 times in a.ts'],
    ['text', '', 'void 0', 'not once'],
    ['guard()', 'guard()', 'guard()', 'leaves a.ts as it is'],
  ])('refuses %j without %j', (source, find, replace, why) => {
    expect(() => takeOut(source, { ...change, find, replace })).toThrow(why)
  })
})

function reportOf(
  outcomes: readonly (readonly [title: string, status: string, message?: string])[],
  message = '',
): Report {
  const assertionResults = outcomes.map(([fullName, status, why]) => ({
    fullName,
    status,
    failureMessages: why === undefined ? [] : [why],
  }))
  return { testResults: [{ name: '/copy/test/a.test.ts', message, assertionResults }] }
}

describe('judge', () => {
  it('is red when a test failed', () => {
    const report = reportOf([
      ['a b', 'passed'],
      ['a c', 'failed', '\u001b[31mAssertionError\u001b[39m: expected 1 to be 2\n  at x'],
    ])
    expect(judge(report, undefined)).toEqual({ isRed: true, why: 'AssertionError: expected 1 to be 2' })
  })

  it.each<[string, Report, string | undefined, string]>([
    ['every test passed', reportOf([['a', 'passed']]), undefined, 'all 1 pass'],
    [
      'another test failed',
      reportOf([
        ['a', 'passed'],
        ['b', 'failed', 'Error: x'],
      ]),
      'a',
      'all 1 pass',
    ],
    ['the tests were skipped', reportOf([['a', 'skipped']]), undefined, 'no test ran'],
    [
      'the file has a syntax error',
      reportOf([], 'Transform failed: Unexpected token\n at x'),
      undefined,
      'no test ran: Transform failed: Unexpected token',
    ],
    ['nothing was reported', { testResults: [] }, undefined, 'no test ran'],
    ...['TypeError: x is not a function', 'ReferenceError: x is not defined', 'SyntaxError: x'].map(
      (error): [string, Report, undefined, string] => [
        error,
        reportOf([['a', 'failed', error]]),
        undefined,
        `broken code: ${error}`,
      ],
    ),
  ])('is not red when %s', (_name, report, title, why) => {
    const judged = judge(report, title)
    expect(judged.isRed).toBe(false)
    expect(judged.why).toContain(why)
  })

  it('is red when one test failed by its assertion and others by broken code', () => {
    const report = reportOf([
      ['a', 'failed', 'TypeError: x'],
      ['b', 'failed', 'AssertionError: y'],
    ])
    expect(judge(report, undefined).isRed).toBe(true)
  })
})

describe('problemBefore', () => {
  const file = 'test/a.test.ts'

  it.each([
    [
      reportOf([
        ['a b', 'passed'],
        ['c', 'failed'],
      ]),
      'a b',
      null,
    ],
    [
      reportOf([
        ['a b', 'passed'],
        ['a c', 'failed'],
      ]),
      'a',
      `${file} fails with every guard in place`,
    ],
    [reportOf([['a b', 'passed']]), 'x', `${file} has no test “x”`],
    [reportOf([['a b', 'skipped']]), undefined, `${file} has no test`],
    [{ testResults: [] }, undefined, `${file} has no test`],
  ])('of %j for the title %s is %s', (report, title, problem) => {
    const test = { project: 'unit' as const, file, ...(title === undefined ? {} : { title }) }
    expect(problemBefore(report, test)).toBe(problem)
  })
})

it('unprovenRows names the rows of the document without a guard, and unknownRows the guards without a row', () => {
  const document = '| guard | source |\n| --- | --- |\n| **Own origin.** Text **bold** | x |\n| **Links** open | y |\n'
  const guards = [{ row: 'Own origin' }, { row: 'Locks' }]
  expect(unprovenRows(document, guards)).toEqual(['Links'])
  expect(unknownRows(document, guards)).toEqual(['Locks'])
})

it('guardsOf gives each change its place and its test', () => {
  const place = { row: 'Links', file: 'a.ts', test: 'test/a.test.ts' }
  expect(guardsOf(place, [['one', 'x', 'y']])).toEqual([
    { row: 'Links', guard: 'one', file: 'a.ts', find: 'x', replace: 'y', test: { project: 'unit', file: place.test } },
  ])
  expect(guardsOf({ ...place, title: 't', project: 'e2e' }, [['one', 'x', 'y']])[0]?.test).toEqual({
    ...{ project: 'e2e', file: place.test, title: 't' },
  })
})

it('tableOf aligns its columns', () => {
  const rows = [
    { guard: 'sandbox', line: 'a.ts:1', test: 'test/a.test.ts', outcome: 'red' },
    { guard: 'CSP', line: 'b.ts:22', test: 'test/b.test.ts', outcome: 'NOT RED: all 3 pass' },
  ]
  expect(tableOf(rows).split('\n')).toEqual([
    'guard   | line    | test           | outcome',
    'sandbox | a.ts:1  | test/a.test.ts | red',
    'CSP     | b.ts:22 | test/b.test.ts | NOT RED: all 3 pass',
  ])
})
