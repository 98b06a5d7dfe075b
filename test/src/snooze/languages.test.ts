import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { type Language, LANGUAGES, setLanguage } from '../../../src/shared/language.ts'
import { setSystemLocale, systemLocale } from '../../../src/shared/region/locale.ts'
import { regionalFormats } from '../../../src/shared/region/regional-formats.ts'
import { parseWhen } from '../../../src/snooze/parse-when.ts'
import { presetsAt } from '../../../src/snooze/presets.ts'
import { loadTexts, text } from '../../../src/strings/text.ts'
import { whenWords } from '../../../src/words/when.ts'
import { clockIn, inZone, ZONES } from '../../support/zone.ts'

await Promise.all([loadTexts('de'), loadTexts('es')])

const BERLIN = 'Europe/Berlin'
/** Friday 27 November 2026, 10:00 in Berlin. */
const NOW = Date.UTC(2026, 10, 27, 9)
const REGIONS = { en: 'en-US', de: 'de-DE', es: 'es-ES' } as const
const order = (region: string) => regionalFormats({ dates: region, numbers: region, clock: null }).order

const before = systemLocale()
afterEach(() => {
  setLanguage('en')
  setSystemLocale(before)
})

function parsed(typed: string, language: Language, region: string = REGIONS[language]): string {
  const when = inZone(BERLIN, () => parseWhen(typed, NOW, order(region), language))
  if (when.kind === 'understood') return `${clockIn(BERLIN, when.until)}${when.unlessReply ? ' ?' : ''}`
  return when.kind === 'past' ? `past ${clockIn(BERLIN, when.at)}` : when.kind
}

