import { describe, expect, it } from 'vitest'
import { BADGE_SIZE, badgeText, drawBadge } from '../../../../electron/shell/badge/badge-image.ts'
import { makeBadge } from '../../../../electron/shell/badge/badge.ts'

function begin(platform: string) {
  const calls: unknown[] = []
  const badge = makeBadge(platform, {
    setCount: (count) => calls.push(count),
    setOverlay: (text, description) => calls.push([text, description]),
  })
  return { calls, show: (count: number) => badge.showBadge({ count }) }
}

describe('the badge', () => {
  it.each(['darwin', 'linux'])('is a number on %s, set when it changes', async (platform) => {
    const { calls, show } = begin(platform)
    for (const count of [0, 3, 3, 12, 0]) await show(count)
    expect(calls).toEqual([3, 12, 0])
  })

  it('is an image on Windows and is removed at 0', async () => {
    const { calls, show } = begin('win32')
    for (const count of [1, 12, 0]) await show(count)
    expect(calls).toEqual([
      ['1', '1 conversation waiting'],
      ['9+', '12 conversations waiting'],
      [null, ''],
    ])
  })
})

describe('drawBadge', () => {
  const at = (pixels: Buffer, x: number, y: number): readonly number[] => [
    ...pixels.subarray((y * BADGE_SIZE + x) * 4, (y * BADGE_SIZE + x) * 4 + 4),
  ]

  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])('draws %s in white on a red disc with transparent corners', (count) => {
    const pixels = drawBadge(badgeText(count))
    expect(pixels).toHaveLength(BADGE_SIZE * BADGE_SIZE * 4)
    expect(at(pixels, 0, 0)).toEqual([0, 0, 0, 0])
    expect(at(pixels, BADGE_SIZE / 2, 2)).toEqual([0x2f, 0x29, 0xc0, 0xff])
    const white = Array.from({ length: BADGE_SIZE ** 2 }, (_, index) => pixels.readUInt32LE(index * 4)).filter(
      (pixel) => pixel === 0xffffffff,
    )
    expect(white.length).toBeGreaterThan(80)
  })

  it('draws each digit differently', () => {
    const pictures = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((count) => drawBadge(badgeText(count)).toString('base64'))
    expect(new Set(pictures).size).toBe(10)
  })
})
