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

/** Friday, 15 March 2024, 22:15 in this machine's time zone. */
const NOW = new Date(2024, 2, 15, 22, 15).getTime()

describe('timeWords, short', () => {
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
  ])('writes %i ms ago as %s', (age, words) => {
    expect(timeWords(NOW - age, NOW, 'short')).toBe(words)
  })
})

describe('timeWords, long', () => {
  it.each([
    [10 * SECOND, 'just now'],
    [MINUTE, '1 minute ago'],
    [2 * HOUR, '2 hours ago'],
  ])('writes %i ms ago as %s', (age, words) => {
    expect(timeWords(NOW - age, NOW, 'long')).toBe(words)
  })

  it('names the day and time after a day', () => {
    expect(timeWords(NOW - 25 * HOUR, NOW, 'long')).toMatch(/^Yesterday at .*15/)
  })
})

describe('timeWords, clock', () => {
  const clock = (at: Date) => timeWords(at.getTime(), NOW, 'clock')

  it('is the time of day for today, also just after midnight and for a slightly future time', () => {
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
  ])('follows the calendar on a day of 23 or 25 hours: at %s, %s is %s', (now, at, expected) => {
    const words = inZone('Europe/Berlin', () => {
      // A cached format keeps its time zone.
      setSystemLocale({ dates: 'en-GB', numbers: 'en-GB', clock: null })
      return timeWords(new Date(at).getTime(), new Date(now).getTime(), 'clock')
    })
    expect(words.replace(/^0(?=\d:)/, '')).toBe(expected)
  })

  it('is a weekday within a week, but never today’s weekday', () => {
    const monday = new Date(2024, 2, 11, 12)
    expect(clock(monday)).toBe(monday.toLocaleDateString(undefined, { weekday: 'short' }))
    expect(clock(new Date(2024, 2, 8, 23))).toMatch(/8/)
  })

  it('is a date before that, with the year if it differs', () => {
    expect(clock(new Date(2024, 0, 3))).not.toMatch(/2024/)
    expect(clock(new Date(2023, 11, 31))).toMatch(/2023/)
  })
})

describe('durationWords', () => {
  it.each([
    [0, 'less than a minute'],
    [MINUTE, '1 minute'],
    [119 * MINUTE, '1 hour'],
    [2 * HOUR, '2 hours'],
    [3 * DAY, '3 days'],
  ])('writes %i ms as %s', (duration, words) => {
    expect(durationWords(duration)).toBe(words)
  })
})