describe('parseWhen in German on a Friday at 10:00', () => {
  it.each([
    // Days.
    ['morgen', '2026-11-28 09:00'],
    ['Morgen 9 Uhr', '2026-11-28 09:00'],
    ['morgen um 9', '2026-11-28 09:00'],
    ['morgen um 9 Uhr 30', '2026-11-28 09:30'],
    ['morgen um 9uhr', '2026-11-28 09:00'],
    ['morgen um halb 10', '2026-11-28 09:30'],
    ['morgen um halb 1', '2026-11-28 12:30'],
    ['morgen um 3', '2026-11-28 15:00'],
    ['morgen, 14.30 Uhr', '2026-11-28 14:30'],
    ['morgen früh', '2026-11-28 09:00'],
    ['morgen frueh um 8', '2026-11-28 08:00'],
    ['um 7 Uhr morgen früh', '2026-11-28 07:00'],
    ['übermorgen', '2026-11-29 09:00'],
    ['uebermorgen 8 Uhr', '2026-11-29 08:00'],
    ['ubermorgen', '2026-11-29 09:00'],
    // Parts of a day.
    ['heute Abend', '2026-11-27 20:00'],
    ['heute abend um 7', '2026-11-27 19:00'],
    ['um 8 Uhr abends', '2026-11-27 20:00'],
    ['heute Mittag', '2026-11-27 12:00'],
    ['heute Mittag um 1', '2026-11-27 13:00'],
    ['heute Nacht', '2026-11-27 22:00'],
    ['am Nachmittag', '2026-11-27 15:00'],
    ['am Morgen', '2026-11-28 09:00'],
    ['Montag Morgen', '2026-11-30 09:00'],
    ['Montagmorgen um 8', '2026-11-30 08:00'],
    ['Mittwochnachmittag', '2026-12-02 15:00'],
    ['Feierabend', '2026-11-27 17:00'],
    ['Mitternacht', '2026-11-28 00:00'],
    // Weekdays and weeks.
    ['nächsten Montag', '2026-11-30 09:00'],
    ['naechsten montag 10:30', '2026-11-30 10:30'],
    ['nachsten Montag', '2026-11-30 09:00'],
    ['nächsten Freitag', '2026-12-04 09:00'],
    ['kommenden Dienstag', '2026-12-01 09:00'],
    ['Freitag 14:30', '2026-11-27 14:30'],
    ['Mo', '2026-11-30 09:00'],
    ['Di. 9 Uhr', '2026-12-01 09:00'],
    ['um 9 Uhr am Dienstag', '2026-12-01 09:00'],
    ['9 am Dienstag', '2026-12-01 09:00'],
    ['morgen um 9:30 PM', '2026-11-28 21:30'],
    ['morgen um 8:30 AM', '2026-11-28 08:30'],
    ['bis Donnerstag', '2026-12-03 09:00'],
    ['Sonnabend', '2026-11-28 09:00'],
    ['am Wochenende', '2026-11-28 09:00'],
    ['nächste Woche', '2026-11-30 09:00'],
    ['nächste Woche Mittwoch um 16 Uhr', '2026-12-02 16:00'],
    ['Mittwoch nächste Woche', '2026-12-02 09:00'],
    ['nächsten Monat', '2026-12-01 09:00'],
    ['im nächsten Jahr', '2027-01-01 09:00'],
    ['Ende der Woche', '2026-11-27 17:00'],
    ['Ende des Monats', '2026-11-30 17:00'],
    // Amounts.
    ['in 3 Tagen', '2026-11-30 09:00'],
    ['in 3 Tagen um 14 Uhr', '2026-11-30 14:00'],
    ['in 2 Stunden', '2026-11-27 12:00'],
    ['in einer Stunde', '2026-11-27 11:00'],
    ['in einer halben Stunde', '2026-11-27 10:30'],
    ['in anderthalb Stunden', '2026-11-27 11:30'],
    ['1,5 Std.', '2026-11-27 11:30'],
    ['2h', '2026-11-27 12:00'],
    ['1 Stunde und 15 Minuten', '2026-11-27 11:15'],
    ['in einer Woche', '2026-12-04 09:00'],
    ['in zwei Wochen', '2026-12-11 09:00'],
    ['in fünf Tagen', '2026-12-02 09:00'],
    ['in fuenf Tagen', '2026-12-02 09:00'],
    ['in einem Monat', '2026-12-27 09:00'],
    ['in einem Jahr', '2027-11-27 09:00'],
    ['später', '2026-11-27 13:00'],
    // Dates.
    ['5. Juni', '2027-06-05 09:00'],
    ['am 5. Juni um 8 Uhr', '2027-06-05 08:00'],
    ['am 5.6. um 8 Uhr', '2027-06-05 08:00'],
    ['5.6.2027', '2027-06-05 09:00'],
    ['3. Dez.', '2026-12-03 09:00'],
    ['3. März 2027', '2027-03-03 09:00'],
    ['3 maerz', '2027-03-03 09:00'],
    ['1. Jänner', '2027-01-01 09:00'],
    ['am 5.', '2026-12-05 09:00'],
    ['Dienstag, 1. Dezember um 09:00', '2026-12-01 09:00'],
    ['Di, 1.12., 9 Uhr', '2026-12-01 09:00'],
    ['24.12.2026, 18:00', '2026-12-24 18:00'],
    // Without a reply.
    ['wenn bis Freitag keine Antwort kommt', '2026-12-04 09:00 ?'],
    ['wenn keine Antwort bis Montag', '2026-11-30 09:00 ?'],
    ['falls der Kunde bis morgen nicht antwortet', '2026-11-28 09:00 ?'],
    ['wenn er in 2 Tagen nicht geantwortet hat', '2026-11-29 09:00 ?'],
    ['Montag, wenn niemand antwortet', '2026-11-30 09:00 ?'],
    ['morgen ohne Antwort', '2026-11-28 09:00 ?'],
    ['bis Montag, es sei denn, er antwortet', '2026-11-30 09:00 ?'],
    // Past times.
    ['gestern', 'past 2026-11-26 09:00'],
    ['vor 2 Stunden', 'past 2026-11-27 08:00'],
    ['heute früh', 'past 2026-11-27 09:00'],
    // English works in every language.
    ['tomorrow 9am', '2026-11-28 09:00'],
    ['next tues 9', '2026-12-01 09:00'],
    ['in 2 days', '2026-11-29 09:00'],
    ['if no reply by friday', '2026-12-04 09:00 ?'],
  ])('reads “%s” as %s', (typed, expected) => {
    expect(parsed(typed, 'de')).toBe(expected)
  })

  it.each([
    'nicht morgen',
    'morgen vielleicht',
    'morgen oder Freitag',
    'morgen Freitag',
    'morgen 9 bis 10',
    'morgen tomorrow',
    'tomorrow um 9',
    'mañana',
    'montags',
    'jeden Montag',
    'irgendwann',
    'bald',
    'vor Freitag',
    'nach Freitag',
    'in 2',
    'in Tagen',
    'um',
    'am',
    'Juni',
    '31. April',
    '32. Januar',
    'Mittwoch, 1. Dezember',
    'um 25 Uhr',
    'heute Abend um 8 Uhr morgens',
    'wenn der Kunde bis Freitag antwortet',
    'wenn keine Antwort kommt',
    'Mittag in 2 Stunden',
    'Anna morgen anrufen',
  ])('does not understand “%s”', (typed) => {
    expect(parsed(typed, 'de')).toBe('unknown')
  })
})

