import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { dateFormat, setSystemLocale, systemLocale, writeNumber } from '../../../src/shared/region/locale.ts'
import { regionalFormats } from '../../../src/shared/region/regional-formats.ts'
import { parseWhen } from '../../../src/snooze/parse-when.ts'
import { presetsAt } from '../../../src/snooze/presets.ts'
import { timeWords } from '../../../src/ui/time-words.ts'
import { whenWords } from '../../../src/words/when.ts'
import { clockIn, inZone, LOCALES, ZONES } from '../../support/zone.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const before = systemLocale()
const systemOf = (tag: string) => ({ dates: tag, numbers: tag, clock: null })

afterEach(() => setSystemLocale(before))

/** Instants in five years, half of them within two days of a daylight-saving change in some zone. */
const CHANGES = ['2026-03-08', '2026-03-29', '2026-04-05', '2026-09-27', '2026-10-04', '2026-10-25', '2026-11-01']
const instants = fc.oneof(
  fc.integer({ min: Date.UTC(2025, 0, 1), max: Date.UTC(2029, 11, 31) }),
  fc
    .tuple(fc.constantFrom(...CHANGES), fc.integer({ min: -2 * DAY, max: 2 * DAY }))
    .map(([day, ms]) => Date.parse(day) + ms),
)
const zones = fc.constantFrom(...ZONES)
const locales = fc.constantFrom(...LOCALES)

const orders = new Map(LOCALES.map((locale) => [locale as string, regionalFormats(systemOf(locale)).order]))

function orderOf(locale: string) {
  return orders.get(locale)
}

function until(text: string, now: number, locale: string): number {
  const when = parseWhen(text, now, orderOf(locale))
  return when.kind === 'understood' ? when.until : NaN
}

/** The local date some days after an instant, computed without the parser's arithmetic. */
function calendarDate(zone: string, at: number, days: number): string {
  return new Date(Date.parse(`${clockIn(zone, at).slice(0, 10)}T00:00Z`) + days * DAY).toISOString().slice(0, 10)
}

