import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, it } from 'vitest'
import { DE as MAIN_DE } from '../../../electron/strings/de.ts'
import { EN as MAIN_EN } from '../../../electron/strings/en.ts'
import { ES as MAIN_ES } from '../../../electron/strings/es.ts'
import { DE } from '../../../src/strings/de/all.ts'
import { EN } from '../../../src/strings/en/all.ts'
import { ES } from '../../../src/strings/es/all.ts'

type Catalogue = Readonly<Record<string, string>>
const WINDOW: Readonly<Record<string, Catalogue>> = { en: EN, de: DE, es: ES }
const MAIN: Readonly<Record<string, Catalogue>> = { en: MAIN_EN, de: MAIN_DE, es: MAIN_ES }

/** Names, kinds and options of everything that a message asks for, at any depth, sorted. */
function askedBy(message: string): readonly string[] {
  const asked = new Set<string>()
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(walk)
    if (typeof value !== 'object' || value === null) return
    const { type, value: name, options, children } = value as Record<string, unknown>
    // 0 is literal text and 7 the number sign of a plural.
    if (typeof type === 'number' && type !== 0 && type !== 7) {
      // 5 is a select: the code passes one of its options.
      asked.add(
        `${String(type)} ${String(name)}${
          type === 5
            ? ` ${Object.keys(options ?? {})
                .sort()
                .join()}`
            : ''
        }`,
      )
    }
    walk(children)
    for (const option of Object.values(options ?? {})) walk((option as { value: unknown }).value)
  }
  walk(IntlMessageFormat.__parse?.(message))
  return [...asked].sort()
}

/** Categories of the plurals in a message that its language never uses, or needs and lacks. */
function wrongPlurals(message: string, language: string): readonly string[] {
  const needed = new Set(new Intl.PluralRules(language).resolvedOptions().pluralCategories)
  const wrong: string[] = []
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(walk)
    if (typeof value !== 'object' || value === null) return
    const { type, options, children } = value as Record<string, unknown>
    const names = Object.keys(options ?? {})
    // Spanish "many" is for millions, and "other" covers it.
    if (type === 6) {
      wrong.push(...names.filter((name) => !name.startsWith('=') && !needed.has(name as Intl.LDMLPluralRule)))
      wrong.push(
        ...[...needed].filter(
          (name) => name !== 'many' && !names.includes(name) && !(name === 'one' && names.includes('=1')),
        ),
      )
    }
    walk(children)
    for (const option of Object.values(options ?? {})) walk((option as { value: unknown }).value)
  }
  walk(IntlMessageFormat.__parse?.(message))
  return wrong
}

describe.each([
  ['window', WINDOW],
  ['main process', MAIN],
])('the texts of the %s', (_, catalogues) => {
  const english = catalogues['en'] ?? {}

  it.each(['de', 'es'])('ask for the same values in %s', (language) => {
    const translated = catalogues[language] ?? {}
    const different = Object.keys(english).filter(
      (id) => askedBy(english[id] ?? '').join() !== askedBy(translated[id] ?? '').join(),
    )
    expect(different).toEqual([])
  })

  it.each(['en', 'de', 'es'])('have the plural forms of %s', (language) => {
    const bad = Object.entries(catalogues[language] ?? {}).filter(
      ([, message]) => wrongPlurals(message, language).length > 0,
    )
    expect(bad).toEqual([])
  })

  it.each(['en', 'de', 'es'])(
    'are typeset in %s: no straight quotes, no three dots, no spaces at the ends',
    (language) => {
      const bad = Object.entries(catalogues[language] ?? {}).filter(
        ([, message]) => /(?<!\w=)"|\p{L}'\p{L}|\.\.\.|^\s|\s$|\s{2}/u.test(message) || message === '',
      )
      expect(bad).toEqual([])
    },
  )

  it.each(['de', 'es'])('are translated into %s', (language) => {
    const translated = catalogues[language] ?? {}
    const ids = Object.keys(english).filter((id) => /\p{L}{3}/u.test((english[id] ?? '').replaceAll(/\{[^}]*\}/g, '')))
    const same = ids.filter((id) => translated[id] === english[id])
    // Names, and words that are the same in both languages.
    expect(same.length).toBeLessThan(ids.length / 10 + 1)
  })
})

it('askedBy and wrongPlurals see differences', () => {
  expect(askedBy('{a} <b>{n, plural, one {x} other {{c}}}</b>')).toEqual(['1 a', '1 c', '6 n', '8 b'])
  expect(askedBy('{a}')).not.toEqual(askedBy('{b}'))
  expect(askedBy('{a}')).not.toEqual(askedBy('{a, number}'))
  expect(askedBy('{k, select, x {1} other {2}}')).not.toEqual(askedBy('{k, select, y {1} other {2}}'))
  expect(wrongPlurals('{n, plural, other {x}}', 'de')).toEqual(['one'])
  expect(wrongPlurals('{n, plural, one {x} few {y} other {z}}', 'de')).toEqual(['few'])
  expect(wrongPlurals('{n, plural, =1 {x} other {z}}', 'es')).toEqual([])
})
