import { afterEach, describe, expect, it } from 'vitest'
import { setSystemLocale, systemLocale } from '../../../src/shared/region/locale.ts'
import { durationWords, timeWords } from '../../../src/ui/time-words.ts'
import { inZone } from '../../support/zone.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const before = systemLocale()
afterEach(() => setSystemLocale({ ...before }))

/** Friday, 15 March 2024, a quarter past ten in the evening by this machine's clock. */
const NOW = new Date(2024, 2, 15, 22, 15).getTime()

describe('a short age', () => {
  it.each([
    [-5 * MINUTE, 'now'],
    [0, 'now'],
    [59 * SECOND, 'now'],
    [MINUTE, '1m'],
    [59 * MINUTE, '59m'],
    [HOUR, '1h'],
    [23 * HOUR, '23h'],
    [DAY, '1d'],
    [99 * DAY, '99d'],
    [100 * DAY, '3mo'],
    [800 * DAY, '2y'],
  ])('%i ms ago is %s', (age, words) => {
    expect(timeWords(NOW - age, NOW, 'short')).toBe(words)
  })
})

describe('a long age', () => {
  it.each([
    [10 * SECOND, 'just now'],
    [MINUTE, '1 minute ago'],
    [2 * HOUR, '2 hours ago'],
  ])('%i ms ago is %s', (age, words) => {
    expect(timeWords(NOW - age, NOW, 'long')).toBe(words)
  })

  it('names day and time of what is older than a day', () => {
    expect(timeWords(NOW - 25 * HOUR, NOW, 'long')).toMatch(/^Yesterday at .*15/)
  })
})

describe('a clock time', () => {
  const clock = (at: Date) => timeWords(at.getTime(), NOW, 'clock')

  it('is the time of day today, also just after midnight and in a future that clocks disagree on', () => {
    expect(clock(new Date(2024, 2, 15, 0, 1))).toMatch(/01/)
    expect(clock(new Date(2024, 2, 16, 9, 30))).toMatch(/30/)
  })

  it('is yesterday by the calendar, not by hours', () => {
    expect(clock(new Date(2024, 2, 14, 23, 59))).toBe('Yesterday')
    expect(clock(new Date(2024, 2, 14, 0, 0))).toBe('Yesterday')
  })

  it.each([
    ['2026-03-30T00:30', '2026-03-29T12:00', 'Yesterday'],
    ['2026-03-30T00:30', '2026-03-28T23:45', 'Sat'],
    ['2026-10-25T23:30', '2026-10-24T12:00', 'Yesterday'],
    ['2026-10-25T23:30', '2026-10-25T00:15', '0:15'],
    ['2026-10-26T00:30', '2026-10-24T23:30', 'Sat'],
  ])('is by the calendar on a day of 23 or 25 hours: at %s, %s is %s', (now, at, expected) => {
    const words = inZone('Europe/Berlin', () => {
      // A format keeps the zone that it was made in.
      setSystemLocale({ dates: 'en-GB', numbers: 'en-GB', clock: null })
      return timeWords(new Date(at).getTime(), new Date(now).getTime(), 'clock')
    })
    expect(words.replace(/^0(?=\d:)/, '')).toBe(expected)
  })

  it('is a weekday within a week, and never the weekday of today', () => {
    const monday = new Date(2024, 2, 11, 12)
    expect(clock(monday)).toBe(monday.toLocaleDateString(undefined, { weekday: 'short' }))
    expect(clock(new Date(2024, 2, 8, 23))).toMatch(/8/)
  })

  it('is a date before that, with its year when it is another one', () => {
    expect(clock(new Date(2024, 0, 3))).not.toMatch(/2024/)
    expect(clock(new Date(2023, 11, 31))).toMatch(/2023/)
  })
})

describe('a duration', () => {
  it.each([
    [0, 'less than a minute'],
    [MINUTE, '1 minute'],
    [119 * MINUTE, '1 hour'],
    [2 * HOUR, '2 hours'],
    [3 * DAY, '3 days'],
  ])('%i ms is %s', (duration, words) => {
    expect(durationWords(duration)).toBe(words)
  })
})
