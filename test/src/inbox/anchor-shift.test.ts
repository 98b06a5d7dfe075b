import { describe, expect, it } from 'vitest'
import { listingOf } from '../../../src/catalogue/listing.ts'
import { anchorShift } from '../../../src/inbox/anchor-shift.ts'

const rows = (ids: string) => listingOf({ name: 'inbox', channel: null }, [...ids])
/** C to F are visible. */
const VISIBLE = { first: 2, count: 4 }

describe('anchorShift', () => {
  it.each([
    ['ABCDEFGH', 'ABCDEFGH', 0],
    ['ABCDEFGH', 'XABCDEFGH', 1],
    ['ABCDEFGH', 'XYABCDEFGH', 2],
    ['ABCDEFGH', 'BCDEFGH', -1],
    ['ABCDEFGH', 'ABCDEFXGH', 0],
    // A visible row jumps to the top; the other rows decide.
    ['ABCDEFGH', 'EABCDFGH', 1],
    // A row below jumps to the top.
    ['ABCDEFGH', 'HABCDEFG', 1],
    ['ABCDEFGH', 'XYZ', 0],
    ['ABCDEFGH', '', 0],
  ])('from %s to %s is %i', (before, after, shift) => {
    expect(anchorShift(rows(before), rows(after), VISIBLE)).toBe(shift)
  })

  it('is 0 at the top of the list', () => {
    expect(anchorShift(rows('ABC'), rows('XABC'), { first: 0, count: 0 })).toBe(0)
  })
})
