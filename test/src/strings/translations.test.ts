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

/**
 * What a message asks for, at any depth, sorted: "value name", "tag b", "select kind a,b". A number and a plural are both "count n": a
 * language may inflect where another only writes the number.
 */
function askedBy(message: string): readonly string[] {
  const asked = new Set<string>()
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(walk)
    if (typeof value !== 'object' || value === null) return
    const { type, value: name, options, children } = value as Record<string, unknown>
    const kind = KINDS[Number(type)]
    const choices =
      kind === 'select'
        ? ` ${Object.keys(options ?? {})
            .sort()
            .join()}`
        : ''
    if (kind !== undefined) asked.add(`${kind} ${String(name)}${choices}`)
    walk(children)
    for (const option of Object.values(options ?? {})) walk((option as { value: unknown }).value)
  }
  walk(IntlMessageFormat.__parse?.(message))
  return [...asked].sort()
}

/** By the number that the parser gives each kind of part. Literal text and the number sign of a plural ask for nothing. */
const KINDS: readonly (string | undefined)[] = [
  undefined,
  'value',
  'count',
  'date',
  'time',
  'select',
  'count',
  undefined,
  'tag',
]

/** `modName` and `Kbd` have the name on the user's system. */
const MODIFIER = /[⌘⌥⇧⌃]|(?<!\p{L})(?:Ctrl|Cmd|Shift|Strg|Umschalt|Mayús)(?!\p{L})/u

/** A number and its unit with a space between them that may end a line. */
const UNIT = /[\d}] (?:s|ms|kB|KB|MB|GB|%|min|h)(?!\p{L})/u

/** What a translation asks for and does not get, and what it leaves out. A count may be left out: not every language inflects. */
function differences(english: string, translated: string): readonly string[] {
  const [given, asked] = [askedBy(english), askedBy(translated)]
  return [
    ...asked.filter((one) => !given.includes(one)),
    ...given.filter((one) => !asked.includes(one) && !one.startsWith('count ')),
  ]
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
    // Spanish "many" is for millions, and "other" covers it. With "other" alone the language doesn't inflect here.
    if (type === 6 && names.join() !== 'other') {
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
      (id) => differences(english[id] ?? '', translated[id] ?? '').length > 0,
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
        ([, message]) => /^(?!"[^"]*"$).*(?<!\w=)"|\p{L}'\p{L}|\.\.\.|^\s|\s$|\s{2}/u.test(message) || message === '',
      )
      expect(bad).toEqual([])
    },
  )

  it.each(['en', 'de', 'es'])('name no modifier key in %s: each system has its own', (language) => {
    const bad = Object.entries(catalogues[language] ?? {}).filter(
      ([id, message]) => !/^words\.(cap|key)\./.test(id) && MODIFIER.test(message),
    )
    expect(bad).toEqual([])
  })

  it.each(['de', 'es'])('keep numbers and their units in one line in %s', (language) => {
    const bad = Object.entries(catalogues[language] ?? {}).filter(([, message]) => UNIT.test(message))
    expect(bad).toEqual([])
  })

  it.each(['de', 'es'])('are translated into %s', (language) => {
    const translated = catalogues[language] ?? {}
    const ids = Object.keys(english).filter((id) => /\p{L}{3}/u.test((english[id] ?? '').replaceAll(/\{[^}]*\}/g, '')))
    const same = ids.filter((id) => translated[id] === english[id])
    // Names, and words that are the same in both languages.
    expect(same.length).toBeLessThan(ids.length / 10 + 1)
  })
})

it('MODIFIER, differences and wrongPlurals see faults', () => {
  expect(['Press Ctrl+K', 'Strg/⌘ und K', 'Mayús y J'].map((message) => MODIFIER.test(message))).toEqual([
    true,
    true,
    true,
  ])
  expect(MODIFIER.test('Command palette: the shift ends')).toBe(false)
  expect(askedBy('{a} <b>{n, plural, one {x} other {{c}}}</b>')).toEqual(['count n', 'tag b', 'value a', 'value c'])
  expect(differences('{a}', '{b}')).toEqual(['value b', 'value a'])
  expect(differences('{a}', '{a, number}')).toEqual(['count a', 'value a'])
  expect(differences('{n, number}', '{n, plural, one {x} other {y}}')).toEqual([])
  expect(differences('{n, plural, one {x} other {y}}', 'z')).toEqual([])
  expect(differences('{k, select, x {1} other {2}}', '{k, select, y {1} other {2}}')).not.toEqual([])
  expect(wrongPlurals('{n, plural, =0 {x} other {x}}', 'de')).toEqual(['one'])
  expect(wrongPlurals('{n, plural, one {x} few {y} other {z}}', 'de')).toEqual(['few'])
  expect(wrongPlurals('{n, plural, =1 {x} other {z}}', 'es')).toEqual([])
})
