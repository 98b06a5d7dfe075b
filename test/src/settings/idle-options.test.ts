import { expect, it } from 'vitest'
import { idleMinutesOf, idleOptionOf, idleOptions } from '../../../src/settings/idle-options.ts'
import { IDLE_MINUTES } from '../../../src/shared/sealing.ts'

it('offers never and each number of minutes', () => {
  expect(idleOptions(IDLE_MINUTES).map(({ label }) => label)).toEqual([
    'Never',
    '1\u00a0min',
    '5\u00a0min',
    '15\u00a0min',
    '30\u00a0min',
    '60\u00a0min',
  ])
})

it.each([null, ...IDLE_MINUTES])('reads the option for %s back', (minutes) => {
  const option = idleOptionOf(minutes)
  expect(idleOptions(IDLE_MINUTES).map(({ value }) => value)).toContain(option)
  expect(idleMinutesOf(option)).toBe(minutes)
})
