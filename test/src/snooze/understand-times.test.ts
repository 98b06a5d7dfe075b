import { describe, expect, it } from 'vitest'
import { parseWhen } from '../../../src/snooze/parse-when.ts'
import { choicesFor, refusalWords } from '../../../src/snooze/choices.ts'
import { regionalFormats } from '../../../src/shared/region/regional-formats.ts'
import { clockIn, inZone } from '../../support/zone.ts'

const BERLIN = 'Europe/Berlin'
/** Friday 27 November 2026, 10:00 in Berlin. */
const NOW = Date.UTC(2026, 10, 27, 9)
const order = (locale: string) => regionalFormats({ dates: locale, numbers: locale, clock: null }).order

function parsed(text: string, { now = NOW, locale = 'en-US', zone = BERLIN } = {}): string {
  const when = inZone(zone, () => parseWhen(text, now, order(locale)))
  if (when.kind === 'understood') return `${clockIn(zone, when.until)}${when.unlessReply ? ' ?' : ''}`
  return when.kind === 'past' ? `past ${clockIn(zone, when.at)}` : when.kind
}

describe('parseWhen on a Friday at 10:00', () => {
  it.each([
    // Short names of days.
    ['tues 9am', '2026-12-01 09:00'],
    ['next tues 9', '2026-12-01 09:00'],
    ['weds 9am', '2026-12-02 09:00'],
    ['thur 9', '2026-12-03 09:00'],
    ['thurs 10:30', '2026-12-03 10:30'],
    ['Fri.', '2026-12-04 09:00'],
    ['sat', '2026-11-28 09:00'],
    ['TUES 9AM', '2026-12-01 09:00'],
    ['9am tues', '2026-12-01 09:00'],
    ['at 9am on tuesday', '2026-12-01 09:00'],
    ['on tuesday at 9 a.m.', '2026-12-01 09:00'],
    ['tuesday 9 p.m.', '2026-12-01 21:00'],
    ['this tuesday', '2026-12-01 09:00'],
    ['friday next week', '2026-12-04 09:00'],
    ['next week friday 4pm', '2026-12-04 16:00'],
    ['next friday', '2026-12-04 09:00'],
    ['next week on wed', '2026-12-02 09:00'],
    ['weekend', '2026-11-28 09:00'],
    ['friday 3', '2026-11-27 15:00'],
    // Days.
    ['tmrw', '2026-11-28 09:00'],
    ['tommorow at 8', '2026-11-28 08:00'],
    ['the day after tomorrow', '2026-11-29 09:00'],
    ['tomorrow at noon', '2026-11-28 12:00'],
    ['tomorrow 9.30', '2026-11-28 09:30'],
    ['tomorrow 1400', '2026-11-28 14:00'],
    ['at 0930 tomorrow', '2026-11-28 09:30'],
    ['tomorrow, 9am', '2026-11-28 09:00'],
    ['tomorrow 9am!', '2026-11-28 09:00'],
    ['tomorrow morning at 8', '2026-11-28 08:00'],
    ['tomorrow evening', '2026-11-28 20:00'],
    ['tomorrow evening at 7', '2026-11-28 19:00'],
    ['tomorrow at 7 in the evening', '2026-11-28 19:00'],
    ['tomorrow 12', '2026-11-28 12:00'],
    ['12am tomorrow', '2026-11-28 00:00'],
    ['12pm', '2026-11-27 12:00'],
    // Parts of a day.
    ['noon', '2026-11-27 12:00'],
    ['midnight', '2026-11-28 00:00'],
    ['this afternoon', '2026-11-27 15:00'],
    ['tonight', '2026-11-27 22:00'],
    ['tonight at 8', '2026-11-27 20:00'],
    ['in the morning', '2026-11-28 09:00'],
    ['morning', '2026-11-28 09:00'],
    ['eod', '2026-11-27 17:00'],
    ['end of day', '2026-11-27 17:00'],
    ['eod tomorrow', '2026-11-28 17:00'],
    ['end of the week', '2026-11-27 17:00'],
    ['end of month', '2026-11-30 17:00'],
    ['eom', '2026-11-30 17:00'],
    // Amounts.
    ['in an hour', '2026-11-27 11:00'],
    ['half an hour', '2026-11-27 10:30'],
    ['in an hour and a half', '2026-11-27 11:30'],
    ['1h30m', '2026-11-27 11:30'],
    ['1h 30m', '2026-11-27 11:30'],
    ['1.5 hours', '2026-11-27 11:30'],
    ['in 1 hour and 15 minutes', '2026-11-27 11:15'],
    ['two hours from now', '2026-11-27 12:00'],
    ['a couple of hours', '2026-11-27 12:00'],
    ['3d', '2026-11-30 09:00'],
    ['in 3 days at 14:00', '2026-11-30 14:00'],
    ['in a fortnight', '2026-12-11 09:00'],
    ['in 2 weeks', '2026-12-11 09:00'],
    ['in a month', '2026-12-27 09:00'],
    ['in 3 months', '2027-02-27 09:00'],
    ['in a year', '2027-11-27 09:00'],
    ['next month', '2026-12-01 09:00'],
    ['next year', '2027-01-01 09:00'],
    // Dates.
    ['3 dec', '2026-12-03 09:00'],
    ['dec 3rd at 4', '2026-12-03 16:00'],
    ['3rd of december 2027', '2027-12-03 09:00'],
    ['december 3, 2027', '2027-12-03 09:00'],
    ['the 5th', '2026-12-05 09:00'],
    ['the 31st', '2026-12-31 09:00'],
    ['3 jan', '2027-01-03 09:00'],
    ['tue 1 dec', '2026-12-01 09:00'],
    ['tue 1 dec midnight', '2026-12-02 00:00'],
    ['Tuesday, December 1, 2026 at 4pm', '2026-12-01 16:00'],
    ['1 dec tue 10:00', '2026-12-01 10:00'],
    ['29 feb', '2028-02-29 09:00'],
    ['2026-12-24T18:00', '2026-12-24 18:00'],
    ['2026-12-24 18:00', '2026-12-24 18:00'],
    // Digits and marks from other keyboards and clipboards.
    ['tomorrow ٩', '2026-11-28 09:00'],
    ['tomorrow ９：３０', '2026-11-28 09:30'],
    ['\u200etomorrow\u200b 9\u2060', '2026-11-28 09:00'],
    ['tomorrow\u00a09', '2026-11-28 09:00'],
    // Without a reply.
    ['if no reply by tues', '2026-12-01 09:00 ?'],
    ['unless they answer by 3 dec', '2026-12-03 09:00 ?'],
    ['tomorrow if nobody replies', '2026-11-28 09:00 ?'],
    ['if the customer does not reply in 2 days', '2026-11-29 09:00 ?'],
    // Past times.
    ['3 hours ago', 'past 2026-11-27 07:00'],
    ['3 days ago', 'past 2026-11-24 09:00'],
    ['yesterday 5pm', 'past 2026-11-26 17:00'],
    ['this morning', 'past 2026-11-27 09:00'],
    ['27 nov', 'past 2026-11-27 09:00'],
    ['2026-11-27', 'past 2026-11-27 09:00'],
  ])('reads “%s” as %s', (text, expected) => {
    expect(parsed(text)).toBe(expected)
  })
})

