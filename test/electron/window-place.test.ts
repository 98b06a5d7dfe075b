import fc from 'fast-check'
import { expect, it } from 'vitest'
import { keepPlace, placeToOpen } from '../../electron/window-place.ts'
import { makeMemoryFile } from './memory-file.ts'

const SCREEN = { x: 0, y: 0, width: 1_920, height: 1_040 }
const LEFT_SCREEN = { x: -1_280, y: 0, width: 1_280, height: 1_024 }
const AS_LEFT = { bounds: { x: 100, y: 50, width: 1_100, height: 700 }, isMaximized: false }

it('is where it was left', () => {
  expect(placeToOpen(AS_LEFT, [SCREEN])).toEqual(AS_LEFT)
  expect(placeToOpen({ ...AS_LEFT, isMaximized: true }, [SCREEN])).toEqual({ ...AS_LEFT, isMaximized: true })
})

it('is on the screen that is left when the one it stood on is gone', () => {
  const away = { bounds: { x: -1_200, y: 50, width: 1_000, height: 700 }, isMaximized: false }
  expect(placeToOpen(away, [SCREEN, LEFT_SCREEN])).toEqual(away)
  expect(placeToOpen(away, [SCREEN])).toEqual({ bounds: { width: 1_000, height: 700 }, isMaximized: false })
})

it.each([
  undefined,
  null,
  {},
  'text',
  { bounds: {} },
  { bounds: { x: 0, y: 0, width: 0, height: 0 }, isMaximized: false },
  { bounds: { ...AS_LEFT.bounds, x: 1.5 }, isMaximized: false },
])('is a good one at first, or when what was kept makes no sense: %j', (stored) => {
  expect(placeToOpen(stored, [SCREEN])).toEqual({ bounds: { width: 1_280, height: 800 }, isMaximized: false })
})

it('can always be caught with a hand', () => {
  const number = fc.integer({ min: -5_000, max: 5_000 })
  const size = fc.integer({ min: 1, max: 5_000 })
  fc.assert(
    fc.property(fc.record({ x: number, y: number, width: size, height: size }), (bounds) => {
      const { bounds: opened } = placeToOpen({ bounds, isMaximized: false }, [SCREEN])
      expect(opened.width).toBeGreaterThanOrEqual(900)
      expect(opened.height).toBeGreaterThanOrEqual(600)
      if (opened.x === undefined || opened.y === undefined) return
      expect(opened.x).toBeLessThanOrEqual(SCREEN.width - 100)
      expect(opened.y).toBeLessThanOrEqual(SCREEN.height - 100)
      expect(opened.x + (opened.width ?? 0)).toBeGreaterThanOrEqual(100)
    }),
  )
})

it('does not stop the app from closing when it cannot be kept', () => {
  const file = makeMemoryFile()
  expect(keepPlace(file, AS_LEFT)).toBe(true)
  expect(file.state).toEqual(AS_LEFT)
  file.isFull = true
  expect(keepPlace(file, AS_LEFT)).toBe(false)
})
