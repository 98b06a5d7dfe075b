import { afterEach, describe, expect, it } from 'vitest'
import { regionalFormats } from '../../../../src/shared/region/regional-formats.ts'
import { setSystemLocale, systemLocale } from '../../../../src/shared/region/locale.ts'
import { readDate } from '../../../../src/search/query/query-date.ts'
import { parseQuery } from '../../../../src/search/query/query.ts'
import { clockIn, inZone, ZONES } from '../../../support/zone.ts'

const before = systemLocale()
afterEach(() => setSystemLocale(before))

function shown(zone: string, text: string, today: string, locale: string): string | null {
  return inZone(zone, () => {
    const { order } = regionalFormats({ dates: locale, numbers: locale, clock: null })
    const at = readDate(text, new Date(`${today}T12:00`).getTime(), order)
    return at === null ? null : clockIn(zone, at)
  })
}

describe.each(ZONES)('readDate in %s', (zone) => {
  it.each<[string, string, string, string | null]>([
    ['en-GB', '5/6', '2026-11-20', '2026-06-05 00:00'],
    ['en-US', '5/6', '2026-11-20', '2026-05-06 00:00'],
    ['de-DE', '05.06.', '2026-11-20', '2026-06-05 00:00'],
    ['de-DE', '5.6.2025', '2026-11-20', '2025-06-05 00:00'],
    ['ja-JP', '6/5', '2026-11-20', '2026-06-05 00:00'],
    ['ja-JP', '2026/6/5', '2026-11-20', '2026-06-05 00:00'],
    ['en-US', '2026-06-05', '2026-11-20', '2026-06-05 00:00'],
    // Without a year it is the most recent such day.
    ['en-GB', '20/11', '2026-11-20', '2026-11-20 00:00'],
    ['en-GB', '21/11', '2026-11-20', '2025-11-21 00:00'],
    ['en-GB', '29/2', '2026-11-20', '2024-02-29 00:00'],
    ['en-US', '20/11', '2026-11-20', null],
    ['en-GB', '31/4', '2026-11-20', null],
    ['en-GB', '5/6/7', '2026-11-20', null],
    ['en-GB', '0001-01-01', '2026-11-20', null],
    // Calendar days across a daylight-saving change.
    ['en-GB', 'yesterday', '2026-03-30', '2026-03-29 00:00'],
    ['en-GB', '7d', '2026-10-28', '2026-10-21 00:00'],
    ['en-GB', '1m', '2026-03-31', '2026-02-28 00:00'],
    ['en-GB', '1y', '2028-02-29', '2027-02-28 00:00'],
    // The other languages.
    ['de-DE', 'gestern', '2026-03-30', '2026-03-29 00:00'],
    ['de-DE', 'Vorgestern', '2026-03-30', '2026-03-28 00:00'],
    ['de-DE', '7t', '2026-10-28', '2026-10-21 00:00'],
    ['de-DE', '1j', '2028-02-29', '2027-02-28 00:00'],
    ['es-ES', 'hoy', '2026-03-30', '2026-03-30 00:00'],
    ['es-ES', 'ayer', '2026-03-30', '2026-03-29 00:00'],
    ['es-ES', '2s', '2026-03-30', '2026-03-16 00:00'],
    ['es-ES', '1a', '2028-02-29', '2027-02-28 00:00'],
    ['en-GB', '1x', '2026-11-20', null],
    ['en-GB', 'x', '2026-11-20', null],
  ])('with the date order of %s reads %s on %s as %s', (locale, text, today, expected) => {
    expect(shown(zone, text, today, locale)).toBe(expected)
  })
})

it('parseQuery reads dates in the date order of the system by default', () => {
  const now = new Date(2026, 10, 20, 12).getTime()
  const at = () => parseQuery('before:5/6', now).filters
  setSystemLocale({ dates: 'en-GB', numbers: 'en-GB', clock: null })
  expect(at()).toEqual([{ kind: 'before', at: new Date(2026, 5, 5).getTime(), isNegated: false }])
  setSystemLocale({ dates: 'en-US', numbers: 'en-US', clock: null })
  expect(at()).toEqual([{ kind: 'before', at: new Date(2026, 4, 6).getTime(), isNegated: false }])
})