describe('parseWhen in any time zone and locale', () => {
  it('adds hours and minutes as elapsed time', () => {
    fc.assert(
      fc.property(zones, locales, instants, fc.integer({ min: 1, max: 9_999 }), (zone, locale, now, count) => {
        inZone(zone, () => {
          expect(until(`in ${count} hours`, now, locale) - now).toBe(count * HOUR)
          expect(until(`${count}m`, now, locale) - now).toBe(count * 60_000)
        })
      }),
      { numRuns: 1_000 },
    )
  })

  it('reads a number of days or weeks as nine o’clock of that calendar day, in the future', () => {
    fc.assert(
      fc.property(zones, locales, instants, fc.integer({ min: 1, max: 400 }), (zone, locale, now, count) => {
        inZone(zone, () => {
          for (const [text, days] of [
            [`in ${count} days`, count],
            [`in ${count % 52} weeks`, (count % 52) * 7],
          ] as const) {
            if (days === 0) continue
            const at = until(text, now, locale)
            expect(clockIn(zone, at)).toBe(`${calendarDate(zone, now, days)} 09:00`)
            expect(at).toBeGreaterThan(now)
          }
        })
      }),
      { numRuns: 1_000 },
    )
  })

  it('reads a weekday as its next occurrence at nine, and “next week” as the coming Monday', () => {
    const names = ['sunday', 'monday', 'tues', 'weds', 'thurs', 'friday', 'sat']
    fc.assert(
      fc.property(zones, instants, fc.integer({ min: 0, max: 6 }), (zone, now, weekday) => {
        inZone(zone, () => {
          const at = until(names[weekday] ?? '', now, 'en-US')
          expect([new Date(at).getDay(), clockIn(zone, at).slice(11)]).toEqual([weekday, '09:00'])
          expect(at).toBeGreaterThan(now)
          expect(at - now).toBeLessThan(7 * DAY + 2 * HOUR)
          const monday = until('next week', now, 'en-US')
          expect([new Date(monday).getDay(), clockIn(zone, monday).slice(11)]).toEqual([1, '09:00'])
          expect(monday).toBeGreaterThan(now)
          expect(monday - now).toBeLessThan(7 * DAY + 11 * HOUR)
        })
      }),
      { numRuns: 1_000 },
    )
  })

  it('reads an hour alone as its next occurrence', () => {
    fc.assert(
      fc.property(zones, instants, fc.integer({ min: 0, max: 23 }), (zone, now, hour) => {
        inZone(zone, () => {
          const at = until(`${String(hour).padStart(2, '0')}:00`, now, 'de-DE')
          expect(at).toBeGreaterThan(now)
          expect(at - now).toBeLessThanOrEqual(26 * HOUR)
          // An hour that a daylight-saving change skips becomes the hour after.
          const shown = Number(clockIn(zone, at).slice(11, 13))
          expect([hour, hour + 1]).toContain(shown)
        })
      }),
      { numRuns: 1_000 },
    )
  })

  it('presetsAt offers future times, earliest first', () => {
    fc.assert(
      fc.property(zones, instants, (zone, now) => {
        inZone(zone, () => {
          const moments = presetsAt(now).map((preset) => preset.until)
          expect(moments.every((at) => at > now)).toBe(true)
          expect(moments).toEqual([...new Set(moments)].toSorted((a, b) => a - b))
        })
      }),
      { numRuns: 1_000 },
    )
  })

  it('reads a date in the order in which the locale writes it', () => {
    fc.assert(
      fc.property(zones, locales, instants, (zone, locale, now) => {
        inZone(zone, () => {
          const at = until('tomorrow 14:05', now, locale)
          const isDayFirst = orderOf(locale)?.isDayFirst === true
          const [, month, day] = clockIn(zone, at).slice(0, 10).split('-')
          const figures = isDayFirst ? `${day}/${month}` : `${month}/${day}`
          expect(until(`${figures} 14:05`, now, locale)).toBe(at)
        })
      }),
      { numRuns: 500 },
    )
  })

  it('never throws, and never returns a past time as understood', () => {
    const word = fc.constantFrom(
      'in',
      'at',
      'next',
      'this',
      'tues',
      'friday',
      'tomorrow',
      '9',
      '9am',
      '25:00',
      '2',
      'hours',
      'weeks',
      'jan',
      '31',
      '5/6',
      '05.06.',
      'noon',
      'midnight',
      'ago',
      'and',
      'no reply',
      'by',
      'if',
      'the',
      'end of day',
      '2026-12-24',
      '٩',
      'the 31st',
      'a',
      'half',
      'later',
    )
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.array(word, { maxLength: 6 }).map((words) => words.join(' ')),
    )
    fc.assert(
      fc.property(zones, locales, instants, text, (zone, locale, now, typed) => {
        inZone(zone, () => {
          const when = parseWhen(typed, now, orderOf(locale))
          if (when.kind === 'understood') expect(when.until).toBeGreaterThan(now)
          if (when.kind === 'past') expect(when.at).toBeLessThanOrEqual(now)
        })
      }),
      { numRuns: 3_000 },
    )
  })
})

describe('date and number formats', () => {
  it.each([
    ['en-US', 'Fri, Nov 27', '2:05 PM', '12,345', 'today at 2:05 PM', 'Nov 20'],
    ['en-GB', 'Fri 27 Nov', '14:05', '12,345', 'today at 14:05', '20 Nov'],
    ['de-DE', 'Fri 27 Nov', '14:05', '12.345', 'today at 14:05', '20 Nov'],
    ['ja-JP', 'Fri, Nov 27', '14:05', '12,345', 'today at 14:05', 'Nov 20'],
  ])('follow the region %s in every zone, in English', (locale, day, time, number, when, week) => {
    for (const zone of ZONES) {
      inZone(zone, () => {
        // A format keeps the zone in which it was created, so reset the cached ones.
        setSystemLocale(systemOf(locale))
        const at = new Date(2026, 10, 27, 14, 5).getTime()
        const plain = (text: string) => text.replaceAll(/\s/g, ' ')
        const weekday = dateFormat({ weekday: 'short', day: 'numeric', month: 'short' }).format(at)
        expect([weekday.replace(/^(\w+), (?=\d)/, '$1 '), writeNumber(12_345)]).toEqual([day, number])
        expect(plain(timeWords(at, at, 'clock'))).toBe(time)
        expect(plain(whenWords(at, at - HOUR))).toBe(when)
        expect(timeWords(at - 7 * DAY, at, 'clock')).toBe(week)
      })
    }
  })
})
