import { afterEach, describe, expect, it } from 'vitest'
import { type Language, setLanguage } from '../../../src/shared/language.ts'
import { setSystemLocale, systemLocale } from '../../../src/shared/region/locale.ts'
import { choicesFor } from '../../../src/snooze/choices.ts'
import { parseWhen } from '../../../src/snooze/parse-when.ts'
import { loadTexts } from '../../../src/strings/text.ts'
import { inZone } from '../../support/zone.ts'

await loadTexts('de')
await loadTexts('es')

const before = systemLocale()

afterEach(() => {
  setLanguage('en')
  setSystemLocale(before)
})

const WEDNESDAY = new Date('2026-11-25T14:20:00Z').getTime()

function labels(language: Language, region: string, typed: string): readonly (readonly [string, string, string])[] {
  setLanguage(language)
  setSystemLocale({ dates: region, numbers: region, clock: null })
  const choices = inZone('UTC', () => choicesFor(parseWhen(typed, WEDNESDAY), WEDNESDAY, true))
  // Intl separates AM and PM with a narrow space.
  return choices.map(({ name, time, label }) => [name, time.replace('\u202f', ' '), label.replace('\u202f', ' ')])
}

describe('a choice is read as one sentence and shown without saying anything twice', () => {
  it.each([
    [
      'en',
      'en-US',
      [
        ['Later today', '5:00 PM', 'Later today at 5:00 PM'],
        ['Tomorrow', '9:00 AM', 'Tomorrow at 9:00 AM'],
        ['Monday', 'Nov 30 at 9:00 AM', 'Monday, Nov 30 at 9:00 AM'],
        ['In a week', 'Wednesday, December 2 at 9:00 AM', 'In a week, Wednesday, December 2 at 9:00 AM'],
        ['End snooze', '', 'End snooze'],
      ],
    ],
    [
      'de',
      'de-DE',
      [
        ['Später heute', '17:00', 'Später heute um 17:00'],
        ['Morgen', '9:00', 'Morgen um 9:00'],
        ['Montag', '30. Nov. um 9:00', 'Montag, 30. Nov. um 9:00'],
        ['In einer Woche', 'Mittwoch, 2. Dezember um 9:00', 'In einer Woche, Mittwoch, 2. Dezember um 9:00'],
        ['Zurückstellung beenden', '', 'Zurückstellung beenden'],
      ],
    ],
    [
      'es',
      'es-ES',
      [
        ['Hoy, más tarde', '17:00', 'Hoy, más tarde, 17:00'],
        ['Mañana', '9:00', 'Mañana, 9:00'],
        ['Lunes', '30 nov, 9:00', 'Lunes, 30 nov, 9:00'],
        ['En una semana', 'miércoles, 2 de diciembre, 9:00', 'En una semana, miércoles, 2 de diciembre, 9:00'],
        ['Dejar de posponer', '', 'Dejar de posponer'],
      ],
    ],
  ] as const)('among the presets in %s', (language, region, expected) => {
    expect(labels(language, region, '')).toEqual(expected)
  })

  it.each([
    ['en', 'en-US', 'tomorrow 9', 'Snooze until tomorrow at 9:00 AM'],
    ['en', 'en-US', 'if no reply by tomorrow 9', 'Remind if no reply by tomorrow at 9:00 AM'],
    ['de', 'de-DE', 'morgen 9 Uhr', 'Zurückstellen bis morgen um 9:00'],
    ['de', 'de-DE', 'ohne Antwort bis morgen 9 Uhr', 'Erinnern, wenn bis morgen um 9:00 keine Antwort kommt'],
    ['es', 'es-ES', 'mañana a las 9', 'Posponer hasta mañana, 9:00'],
    ['es', 'es-ES', 'si no responde antes de mañana a las 9', 'Recordar si no hay respuesta hasta mañana, 9:00'],
  ] as const)('for a typed time in %s, %s: %s', (language, region, typed, label) => {
    expect(labels(language, region, typed).map(([, , read]) => read)).toEqual([label])
  })
})
