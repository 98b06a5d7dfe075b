import { describe, expect, it } from 'vitest'
import { countTests, judgeSecondTry, planSecondTry } from '../../scripts/second-try.mjs'

type State = 'passed' | 'failed' | 'left out'
const story = (state: State, title: string, file = 'a.test.ts') => ({ file, titles: ['app', title], state })
const PASSES = story('passed', 'starts')
const failures = (count: number) => Array.from({ length: count }, (_, index) => story('failed', `step ${index}`))

describe('countTests', () => {
  it.each([
    ['all pass', { tests: [PASSES, PASSES], otherErrors: 0, code: 0 }, { passed: 2, failed: 0 }],
    ['one fails', { tests: [PASSES, ...failures(1)], otherErrors: 0, code: 1 }, { passed: 1, failed: 1 }],
    ['one is skipped', { tests: [PASSES, story('left out', 'x')], otherErrors: 0, code: 0 }, { passed: 1, failed: 1 }],
    ['a hook fails', { tests: [PASSES], otherErrors: 1, code: 1 }, { passed: 1, failed: 1 }],
    ['a hook and a test fail', { tests: [PASSES, ...failures(1)], otherErrors: 1, code: 1 }, { passed: 1, failed: 2 }],
    ['the run fails for no known reason', { tests: [PASSES], otherErrors: 0, code: 1 }, { passed: 1, failed: 1 }],
    ['there is no test', { tests: [], otherErrors: 0, code: 0 }, { passed: 0, failed: 1 }],
    ['there is no report', { tests: [], otherErrors: null, code: 1 }, { passed: 0, failed: 1 }],
  ])('counts when %s', (_, run, count) => {
    expect(countTests(run)).toEqual(count)
  })
})

describe('planSecondTry', () => {
  it('runs the failed tests of each file again, by their exact titles', () => {
    const tests = [
      PASSES,
      story('failed', 'zooms by =, + and - (twice)'),
      story('failed', 'quits', 'b.test.ts'),
      story('failed', 'ends'),
    ]
    const plan = planSecondTry({ tests, otherErrors: 0, code: 1 })
    expect(plan.map(({ file }) => file)).toEqual(['a.test.ts', 'b.test.ts'])
    const [ofA] = plan.map(({ pattern }) => new RegExp(pattern))
    const names = ['app zooms by =, + and - (twice)', 'app ends', 'app quits', 'app ends late', 'the app ends']
    expect(names.filter((name) => ofA?.test(name))).toEqual(['app zooms by =, + and - (twice)', 'app ends'])
  })

  it.each([
    ['ten tests fail', { tests: [PASSES, ...failures(10)], otherErrors: 0, code: 1 }, 1],
    ['eleven tests fail', { tests: [PASSES, ...failures(11)], otherErrors: 0, code: 1 }, 0],
    ['nothing fails', { tests: [PASSES], otherErrors: 0, code: 0 }, 0],
    ['nothing passes', { tests: failures(2), otherErrors: 0, code: 1 }, 0],
    ['a hook fails too', { tests: [PASSES, ...failures(1)], otherErrors: 1, code: 1 }, 0],
    ['a test is left out', { tests: [PASSES, ...failures(1), story('left out', 'x')], otherErrors: 0, code: 1 }, 0],
    ['there is no report', { tests: [], otherErrors: null, code: 1 }, 0],
  ])('runs as many files again when %s', (_, run, files) => {
    expect(planSecondTry(run)).toHaveLength(files)
  })
})

describe('judgeSecondTry', () => {
  const first = {
    tests: [PASSES, story('failed', 'ends'), story('failed', 'quits', 'b.test.ts')],
    otherErrors: 0,
    code: 1,
  }
  const again = (tests: readonly ReturnType<typeof story>[], otherErrors: number | null = 0) => ({
    tests,
    otherErrors,
    code: 0,
  })
  const skipped = story('left out', 'starts')
  const names = { ends: 'a.test.ts > app > ends', quits: 'b.test.ts > app > quits' }

  it.each([
    [
      'both pass',
      [again([skipped, story('passed', 'ends')]), again([story('passed', 'quits', 'b.test.ts')])],
      { passed: 3, failed: 0, secondTries: [names.ends, names.quits] },
    ],
    [
      'one fails again',
      [again([story('failed', 'ends')]), again([story('passed', 'quits', 'b.test.ts')])],
      { passed: 2, failed: 1, secondTries: [names.quits] },
    ],
    ['one is not run', [again([story('passed', 'ends')])], { passed: 2, failed: 1, secondTries: [names.ends] }],
    [
      'another file has a test of this name',
      [again([story('passed', 'quits')])],
      { passed: 1, failed: 2, secondTries: [] },
    ],
    ['one is left out', [again([story('left out', 'ends')])], { passed: 1, failed: 2, secondTries: [] }],
    ['a hook fails', [again([story('passed', 'ends')], 1)], { passed: 1, failed: 2, secondTries: [] }],
    ['the time is over', [again([], null)], { passed: 1, failed: 2, secondTries: [] }],
    ['nothing runs', [], { passed: 1, failed: 2, secondTries: [] }],
    [
      'one of two tests with one name fails',
      [again([story('passed', 'ends'), story('failed', 'ends')])],
      { passed: 1, failed: 2, secondTries: [] },
    ],
  ])('counts when %s', (_, runs, count) => {
    expect(judgeSecondTry(first, runs)).toEqual(count)
  })

  it('counts other failures of the first run still', () => {
    const broken = { ...first, otherErrors: 1 }
    expect(judgeSecondTry(broken, [again([story('passed', 'ends')])])).toMatchObject({ passed: 2, failed: 2 })
  })
})
