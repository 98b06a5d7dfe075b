import { afterEach, describe, expect, it } from 'vitest'
import { type Language, setLanguage } from '../../../src/shared/language.ts'
import { setSystemLocale, systemLocale } from '../../../src/shared/region/locale.ts'
import { loadTexts } from '../../../src/strings/text.ts'
import { writeDate } from '../../../src/ui/date-words.ts'
import { agoWords, durationWords, timeWords } from '../../../src/ui/time-words.ts'
import { shortWhen, whenWords } from '../../../src/words/when.ts'

await Promise.all([loadTexts('de'), loadTexts('es')])

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Friday, 27 November 2026, 14:05 in this machine's time zone. */
const NOW = new Date(2026, 10, 27, 14, 5).getTime()
const on = (month: number, day: number, year = 2026, hour = 11) => new Date(year, month - 1, day, hour, 5).getTime()

const before = systemLocale()
afterEach(() => {
  setLanguage('en')
  setSystemLocale(before)
})

function inLanguage(language: Language, region: string, write: () => string): string {
  setLanguage(language)
  setSystemLocale({ dates: region, numbers: region, clock: null })
  return write().replaceAll(/\s/g, ' ')
}

describe('ages', () => {
  it.each([
    [30 * SECOND, 'now', 'jetzt', 'ahora'],
    [MINUTE, '1m', '1 min', '1 min'],
    [3 * HOUR, '3h', '3 h', '3 h'],
    [2 * DAY, '2d', '2 T.', '2 d'],
    [100 * DAY, '3mo', '3 Mon.', '3 meses'],
    [800 * DAY, '2y', '2 J.', '2 años'],
  ])('of %i ms are short in every language', (age, en, de, es) => {
    const short = () => timeWords(NOW - age, NOW, 'short')
    expect([
      inLanguage('en', 'en-GB', short),
      inLanguage('de', 'de-DE', short),
      inLanguage('es', 'es-ES', short),
    ]).toEqual([en, de, es])
  })

  it.each([
    [10 * SECOND, 'just now', 'gerade eben', 'ahora mismo'],
    [MINUTE, '1 minute ago', 'vor 1 Minute', 'hace 1 minuto'],
    [5 * MINUTE, '5 minutes ago', 'vor 5 Minuten', 'hace 5 minutos'],
    [HOUR, '1 hour ago', 'vor 1 Stunde', 'hace 1 hora'],
    [23 * HOUR, '23 hours ago', 'vor 23 Stunden', 'hace 23 horas'],
  ])('of %i ms are long in every language', (age, en, de, es) => {
    const long = () => timeWords(NOW - age, NOW, 'long')
    expect([inLanguage('en', 'en-GB', long), inLanguage('de', 'de-DE', long), inLanguage('es', 'es-ES', long)]).toEqual(
      [en, de, es],
    )
  })

  it.each([
    [0, 'just now', 'gerade eben', 'ahora mismo'],
    [12 * SECOND, '10 s ago', 'vor 10 s', 'hace 10 s'],
    [5 * MINUTE, '5 min ago', 'vor 5 min', 'hace 5 min'],
    [2 * HOUR, '2 h ago', 'vor 2 h', 'hace 2 h'],
  ])('of %i ms since a check', (age, en, de, es) => {
    const ago = () => agoWords(age)
    expect([inLanguage('en', 'en-GB', ago), inLanguage('de', 'de-DE', ago), inLanguage('es', 'es-ES', ago)]).toEqual([
      en,
      de,
      es,
    ])
  })
})

describe('durations', () => {
  it.each([
    [0, 'less than a minute', 'weniger als eine Minute', 'menos de un minuto'],
    [MINUTE, '1 minute', '1 Minute', '1 minuto'],
    [2 * HOUR, '2 hours', '2 Stunden', '2 horas'],
    [DAY, '1 day', '1 Tag', '1 día'],
    [1_234 * DAY, '1234 days', '1234 Tage', '1234 días'],
  ])('of %i ms', (duration, en, de, es) => {
    const write = () => durationWords(duration)
    expect([
      inLanguage('en', 'en-GB', write),
      inLanguage('de', 'de-DE', write),
      inLanguage('es', 'es-ES', write),
    ]).toEqual([en, de, es])
  })
})

