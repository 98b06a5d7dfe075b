import { expect, it } from 'vitest'
import { recoveryOf } from '../../../../electron/shell/recovery/crash.ts'

const AT = 1_000_000
const MINUTE = 60_000

it.each([
  ['crashed', [], 'reload'],
  ['oom', [], 'reload'],
  ['killed', [], 'reload'],
  ['abnormal-exit', [], 'reload'],
  ['memory-eviction', [], 'reload'],
  // The window still exists, so it needs a page.
  ['clean-exit', [], 'reload'],
  ['a reason of a later Electron', [], 'reload'],
  ['crashed', [MINUTE], 'reload'],
  ['crashed', [10_000], 'reload'],
  ['crashed', [9_999], 'stop-page'],
  ['oom', [0], 'stop-page'],
  ['clean-exit', [1], 'stop-page'],
  // Each crash comes a little after the limit for "too soon".
  ['crashed', [24_000, 12_000], 'stop-page'],
  ['crashed', [4 * MINUTE, 2 * MINUTE], 'stop-page'],
  ['crashed', [5 * MINUTE, 2 * MINUTE], 'reload'],
  ['crashed', [60 * MINUTE, 50 * MINUTE, 40 * MINUTE], 'reload'],
  // No page can be shown.
  ['launch-failed', [], 'dialog'],
  ['integrity-failure', [], 'dialog'],
] as const)('recoveryOf a page gone with "%s" after crashes %j ms ago is %s', (reason, agoMs, recovery) => {
  const earlier = agoMs.map((ago) => AT - ago)
  expect(recoveryOf({ reason, at: AT, earlier, isStopPage: false })).toBe(recovery)
  expect(recoveryOf({ reason, at: AT, earlier, isStopPage: true })).toBe('dialog')
})
