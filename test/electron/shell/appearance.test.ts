import { expect, it } from 'vitest'
import { makeAppearance } from '../../../electron/shell/appearance.ts'
import type { Look } from '../../../src/shared/look.ts'
import { makeMemoryFile } from '../memory-file.ts'

function aSurface() {
  const shown: Look['theme'][] = []
  const zoom = { level: 0 }
  return {
    shown,
    showTheme: (theme: Look['theme']) => shown.push(theme),
    zoomLevel: () => zoom.level,
    zoomTo(level: number) {
      zoom.level = level
    },
  }
}

it('the chosen theme applies at the next start before there is a window', () => {
  const file = makeMemoryFile()
  const before = aSurface()
  expect(makeAppearance(file, before).change({ theme: 'dark' })).toEqual({ theme: 'dark', zoomLevel: 0 })
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
  expect(appearance.change({ zoomLevel: 0 })).toEqual({ theme: 'system', zoomLevel: 0 })
})

it.each([[undefined], [{}], [{ theme: 'pink' }], ['dark']])(
  'the theme follows the system when the file contains %j',
  (state) => {
    const surface = aSurface()
    makeAppearance(makeMemoryFile(state), surface)
    expect(surface.shown).toEqual(['system'])
  },
)
