import { expect, it } from 'vitest'
import { crashPolicy } from '../../electron/crash.ts'

it.each([
  ['crashed', null, true],
  ['oom', null, true],
  ['killed', null, true],
  ['abnormal-exit', null, true],
  ['memory-eviction', null, true],
  ['crashed', 60_000, true],
  ['crashed', 10_000, true],
  ['crashed', 9_999, false],
  ['oom', 0, false],
  ['clean-exit', null, false],
  ['launch-failed', null, false],
  ['integrity-failure', null, false],
])('a page that is gone by "%s", %s ms after the last time, is loaded again: %s', (reason, sinceLastMs, expected) => {
  expect(crashPolicy(reason, sinceLastMs)).toBe(expected)
})