describe('parseWhen in Spanish on a Friday at 10:00', () => {
  it.each([
    // Days.
    ['mañana', '2026-11-28 09:00'],
    ['manana', '2026-11-28 09:00'],
    ['Mañana a las 9', '2026-11-28 09:00'],
    ['mañana a las 9:30', '2026-11-28 09:30'],
    ['mañana a las 9 y media', '2026-11-28 09:30'],
    ['mañana a las 14h30', '2026-11-28 14:30'],
    ['mañana a las 14 h', '2026-11-28 14:00'],
    ['mañana a las 3', '2026-11-28 15:00'],
    ['mañana a la 1', '2026-11-28 13:00'],
    ['mañana a las 9 a. m.', '2026-11-28 09:00'],
    ['mañana a las 8 p. m.', '2026-11-28 20:00'],
    ['pasado mañana', '2026-11-29 09:00'],
    ['pasado mañana a las 8', '2026-11-29 08:00'],
    // Parts of a day.
    ['mañana por la mañana', '2026-11-28 09:00'],
    ['mañana por la tarde', '2026-11-28 15:00'],
    ['mañana a las 8 de la tarde', '2026-11-28 20:00'],
    ['a las 9 de la mañana', '2026-11-28 09:00'],
    ['a las 3 de la madrugada', '2026-11-28 03:00'],
    ['esta noche', '2026-11-27 20:00'],
    ['esta noche a las 10', '2026-11-27 22:00'],
    ['esta tarde', '2026-11-27 15:00'],
    ['hoy al mediodía', '2026-11-27 12:00'],
    ['a medianoche', '2026-11-28 00:00'],
    ['el lunes por la mañana', '2026-11-30 09:00'],
    // Weekdays and weeks.
    ['el próximo lunes', '2026-11-30 09:00'],
    ['el proximo viernes', '2026-12-04 09:00'],
    ['el lunes que viene a las 10', '2026-11-30 10:00'],
    ['viernes 14:30', '2026-11-27 14:30'],
    ['el miércoles', '2026-12-02 09:00'],
    ['miercoles a las 9', '2026-12-02 09:00'],
    ['mar. 10:00', '2026-12-01 10:00'],
    ['sáb', '2026-11-28 09:00'],
    ['fin de semana', '2026-11-28 09:00'],
    ['hasta el jueves', '2026-12-03 09:00'],
    ['la semana que viene', '2026-11-30 09:00'],
    ['la próxima semana', '2026-11-30 09:00'],
    ['el miércoles de la semana que viene', '2026-12-02 09:00'],
    ['la semana que viene el miércoles', '2026-12-02 09:00'],
    ['el próximo mes', '2026-12-01 09:00'],
    ['el año que viene', '2027-01-01 09:00'],
    ['fin de mes', '2026-11-30 17:00'],
    // Amounts.
    ['en 3 días', '2026-11-30 09:00'],
    ['en 3 dias a las 14:00', '2026-11-30 14:00'],
    ['dentro de 2 horas', '2026-11-27 12:00'],
    ['en una hora', '2026-11-27 11:00'],
    ['en media hora', '2026-11-27 10:30'],
    ['en una hora y media', '2026-11-27 11:30'],
    ['1,5 horas', '2026-11-27 11:30'],
    ['un par de horas', '2026-11-27 12:00'],
    ['1 hora y 15 minutos', '2026-11-27 11:15'],
    ['en una semana', '2026-12-04 09:00'],
    ['dentro de dos semanas', '2026-12-11 09:00'],
    ['en un mes', '2026-12-27 09:00'],
    ['más tarde', '2026-11-27 13:00'],
    // Dates.
    ['el 5 de junio a las 8', '2027-06-05 08:00'],
    ['5 de junio de 2027', '2027-06-05 09:00'],
    ['3 dic', '2026-12-03 09:00'],
    ['5 mar', '2027-03-05 09:00'],
    ['1º de enero', '2027-01-01 09:00'],
    ['el 5', '2026-12-05 09:00'],
    ['el día 5 a las 8', '2026-12-05 08:00'],
    ['5/6 a las 8', '2027-06-05 08:00'],
    ['martes, 1 de diciembre a las 9:00', '2026-12-01 09:00'],
    ['mar 1 dic', '2026-12-01 09:00'],
    // Without a reply.
    ['si no responde antes del viernes', '2026-12-04 09:00 ?'],
    ['si no hay respuesta para el lunes', '2026-11-30 09:00 ?'],
    ['si el cliente no contesta en 2 días', '2026-11-29 09:00 ?'],
    ['mañana si nadie responde', '2026-11-28 09:00 ?'],
    ['el lunes, a menos que responda', '2026-11-30 09:00 ?'],
    ['lunes sin respuesta', '2026-11-30 09:00 ?'],
    // Past times.
    ['ayer', 'past 2026-11-26 09:00'],
    ['hace 2 horas', 'past 2026-11-27 08:00'],
    ['esta mañana', 'past 2026-11-27 09:00'],
    // English works in every language.
    ['tomorrow 9am', '2026-11-28 09:00'],
    ['the day after tomorrow', '2026-11-29 09:00'],
    ['in a week', '2026-12-04 09:00'],
  ])('reads “%s” as %s', (typed, expected) => {
    expect(parsed(typed, 'es')).toBe(expected)
  })

  it.each([
    'no mañana',
    'mañana quizás',
    'mañana o el viernes',
    'mañana el viernes',
    'mañana de 9 a 10',
    'mañana tomorrow',
    'tomorrow a las 9',
    'morgen',
    'todos los lunes',
    'algún día',
    'pronto',
    'antes del viernes',
    'después del viernes',
    'en 2',
    'en días',
    'a las',
    'el',
    'junio',
    '31 de abril',
    '32 de enero',
    'miércoles 1 de diciembre',
    'a las 25',
    'esta noche a las 9 de la mañana',
    'si responde antes del viernes',
    'si no responde',
    'llamar a Ana mañana',
  ])('does not understand “%s”', (typed) => {
    expect(parsed(typed, 'es')).toBe('unknown')
  })
})