describe('parseWhen with a text of which only a part is a time', () => {
  it.each([
    'not tomorrow',
    'tomorrow maybe',
    'tomorrow or friday',
    'tomorrow friday',
    'tomorrow 9 10',
    'tomorrow 9 to 10',
    'some day next week',
    'friday the 13th of nothing',
    'call Ana tomorrow',
    'tomorrow 9am berlin',
    'tomorrow at',
    'in',
    'at',
    'next',
    'in 2',
    'in hours',
    'in 2 hours tomorrow',
    '2 hours 9am',
    'tuesd',
    'tuesday-ish',
    'tue 2 dec',
    'next tue 1 dec',
    'tue wed',
    '9 a',
    'every tuesday',
    'tuesdays',
    'a week on friday',
    'in 2 days and 3 hours',
    'in half a day',
    '32 jan',
    '30 feb',
    '31 apr',
    '0 jan',
    'jan',
    '25:00',
    '24:00',
    '9:60',
    '9:5',
    '13pm',
    '0am',
    'at 99',
    'noon 9',
    'tomorrow morning at 8pm',
    '-2 hours',
    'in -2 days',
    '2026-13-01',
    '2026-02-30',
    '2026-1',
    '1e3 hours',
    'in 99999 days',
    'in 9000 days',
    'before friday',
    'after friday',
    'if they reply by friday',
    'if no reply',
    'if no reply by',
    'unless',
    'when they reply',
    'now-ish',
    'morgen',
    'demain à 9h',
    'mañana',
    'завтра',
    '明日',
    'غدا',
    'dienstag 9 uhr',
    '🦋',
    '.',
    '!',
    ',',
    'NaN',
    'null',
    '[object Object]',
    'tomorrow; rm -rf',
    '{{first_name}}',
    'a'.repeat(150),
  ])('does not understand “%s”', (text) => {
    expect(parsed(text)).toBe('unknown')
  })

  it('offers no choice, and quotes the text with an example of what works', () => {
    const when = parseWhen('tues-ish 9', NOW)
    expect(choicesFor(when, NOW, false)).toEqual([])
    expect(refusalWords('tues-ish 9', when, NOW)).toBe(
      'Couldn’t read “tues-ish 9” as a time. Try “tomorrow 9am” or “in 2 days”.',
    )
    expect(refusalWords(`${'very '.repeat(50)}soon`, when, NOW)).toBe(
      'Couldn’t read “very very very very very very very very…” as a time. Try “tomorrow 9am” or “in 2 days”.',
    )
    expect(refusalWords('a\u202eb\nc', when, NOW)).not.toMatch(/[\u202e\n]/)
  })

  it('refuses very long texts without parsing them', () => {
    for (const text of [
      'tomorrow '.repeat(12_000),
      '1'.repeat(100_000),
      'in 2 hours and '.repeat(7_000),
      ' '.repeat(100_000),
    ]) {
      expect(parseWhen(text, NOW).kind).toBe('unknown')
    }
  })
})

