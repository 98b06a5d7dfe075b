import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  DEFAULT_QUIET_HOURS,
  isQuiet,
  minuteOf,
  type QuietHours,
  readQuietHours,
  timeOf,
  wallTimeAt,
} from '../../../src/notify/quiet-hours.ts'

const [SUNDAY, MONDAY, FRIDAY, SATURDAY] = [0, 1, 5, 6]
const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6]

function hours(from: string, until: string, days: readonly number[] = EVERY_DAY): QuietHours {
  return { isOn: true, fromMinute: minuteOf(from) ?? -1, untilMinute: minuteOf(until) ?? -1, days }
}

afterEach(() => vi.unstubAllEnvs())

describe('quiet hours', () => {
  const TIMES: readonly [string, QuietHours, number, string, boolean][] = [
    ['before they begin', hours('12:00', '13:00'), MONDAY, '11:59', false],
    ['at their first minute', hours('12:00', '13:00'), MONDAY, '12:00', true],
    ['at their last minute', hours('12:00', '13:00'), MONDAY, '12:59', true],
    ['when they have ended', hours('12:00', '13:00'), MONDAY, '13:00', false],
    ['on another day', hours('12:00', '13:00', [FRIDAY]), MONDAY, '12:30', false],
    ['before midnight', hours('22:00', '07:00'), MONDAY, '23:59', true],
    ['after midnight', hours('22:00', '07:00'), MONDAY, '00:00', true],
    ['in the morning', hours('22:00', '07:00'), MONDAY, '07:00', false],
    ['in the night after their day', hours('22:00', '07:00', [FRIDAY]), SATURDAY, '06:59', true],
    ['in the night before their day', hours('22:00', '07:00', [FRIDAY]), FRIDAY, '06:59', false],
    ['from Saturday into Sunday', hours('22:00', '07:00', [SATURDAY]), SUNDAY, '01:00', true],
    ['from Sunday into Monday, when only Monday is chosen', hours('22:00', '07:00', [MONDAY]), MONDAY, '01:00', false],
    ['for 24 hours', hours('08:00', '08:00', [SATURDAY]), SATURDAY, '08:00', true],
    ['for 24 hours, on the next morning', hours('08:00', '08:00', [SATURDAY]), SUNDAY, '07:59', true],
    ['for 24 hours, afterwards', hours('08:00', '08:00', [SATURDAY]), SUNDAY, '08:00', false],
    ['until midnight', hours('18:00', '00:00'), MONDAY, '23:59', true],
    ['until midnight, afterwards', hours('18:00', '00:00'), MONDAY, '00:00', false],
    ['without a day', hours('00:00', '23:59', []), MONDAY, '12:00', false],
    ['while off', { ...hours('12:00', '13:00'), isOn: false }, MONDAY, '12:30', false],
  ]

  it.each(TIMES)('%s', (_when, quietHours, day, time, expected) => {
    expect(isQuiet(quietHours, { day, minute: minuteOf(time) ?? -1 })).toBe(expected)
  })

  const INSTANTS: readonly [string, string, string, boolean][] = [
    // The hour from 2 to 3 does not exist on this day, and 03:30 is an hour and a half after 01:00.
    ['the clocks go forward', 'Europe/Berlin', '2026-03-29T01:30:00Z', false],
    ['just before that', 'Europe/Berlin', '2026-03-29T00:59:00Z', true],
    // 02:30 comes twice on this day, and is quiet twice.
    ['the clocks go back, first', 'Europe/Berlin', '2026-10-25T00:30:00Z', true],
    ['the clocks go back, second', 'Europe/Berlin', '2026-10-25T01:30:00Z', true],
    ['the hour after', 'Europe/Berlin', '2026-10-25T02:00:00Z', false],
    // The same instant, after a flight.
    ['at home', 'Europe/Berlin', '2026-06-01T00:00:00Z', true],
    ['in New York', 'America/New_York', '2026-06-01T00:00:00Z', false],
    ['with half-hour zones', 'Asia/Kolkata', '2026-05-31T20:00:00Z', true],
  ]

  it.each(INSTANTS)('follow the clock on the wall: %s', (_when, zone, instant, expected) => {
    vi.stubEnv('TZ', zone)
    expect(isQuiet(hours('22:00', '03:00'), wallTimeAt(Date.parse(instant)))).toBe(expected)
  })
})

describe('a time field', () => {
  it.each([
    ['00:00', 0],
    ['22:05', 1325],
    ['23:59:59', 1439],
    ['', null],
    ['24:00', null],
    ['12:60', null],
    ['7:00', null],
    ['soon', null],
  ])('%j is minute %s', (value, minute) => {
    expect(minuteOf(value)).toBe(minute)
  })

  it('is written as it is read', () => {
    for (const value of ['00:00', '07:05', '23:59']) expect(timeOf(minuteOf(value) ?? -1)).toBe(value)
  })
})

describe('stored quiet hours', () => {
  it.each([undefined, null, 7, 'night', [], { isOn: 'yes', fromMinute: 1440, untilMinute: -1, days: 'all' }])(
    'are the defaults when %j is stored',
    (stored) => {
      expect(readQuietHours(stored)).toEqual(DEFAULT_QUIET_HOURS)
    },
  )

  it('keep the valid parts, with the days in order and once', () => {
    expect(readQuietHours({ isOn: true, fromMinute: 0.5, untilMinute: 60, days: [6, 1, 1, 9, 'x'] })).toEqual({
      ...{ isOn: true, fromMinute: DEFAULT_QUIET_HOURS.fromMinute, untilMinute: 60, days: [1, 6] },
    })
  })
})
