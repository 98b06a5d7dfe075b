import { expect, it } from 'vitest'
import { regionalFirstDay } from '../../../../src/shared/region/first-day.ts'

const HAS_REGIONS = 'getWeekInfo' in Intl.Locale.prototype || 'weekInfo' in Intl.Locale.prototype
const [SUNDAY, MONDAY, SATURDAY] = [0, 1, 6]

it.each([
  ['de-DE', MONDAY],
  ['en_GB.UTF-8', MONDAY],
  ['es-ES', MONDAY],
  ['en-US', HAS_REGIONS ? SUNDAY : MONDAY],
  ['ar-EG', HAS_REGIONS ? SATURDAY : MONDAY],
  ['POSIX', MONDAY],
  ['', MONDAY],
])('the week of %j begins on day %s', (tag, day) => {
  expect(regionalFirstDay(tag)).toBe(day)
})
