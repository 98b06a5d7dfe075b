import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keepPlace, minimumSize, placeToOpen } from '../../electron/window-place.ts'
import { makeMemoryFile } from './memory-file.ts'

const SCREEN = { x: 0, y: 0, width: 1_920, height: 1_040 }
const LAPTOP = { x: 0, y: 0, width: 1_366, height: 728 }
const LEFT_SCREEN = { x: -1_280, y: 0, width: 1_280, height: 1_024 }
const SCALED = { x: 0, y: 0, width: 683, height: 360 }
const AS_LEFT = { bounds: { x: 100, y: 50, width: 1_100, height: 700 }, isMaximized: false }
const CENTRED = { bounds: { x: 320, y: 120, width: 1_280, height: 800 }, isMaximized: false }

function bounds(x: number, y: number, width: number, height: number) {
  return { x, y, width, height }
}

describe('placeToOpen', () => {
  it('restores the stored position when it fits', () => {
    expect(placeToOpen(AS_LEFT, [SCREEN])).toEqual(AS_LEFT)
    expect(placeToOpen({ ...AS_LEFT, isMaximized: true }, [SCREEN])).toEqual({ ...AS_LEFT, isMaximized: true })
  })

  it.each([
    ['is larger than the screen', bounds(0, 0, 2_560, 1_400), [LAPTOP], bounds(0, 0, 1_366, 728)],
    [
      'is larger than the screen and begins far right',
      bounds(900, 500, 2_560, 1_400),
      [LAPTOP],
      bounds(0, 0, 1_366, 728),
    ],
    ['is wider than the screen alone', bounds(100, 20, 2_560, 600), [LAPTOP], bounds(0, 20, 1_366, 600)],
    ['begins above the screen', bounds(100, -300, 1_000, 700), [LAPTOP], bounds(100, 0, 1_000, 700)],
    ['ends below the screen', bounds(100, 500, 1_000, 700), [LAPTOP], bounds(100, 28, 1_000, 700)],
    ['begins left of the screen', bounds(-900, 10, 1_000, 700), [LAPTOP], bounds(0, 10, 1_000, 700)],
    ['is under a panel at the top', bounds(0, 0, 1_000, 700), [bounds(0, 28, 1_366, 740)], bounds(0, 28, 1_000, 700)],
    [
      'is on a screen with negative coordinates',
      bounds(-1_200, 50, 1_000, 700),
      [SCREEN, LEFT_SCREEN],
      bounds(-1_200, 50, 1_000, 700),
    ],
    [
      'is mostly on the second screen',
      bounds(-900, 50, 1_000, 700),
      [SCREEN, LEFT_SCREEN],
      bounds(-1_000, 50, 1_000, 700),
    ],
    ['was on a screen that is gone', bounds(-1_200, 50, 1_000, 700), [SCREEN], bounds(460, 170, 1_000, 700)],
    [
      'was a large one on a screen that is gone',
      bounds(5_000, 9_000, 3_840, 2_100),
      [LAPTOP],
      bounds(0, 0, 1_366, 728),
    ],
    ['is far away', bounds(Number.MAX_SAFE_INTEGER, 0, 1_000, 700), [SCREEN], bounds(460, 170, 1_000, 700)],
    ['is absurdly large', bounds(0, 0, Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER), [SCREEN], SCREEN],
    ['is smaller than the minimum', bounds(100, 50, 1, 1), [SCREEN], bounds(100, 50, 640, 360)],
    [
      'is on a screen smaller than the minimum',
      bounds(0, 0, 1_280, 800),
      [bounds(0, 0, 500, 300)],
      bounds(0, 0, 500, 300),
    ],
    ['is on a much scaled screen', bounds(0, 0, 1_280, 800), [SCALED], SCALED],
  ] as const)('fits the window to a screen when it %s', (_when, stored, screens, expected) => {
    for (const isMaximized of [false, true])
      expect(placeToOpen({ bounds: stored, isMaximized }, screens)).toEqual({ bounds: expected, isMaximized })
  })

  it.each([
    undefined,
    null,
    {},
    'text',
    { bounds: {} },
    { bounds: bounds(0, 0, 0, 0), isMaximized: false },
    { bounds: bounds(0, 0, -1_280, -800), isMaximized: false },
    { bounds: bounds(1.5, 50, 1_100, 700), isMaximized: false },
    { bounds: bounds(Number.NaN, 50, 1_100, 700), isMaximized: false },
    { bounds: bounds(0, 0, Number.POSITIVE_INFINITY, 700), isMaximized: false },
    { bounds: bounds(1e300, 50, 1_100, 700), isMaximized: false },
    { bounds: { x: null, y: null, width: null, height: null }, isMaximized: false },
    { bounds: AS_LEFT.bounds, isMaximized: 'yes' },
  ])('centres the window on the first screen when the stored position is invalid: %j', (stored) => {
    expect(placeToOpen(stored, [SCREEN, LEFT_SCREEN])).toEqual(CENTRED)
  })

  it('leaves the position to the system when no screen is known', () => {
    expect(placeToOpen(AS_LEFT, [])).toEqual({ bounds: { width: 1_100, height: 700 }, isMaximized: false })
  })

  it('always gives a position inside one screen with at least the minimum size', () => {
    const coordinate = fc.oneof(fc.integer({ min: -6_000, max: 6_000 }), fc.maxSafeInteger())
    const length = fc.oneof(fc.integer({ min: 1, max: 6_000 }), fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }))
    const rectangle = fc.record({ x: coordinate, y: coordinate, width: length, height: length })
    const near = fc.integer({ min: -5_000, max: 5_000 })
    const screen = fc.record({
      x: near,
      y: near,
      width: fc.integer({ min: 200, max: 5_000 }),
      height: fc.integer({ min: 200, max: 3_000 }),
    })
    const screens = fc.array(screen, { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(fc.oneof(rectangle, fc.anything()), fc.boolean(), screens, (stored, isMaximized, connected) => {
        const { bounds: opened } = placeToOpen({ bounds: stored, isMaximized }, connected)
        const { x, y, width, height } = opened
        if (x === undefined || y === undefined) throw new Error('a place has a position where there is a screen')
        const isInside = (area: typeof opened & { x: number; y: number }): boolean =>
          x >= area.x && y >= area.y && x + width <= area.x + area.width && y + height <= area.y + area.height
        const home = connected.find(isInside)
        if (home === undefined) throw new Error('the window is inside no screen')
        expect(width).toBeGreaterThanOrEqual(minimumSize(home).width)
        expect(height).toBeGreaterThanOrEqual(minimumSize(home).height)
      }),
      { numRuns: 2_000 },
    )
  })

  it('gives the same position when its result is stored', () => {
    const number = fc.integer({ min: -3_000, max: 3_000 })
    const size = fc.integer({ min: 1, max: 4_000 })
    fc.assert(
      fc.property(fc.record({ x: number, y: number, width: size, height: size }), (stored) => {
        const once = placeToOpen({ bounds: stored, isMaximized: false }, [SCREEN, LEFT_SCREEN])
        expect(placeToOpen(once, [SCREEN, LEFT_SCREEN])).toEqual(once)
      }),
    )
  })

  it('does not stop the app from closing when the position cannot be stored', () => {
    const file = makeMemoryFile()
    expect(keepPlace(file, AS_LEFT)).toBe(true)
    expect(file.state).toEqual(AS_LEFT)
    file.isFull = true
    expect(keepPlace(file, AS_LEFT)).toBe(false)
  })
})

describe('minimumSize', () => {
  it.each([
    [SCREEN, { width: 640, height: 360 }],
    [SCALED, { width: 640, height: 360 }],
    [bounds(0, 0, 640, 480), { width: 640, height: 360 }],
    [bounds(10, 10, 500, 300), { width: 500, height: 300 }],
  ])('fits the work area %j', (area, expected) => {
    expect(minimumSize(area)).toEqual(expected)
  })
})