describe('parseWhen in another region than the language’s', () => {
  it.each([
    ['de', 'en-US', 'am 5.6. um 8 Uhr', '2027-05-06 08:00'],
    ['de', 'en-US', '5. Juni', '2027-06-05 09:00'],
    ['es', 'en-US', '5/6', '2027-05-06 09:00'],
    ['es', 'ja-JP', '2027/6/5', '2027-06-05 09:00'],
    ['en', 'de-DE', '5.6.', '2027-06-05 09:00'],
  ] as const)('in %s with the region %s reads “%s” as %s', (language, region, typed, expected) => {
    expect(parsed(typed, language, region)).toBe(expected)
  })
})

describe.each(LANGUAGES)('the suggestions in %s', (language) => {
  it('are understood by parseWhen, in every zone and at any time', () => {
    setLanguage(language)
    const examples = [
      ...text('snooze.placeholder').split(', '),
      ...[...text('snooze.unknown', { typed: '' }).matchAll(/[“„«]([^“”„»]+)[“”»]/g)].map(
        ([, example = '']) => example,
      ),
    ]
    expect(examples.length).toBe(5)
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        fc.integer({ min: Date.UTC(2025, 0, 1), max: Date.UTC(2029, 11, 31) }),
        (zone, now) => {
          inZone(zone, () => {
            const names = presetsAt(now).map(({ name }) => name)
            for (const typed of [...examples, ...names])
              expect([typed, parseWhen(typed, now).kind]).toEqual([typed, 'understood'])
          })
        },
      ),
      { numRuns: 300 },
    )
  })

  it('name the same days as their times', () => {
    setLanguage(language)
    const presets = inZone(BERLIN, () => presetsAt(NOW))
    const [, ...days] = presets.map(({ name, until }) => [inZone(BERLIN, () => parseWhen(name, NOW)), until] as const)
    expect(days.length).toBe(3)
    for (const [when, until] of days) expect(when).toMatchObject({ kind: 'understood', until })
  })
})

describe.each(LANGUAGES)('a written time in %s', (language) => {
  it.each(['en-US', 'en-GB', 'de-DE', 'de-AT', 'es-ES', 'es-MX', 'ja-JP'])(
    'is understood in the region %s',
    (region) => {
      setLanguage(language)
      setSystemLocale({ dates: region, numbers: region, clock: null })
      // "1:00" would be in the afternoon.
      const hours = fc.integer({ min: 7, max: 23 })
      fc.assert(
        fc.property(fc.integer({ min: 1, max: 500 }), hours, fc.integer({ min: 0, max: 59 }), (days, hour, minute) => {
          inZone('UTC', () => {
            const until = Date.UTC(2026, 10, 27 + days, hour, minute)
            const typed = whenWords(until, NOW)
            expect([typed, parseWhen(typed, NOW)]).toEqual([typed, { kind: 'understood', until, unlessReply: false }])
          })
        }),
        { numRuns: 300 },
      )
    },
  )
})

it.each(LANGUAGES)('parseWhen in %s never throws and never understands a past time', (language) => {
  const words =
    'in 2 3. uhr um 9 morgen früh am nächsten freitag und vor antwort keine wenn mañana a las la de el 5 y media que viene próximo lunes dentro hace semana si no responde uhr h pm 05.06. halb 10'
  const typed = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.constantFrom(...words.split(' ')), { maxLength: 7 }).map((some) => some.join(' ')),
  )
  fc.assert(
    fc.property(typed, (line) => {
      const when = parseWhen(line, NOW, order('de-DE'), language)
      if (when.kind === 'understood') expect(when.until).toBeGreaterThan(NOW)
      if (when.kind === 'past') expect(when.at).toBeLessThanOrEqual(NOW)
    }),
    { numRuns: 2_000 },
  )
})