describe('parseWhen with numeric dates', () => {
  const may = Date.UTC(2026, 4, 1, 8)

  it.each([
    ['en-GB', '5/6', '2026-06-05 09:00'],
    ['en-US', '5/6', '2026-05-06 09:00'],
    ['de-DE', '05.06.', '2026-06-05 09:00'],
    ['de-DE', '5.6.', '2026-06-05 09:00'],
    ['de-DE', '5.6.2027', '2027-06-05 09:00'],
    ['de-DE', '05.06. 14:00', '2026-06-05 14:00'],
    ['de-DE', '5.6.27 9 uhr', '2027-06-05 09:00'],
    ['ja-JP', '6/5', '2026-06-05 09:00'],
    ['ja-JP', '2026/6/5', '2026-06-05 09:00'],
    ['ja-JP', '26/6/5', '2026-06-05 09:00'],
    ['ar-EG', '٥/٦', '2026-06-05 09:00'],
    ['en-GB', '5/6/27 at 4', '2027-06-05 16:00'],
    ['en-US', '5/6/2027', '2027-05-06 09:00'],
    ['en-US', '2026-06-05', '2026-06-05 09:00'],
    ['en-GB', '2026-06-05', '2026-06-05 09:00'],
    ['en-GB', '5/13', 'unknown'],
    ['en-US', '13/5', 'unknown'],
    ['en-GB', '31/4', 'unknown'],
    ['en-GB', '30/4', '2027-04-30 09:00'],
    ['en-GB', '1/5', 'past 2026-05-01 09:00'],
    ['en-GB', '5/6/7', 'unknown'],
    ['en-GB', '5/6.27', 'unknown'],
    ['en-US', 'tomorrow 9.30', '2026-05-02 09:30'],
    ['de-DE', 'tomorrow 9.10', '2026-05-02 09:10'],
  ])('in %s reads “%s” as %s', (locale, text, expected) => {
    expect(parsed(text, { now: may, locale })).toBe(expected)
  })
})

describe('parseWhen across a daylight-saving change', () => {
  const at = (iso: string) => Date.parse(iso)

  it.each([
    ['in 30 minutes', '2026-10-25T01:15:00Z', '2026-10-25T01:45:00Z'],
    ['in 2 hours', '2026-10-24T23:30:00Z', '2026-10-25T01:30:00Z'],
    ['in 1 hour', '2026-03-29T00:30:00Z', '2026-03-29T01:30:00Z'],
    ['2 hours ago', '2026-03-29T02:30:00Z', '2026-03-29T00:30:00Z'],
    // Friday 27 March 2026, 23:30.
    ['in 3 days', '2026-03-27T22:30:00Z', '2026-03-30T07:00:00Z'],
    ['next week', '2026-03-27T22:30:00Z', '2026-03-30T07:00:00Z'],
    ['in a week', '2026-03-27T22:30:00Z', '2026-04-03T07:00:00Z'],
    // Friday 23 October 2026, 00:30.
    ['in 3 days', '2026-10-22T22:30:00Z', '2026-10-26T08:00:00Z'],
  ])('reads “%s” at %s as %s in Berlin', (text, now, expected) => {
    const when = inZone(BERLIN, () => parseWhen(text, at(now)))
    const until = when.kind === 'understood' ? when.until : when.kind === 'past' ? when.at : NaN
    expect(new Date(until).toISOString()).toBe(new Date(at(expected)).toISOString())
  })
})
