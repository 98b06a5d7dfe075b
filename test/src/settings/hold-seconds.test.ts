import { expect, it } from 'vitest'
import { readHoldSeconds } from '../../../src/settings/hold-seconds.ts'

it.each([
  ['0', 0],
  ['5', 5_000],
  [' 60 ', 60_000],
  ['007', 7_000],
])('readHoldSeconds accepts “%s”', (text, holdMs) => {
  expect(readHoldSeconds(text)).toEqual({ holdMs })
})

it.each([
  ['', 'Enter 0 to 60 seconds.'],
  ['61', 'Enter at most 60 seconds.'],
  ['99999999999999999999', 'Enter at most 60 seconds.'],
  ['-1', 'Enter whole seconds, 0 to 60.'],
  ['2.5', 'Enter whole seconds, 0 to 60.'],
  ['1e1', 'Enter whole seconds, 0 to 60.'],
  ['ten', 'Enter whole seconds, 0 to 60.'],
])('readHoldSeconds rejects “%s” with a reason', (text, problem) => {
  expect(readHoldSeconds(text)).toEqual({ problem })
})
