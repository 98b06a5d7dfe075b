import { describe, expect, it } from 'vitest'
import { BADGE_SIZE, badgeText, drawBadge } from '../../../../electron/shell/badge/badge-image.ts'
import { makeBadge } from '../../../../electron/shell/badge/badge.ts'

function begin(platform: string) {
  const told: unknown[] = []
  const badge = makeBadge(platform, {
    setCount: (count) => told.push(count),
    setOverlay: (text, description) => told.push([text, description]),
  })
  return { told, show: (count: number) => badge.showBadge({ count }) }
}

describe('the badge', () => {
  it.each(['darwin', 'linux'])('is a number on %s, told when it changes', async (platform) => {
    const { told, show } = begin(platform)
    for (const count of [0, 3, 3, 12, 0]) await show(count)
    expect(told).toEqual([3, 12, 0])
  })

  it('is a picture on Windows, and no picture for nothing', async () => {
    const { told, show } = begin('win32')
    for (const count of [1, 12, 0]) await show(count)
    expect(told).toEqual([
      ['1', '1 conversation waits'],
      ['9+', '12 conversations wait'],
      [null, ''],
    ])
  })
})

describe('the picture', () => {
  const at = (pixels: Buffer, x: number, y: number): readonly number[] => [
    ...pixels.subarray((y * BADGE_SIZE + x) * 4, (y * BADGE_SIZE + x) * 4 + 4),
  ]

  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])('of %s is white on a red disc, clear in the corners', (count) => {
    const pixels = drawBadge(badgeText(count))
    expect(pixels).toHaveLength(BADGE_SIZE * BADGE_SIZE * 4)
    expect(at(pixels, 0, 0)).toEqual([0, 0, 0, 0])
    expect(at(pixels, BADGE_SIZE / 2, 2)).toEqual([0x2f, 0x29, 0xc0, 0xff])
    const white = Array.from({ length: BADGE_SIZE ** 2 }, (_, index) => pixels.readUInt32LE(index * 4)).filter(
      (pixel) => pixel === 0xffffffff,
    )
    expect(white.length).toBeGreaterThan(80)
  })

  it('differs from digit to digit', () => {
    const pictures = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((count) => drawBadge(badgeText(count)).toString('base64'))
    expect(new Set(pictures).size).toBe(10)
  })
})
