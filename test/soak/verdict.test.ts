import { expect, it } from 'vitest'
import { tableOf, verdictOn } from './verdict.ts'

const CLEAN = { name: 'Elm', written: ['Elm 1', 'Elm 2'], sent: ['Elm 1', 'Elm 2'], asked: [], open: [] }

it.each([
  ['nothing', {}, { lost: [], doubled: [], crossed: [] }],
  ['a lost reply', { sent: ['Elm 2'] }, { lost: ['Elm 1'], doubled: [], crossed: [] }],
  ['a doubled reply', { sent: ['Elm 1', 'Elm 2', 'Elm 1'] }, { lost: [], doubled: ['Elm 1'], crossed: [] }],
  ['a crossed reply', { sent: ['Elm 1', 'Elm 2', 'Fir 1'] }, { lost: [], doubled: [], crossed: ['Fir 1'] }],
] as const)('verdictOn finds %s', (_, change, found) => {
  expect(verdictOn({ ...CLEAN, ...change })).toMatchObject(found)
})

it('tableOf shows each workspace in columns, with what the app asked', () => {
  const asked = verdictOn({ ...CLEAN, name: 'Dogwood', asked: ['stale', 'absent', 'stale'], open: ['queued'] })
  expect(tableOf([verdictOn(CLEAN), asked])).toBe(
    [
      'workspace  written  on server  lost  doubled  crossed  still open  asked',
      'Elm        2        2          0     0        0        0           0',
      'Dogwood    2        2          0     0        2        1           2 stale, 1 absent',
    ].join('\n'),
  )
})
