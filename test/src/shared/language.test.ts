import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { directionOf, languageOf } from '../../../src/shared/language.ts'

describe('languageOf', () => {
  it.each([
    ['de', ['en-US'], 'de'],
    ['en-XA', ['de-DE'], 'en-XA'],
    ['system', ['de-AT', 'en'], 'de'],
    ['system', ['fr-FR', 'es-MX', 'en'], 'es'],
    ['system', ['ES'], 'es'],
    ['system', ['de_DE.UTF-8'], 'de'],
    ['system', ['fr', 'ja'], 'en'],
    // A language whose code only starts like one of ours.
    ['system', ['est-EE', 'den'], 'en'],
    ['system', ['', 'C', 'POSIX'], 'en'],
    ['system', [], 'en'],
  ] as const)('for the setting %s on a system with %j it is %s', (setting, tags, language) => {
    expect(languageOf(setting, tags)).toBe(language)
  })
})

it.each([
  ['en', 'ltr'],
  ['de', 'ltr'],
  ['en-XA', 'ltr'],
  ['ar-XB', 'rtl'],
] as const)('directionOf %s is %s', (language, direction) => {
  expect(directionOf(language)).toBe(direction)
})

describe('the language of the window', () => {
  it.each([
    ['de', 'de', 'de'],
    ['en-XA', 'en-XA', 'en'],
    ['ar-XB', 'ar-XB', 'en'],
    ['fr', 'en', 'en'],
    ['', 'en', 'en'],
  ])('is read from a document in %j', async (lang, language, rules) => {
    vi.stubGlobal('document', { documentElement: { lang } })
    vi.resetModules()
    onTestFinished(() => {
      vi.unstubAllGlobals()
    })
    const module = await import('../../../src/shared/language.ts')
    expect([module.currentLanguage(), module.ruleLanguage()]).toEqual([language, rules])
  })
})
