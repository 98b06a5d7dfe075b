import { describe, expect, it } from 'vitest'
import { tagsInRail } from '../../../src/rail/tags-in-rail.ts'

const COUNTS = { vip: 9, billing: 2, refund: 2, old: 0, a: 1, b: 1, c: 1 }
const format = (wanted: Parameters<typeof tagsInRail>[1]) => {
  const { tags, hiddenCount } = tagsInRail(COUNTS, wanted)
  return `${tags.map(({ tag, count }) => `${tag} ${count}`).join(', ')} + ${hiddenCount}`
}

describe('tagsInRail', () => {
  it.each([
    [
      'the tags on the most conversations',
      { current: null, isExpanded: false },
      'vip 9, billing 2, refund 2, a 1, b 1 + 2',
    ],
    ['the current tag too', { current: 'old', isExpanded: false }, 'vip 9, billing 2, refund 2, a 1, b 1, old 0 + 1'],
    ['the current tag only once', { current: 'vip', isExpanded: false }, 'vip 9, billing 2, refund 2, a 1, b 1 + 2'],
    [
      'all tags by name when expanded',
      { current: null, isExpanded: true },
      'a 1, b 1, billing 2, c 1, old 0, refund 2, vip 9 + 0',
    ],
    [
      'no tag that is on no conversation',
      { current: 'gone', isExpanded: false },
      'vip 9, billing 2, refund 2, a 1, b 1 + 2',
    ],
  ])('shows %s', (_, wanted, expected) => {
    expect(format(wanted)).toBe(expected)
  })
})
