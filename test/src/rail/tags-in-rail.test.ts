import { describe, expect, it } from 'vitest'
import { tagsInRail } from '../../../src/rail/tags-in-rail.ts'

const COUNTS = { vip: 9, billing: 2, refund: 2, old: 0, a: 1, b: 1, c: 1 }
const told = (wanted: Parameters<typeof tagsInRail>[1]) => {
  const { tags, hiddenCount } = tagsInRail(COUNTS, wanted)
  return `${tags.map(({ tag, count }) => `${tag} ${count}`).join(', ')} + ${hiddenCount}`
}

describe('the tags beside the views', () => {
  it.each([
    ['those on most conversations', { current: null, isExpanded: false }, 'vip 9, billing 2, refund 2, a 1, b 1 + 2'],
    [
      'and the one that is shown',
      { current: 'old', isExpanded: false },
      'vip 9, billing 2, refund 2, a 1, b 1, old 0 + 1',
    ],
    ['which is there once', { current: 'vip', isExpanded: false }, 'vip 9, billing 2, refund 2, a 1, b 1 + 2'],
    [
      'all by name, when asked for',
      { current: null, isExpanded: true },
      'a 1, b 1, billing 2, c 1, old 0, refund 2, vip 9 + 0',
    ],
    [
      'none of those that are on none',
      { current: 'gone', isExpanded: false },
      'vip 9, billing 2, refund 2, a 1, b 1 + 2',
    ],
  ])('are %s', (_, wanted, expected) => {
    expect(told(wanted)).toBe(expected)
  })
})
