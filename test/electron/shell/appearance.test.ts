import { expect, it } from 'vitest'
import { makeAppearance } from '../../../electron/shell/appearance.ts'
import { languageOf } from '../../../src/shared/language.ts'
import type { Look } from '../../../src/shared/look.ts'
import { makeMemoryFile } from '../memory-file.ts'

function aSurface() {
  const shown: Look['theme'][] = []
  const languages: Look['language'][] = []
  const zoom = { level: 0 }
  return {
    shown,
    languages,
    showTheme: (theme: Look['theme']) => shown.push(theme),
    useLanguage(language: Look['language']) {
      languages.push(language)
      return languageOf(language, ['de-AT'])
    },
    zoomLevel: () => zoom.level,
    zoomTo(level: number) {
      zoom.level = level
    },
  }
}

it('the chosen theme applies at the next start before there is a window', () => {
  const file = makeMemoryFile()
  const before = aSurface()
  expect(makeAppearance(file, before).change({ theme: 'dark' })).toEqual({
    theme: 'dark',
    language: 'system',
    textLanguage: 'de',
    zoomLevel: 0,
  })
  expect(before.shown).toEqual(['system', 'dark'])
  const after = aSurface()
  makeAppearance(file, after)
  expect(after.shown).toEqual(['dark'])
})

it('the zoom level is read from the window', () => {
  const surface = aSurface()
  const appearance = makeAppearance(makeMemoryFile(), surface)
  surface.zoomTo(1.5)
  expect(appearance.read().zoomLevel).toBe(1.5)
  expect(appearance.change({ zoomLevel: 0 })).toMatchObject({ theme: 'system', zoomLevel: 0 })
})

it.each([
  [undefined, 'system', 'system'],
  [{}, 'system', 'system'],
  ['dark', 'system', 'system'],
  [{ theme: 'pink', language: 'de' }, 'system', 'de'],
  [{ theme: 'dark', language: 'tlh' }, 'dark', 'system'],
  [{ theme: 'dark' }, 'dark', 'system'],
])('when the file contains %j, the theme is %s and the language %s', (state, theme, language) => {
  const surface = aSurface()
  makeAppearance(makeMemoryFile(state), surface)
  expect([surface.shown, surface.languages]).toEqual([[theme], [language]])
})

it('the chosen language applies at once and at the next start, and the theme stays', () => {
  const file = makeMemoryFile({ theme: 'dark' })
  const before = aSurface()
  const changed = makeAppearance(file, before).change({ language: 'es' })
  expect(changed).toMatchObject({ theme: 'dark', language: 'es', textLanguage: 'es' })
  expect(before.languages).toEqual(['system', 'es'])
  const after = aSurface()
  makeAppearance(file, after)
  expect([after.shown, after.languages]).toEqual([['dark'], ['es']])
})
