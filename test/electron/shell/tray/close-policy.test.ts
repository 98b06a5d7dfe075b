import { expect, it } from 'vitest'
import { closePolicy, type CloseMoment } from '../../../../electron/shell/tray/close-policy.ts'

const CLOSED: CloseMoment = { isEnding: false, keepsRunning: true, place: 'tray', isTold: true }

it.each<[string, Partial<CloseMoment>, ReturnType<typeof closePolicy>]>([
  ['with a tray', {}, 'hide'],
  ['the first time', { isTold: false }, 'ask'],
  ['in the Dock', { place: 'dock' }, 'hide'],
  ['in the Dock, which users know', { place: 'dock', isTold: false }, 'hide'],
  ['without a tray', { place: 'nowhere' }, 'quit'],
  ['without a tray the first time', { place: 'nowhere', isTold: false }, 'quit'],
  ['when the user turned it off', { keepsRunning: false }, 'quit'],
  ['when the user turned it off on macOS', { keepsRunning: false, place: 'dock' }, 'quit'],
  ['when the app quits', { isEnding: true }, 'quit'],
  ['when the session ends in the Dock', { isEnding: true, place: 'dock' }, 'quit'],
  ['when the session ends before the first close', { isEnding: true, isTold: false }, 'quit'],
])('closePolicy of a window that closes %s', (_when, moment, expected) => {
  expect(closePolicy({ ...CLOSED, ...moment })).toBe(expected)
})
