import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { setLanguage, type TextLanguage } from '../../../../src/shared/language.ts'
import { listText } from '../../../../src/shared/messages/list-text.ts'
import { makeTexts } from '../../../../src/shared/messages/texts.ts'
import { setSystemLocale } from '../../../../src/shared/region/locale.ts'

const EN = {
  'a.plain': 'No matches',
  'a.name': 'Reply to {name}',
  'a.rows': '{count, plural, one {# conversation} other {# conversations}}',
  'a.both': '{name} sent {count, number} of {total, number}',
  'a.ended': 'Checked by {name}.',
} as const
const DE = {
  'a.plain': 'Keine Treffer',
  'a.name': '{name} antworten',
  'a.rows': '{count, plural, one {# Unterhaltung} other {# Unterhaltungen}}',
  'a.both': '{name}: {count, number} von {total, number} gesendet',
  'a.ended': 'Geprüft von {name}.',
}
const { text, parts } = makeTexts(EN, { de: DE, es: { ...EN, 'a.plain': 'Sin resultados' } })

afterEach(() => {
  setLanguage('en')
  setSystemLocale({ dates: 'en-US', numbers: 'en-US', clock: null })
})

function inLanguage<T>(language: TextLanguage, write: () => T): T {
  setLanguage(language)
  return write()
}

describe('text', () => {
  it.each([
    ['en', 1, '1 conversation'],
    ['en', 12_345, '12,345 conversations'],
    ['de', 1, '1 Unterhaltung'],
    ['de', 0, '0 Unterhaltungen'],
  ] as const)('in %s counts %s as %s', (language, count, expected) => {
    expect(inLanguage(language, () => text('a.rows', { count }))).toBe(expected)
  })

  it('writes numbers in the format of the system’s region, whatever the language', () => {
    setSystemLocale({ dates: 'en-US', numbers: 'de-DE', clock: null })
    expect(text('a.rows', { count: 12_345 })).toBe('12.345 conversations')
  })

  it('follows a change of the language', () => {
    expect([text('a.plain'), inLanguage('es', () => text('a.plain')), inLanguage('de', () => text('a.plain'))]).toEqual(
      ['No matches', 'Sin resultados', 'Keine Treffer'],
    )
  })

  it.each([
    ['Anna', 'Checked by Anna.'],
    ['Anna Jr.', 'Checked by Anna Jr.'],
    ['Anna...', 'Checked by Anna....'],
    ['.', 'Checked by ..'],
  ])('ends a sentence with one period after %s', (name, expected) => {
    expect(text('a.ended', { name })).toBe(expected)
    expect(text('a.name', { name })).toBe(`Reply to ${name}`)
  })

  it('keeps what a user or a customer typed as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('en', 'de', 'en-XA'), (name, language) => {
        expect(inLanguage(language, () => text('a.name', { name }))).toContain(name)
      }),
    )
  })

  it.each(['{x}', '<b>bold</b>', "it's '{'", '#', '{name}'])('takes the name %s literally', (name) => {
    expect(text('a.name', { name })).toBe(`Reply to ${name}`)
  })
})

describe('the pseudo-language', () => {
  it('written from right to left turns each word and keeps values', () => {
    setLanguage('ar-XB')
    expect(text('a.name', { name: 'Anna' })).toBe('\u{202e}Reply\u{202c} \u{202e}to\u{202c} Anna')
    expect(text('a.rows', { count: 2 })).toBe('2 \u{202e}conversations\u{202c}')
  })

  it('is accented, at least 40 % longer, and keeps values', () => {
    setLanguage('en-XA')
    expect(text('a.plain')).toMatch(/^Ñö ɱåţçĥéš~{4}$/u)
    const both = text('a.both', { name: 'John Smith', count: 1, total: 2_000 })
    expect(both).toContain('John Smith')
    expect(both).toContain('2,000')
    expect(both).not.toContain('sent')
  })
})

it('parts returns elements between the texts', () => {
  const element = { kind: 'element' }
  expect(parts('a.name', { name: element })).toEqual(['Reply to ', element])
})

it.each([
  ['en', 'a, b, and c'],
  ['de', 'a, b und c'],
  ['es', 'a, b y c'],
] as const)('lists in %s: %s', (language, expected) => {
  expect(inLanguage(language, () => listText(['a', 'b', 'c']))).toBe(expected)
})
