import { expect, it } from 'vitest'
import { nextStep, type Step } from '../../../electron/carry-over/next-step.ts'

const NOTHING = { areInProfile: false, areInFolder: false, hasFolder: false, isOver: false }
const MOVED = { ...NOTHING, areInFolder: true, hasFolder: true }

it.each<readonly [string, Parameters<typeof nextStep>[0], Step]>([
  ['a new profile', NOTHING, 'nothing'],
  ['a profile of an earlier version', { ...NOTHING, areInProfile: true }, 'move'],
  ['a move that was interrupted before the databases', { ...NOTHING, areInProfile: true, hasFolder: true }, 'move'],
  ['moved databases', MOVED, 'read'],
  ['moved databases, and newer ones of an earlier version', { ...MOVED, areInProfile: true }, 'read'],
  ['a folder without databases', { ...NOTHING, hasFolder: true }, 'remove'],
  ['databases that were all carried over', { ...MOVED, isOver: true }, 'remove'],
  ['the same, and newer ones', { ...MOVED, isOver: true, areInProfile: true }, 'remove'],
  ['a removal that was interrupted after the databases', { ...NOTHING, hasFolder: true, isOver: true }, 'remove'],
])('nextStep for %s', (_, files, step) => {
  expect(nextStep(files)).toBe(step)
})
