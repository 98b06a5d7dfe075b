import { expect, it } from 'vitest'
import { readHoldSeconds } from '../../../src/settings/hold-seconds.ts'

it.each([
  ['0', 0],
  ['5', 5_000],
  [' 60 ', 60_000],
  ['007', 7_000],
])('“%s” is an undo window', (text, holdMs) => {
  expect(readHoldSeconds(text)).toEqual({ holdMs })
})

it.each([
  ['', 'How many seconds? From 0 to 60.'],
  ['61', '60 seconds at most.'],
  ['99999999999999999999', '60 seconds at most.'],
  ['-1', 'Whole seconds, from 0 to 60.'],
  ['2.5', 'Whole seconds, from 0 to 60.'],
  ['1e1', 'Whole seconds, from 0 to 60.'],
  ['ten', 'Whole seconds, from 0 to 60.'],
])('“%s” is none, and the reason is said', (text, problem) => {
  expect(readHoldSeconds(text)).toEqual({ problem })
})
