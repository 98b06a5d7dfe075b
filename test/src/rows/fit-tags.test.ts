import { describe, expect, it } from 'vitest'
import { fitTags, TAG_STEPS_PX } from '../../../src/rows/fit-tags.ts'

const ALONE = { usedPx: 0, share: 1 }
const FORTY = Array.from({ length: 40 }, (_, index) => `tag ${index}`)

describe('fitTags', () => {
  it('shows every tag that fits, and more in a wider row', () => {
    expect(fitTags(['vip'], ALONE)).toEqual([1, 1, 1, 1])
    expect(fitTags(['vip', 'Billing'], ALONE)).toEqual([2, 2, 2, 2])
    expect(fitTags(FORTY, ALONE)).toEqual([2, 3, 4, 4])
  })

  it('shows one tag at least, which may be cut', () => {
    expect(fitTags(FORTY, { usedPx: 500, share: 1 })).toEqual([1, 1, 1, 1])
    expect(fitTags(['a'.repeat(200), 'b'.repeat(200)], ALONE)[0]).toBe(1)
  })

  it('counts the marks before the tags, and shares a compact line with the text', () => {
    expect(fitTags(FORTY, { usedPx: 140, share: 1 })).toEqual([1, 1, 1, 3])
    expect(fitTags(FORTY, { usedPx: 0, share: 0.5 })).toEqual([1, 1, 2, 2])
  })

  it('takes wide letters for wide', () => {
    const wide = ['\u91cd\u8981\u5ba2\u6236', '\u65b0\u5ba2\u6236', '\u9000\u8ca8']
    expect(fitTags(wide, ALONE)[0]).toBeLessThan(fitTags(['abcd', 'abc', 'ab'], ALONE)[0] ?? 0)
  })

  it('has no tags for none', () => {
    expect(fitTags([], ALONE)).toEqual(TAG_STEPS_PX.map(() => 0))
  })
})