describe('past times', () => {
  it.each([
    [on(11, 27), '11:05', '11:05', '11:05'],
    [on(11, 26), 'Yesterday', 'Gestern', 'Ayer'],
    [on(11, 24), 'Tue', 'Di', 'mar'],
    [on(3, 12), '12 Mar', '12. März', '12 mar'],
    [on(3, 12, 2025), '12 Mar 2025', '12. März 2025', '12 mar 2025'],
  ])('are the clock, a day or a date: %i', (at, en, de, es) => {
    const clock = () => timeWords(at, NOW, 'clock')
    expect([
      inLanguage('en', 'en-GB', clock),
      inLanguage('de', 'de-DE', clock),
      inLanguage('es', 'es-ES', clock),
    ]).toEqual([en, de, es])
  })

  it('have day and time after a day', () => {
    const long = () => timeWords(on(11, 25), NOW, 'long')
    expect(inLanguage('en', 'en-GB', long)).toBe('Wed at 11:05')
    expect(inLanguage('de', 'de-DE', long)).toBe('Mi um 11:05')
    expect(inLanguage('es', 'es-ES', long)).toBe('mié, 11:05')
  })
})

describe('future times', () => {
  it.each([
    [on(11, 27, 2026, 18), 'today at 18:05', 'heute um 18:05', 'hoy, 18:05', '18:05'],
    [on(11, 28), 'tomorrow at 11:05', 'morgen um 11:05', 'mañana, 11:05', 'Sa 11:05'],
    [
      on(12, 4),
      'Friday 4 December at 11:05',
      'Freitag, 4. Dezember um 11:05',
      'viernes, 4 de diciembre, 11:05',
      '4. Dez.',
    ],
    [
      on(1, 4, 2027),
      'Monday, 4 January 2027 at 11:05',
      'Montag, 4. Januar 2027 um 11:05',
      'lunes, 4 de enero de 2027, 11:05',
      '4. Jan. 2027',
    ],
  ])('are written out, and short in a row: %i', (at, en, de, es, shortDe) => {
    const when = () => whenWords(at, NOW)
    expect([inLanguage('en', 'en-GB', when), inLanguage('de', 'de-DE', when), inLanguage('es', 'es-ES', when)]).toEqual(
      [en, de, es],
    )
    expect(inLanguage('de', 'de-DE', () => shortWhen(at, NOW))).toBe(shortDe)
  })
})

describe('dates', () => {
  it.each<[Language, string, string, string]>([
    ['de', 'en-US', '27. Nov.', '2:05 PM'],
    ['de', 'ja-JP', '27. Nov.', '14:05'],
    ['de', 'de-AT', '27. Nov.', '14:05'],
    ['es', 'en-US', '27 nov', '2:05 p. m.'],
    ['es', 'de-DE', '27 nov', '14:05'],
    ['en', 'de-DE', '27 Nov', '14:05'],
    ['en', 'es-ES', '27 Nov', '14:05'],
  ])('in %s under %s have the language’s names and the region’s clock', (language, region, date, time) => {
    expect(inLanguage(language, region, () => writeDate(NOW, 'date'))).toBe(date)
    expect(inLanguage(language, region, () => writeDate(NOW, 'time'))).toBe(time)
  })

  it('follow a change of language at once', () => {
    const day = () => writeDate(NOW, 'day')
    setSystemLocale({ dates: 'en-GB', numbers: 'en-GB', clock: null })
    expect(day()).toBe('Friday 27 November')
    setLanguage('de')
    expect(day()).toBe('Freitag, 27. November')
    setLanguage('es')
    expect(day()).toBe('viernes, 27 de noviembre')
    setLanguage('en')
    expect(day()).toBe('Friday 27 November')
  })
})
