import { describe, expect, it } from 'vitest'
import { listingOf } from '../../../src/catalogue/listing.ts'
import { anchorShift } from '../../../src/inbox/anchor-shift.ts'

const rows = (ids: string) => listingOf({ name: 'inbox', channel: null }, [...ids])
/** C to F are in sight. */
const SEEN = { first: 2, count: 4 }

describe('a list that changes above what is read', () => {
  it.each([
    ['ABCDEFGH', 'ABCDEFGH', 0],
    ['ABCDEFGH', 'XABCDEFGH', 1],
    ['ABCDEFGH', 'XYABCDEFGH', 2],
    ['ABCDEFGH', 'BCDEFGH', -1],
    ['ABCDEFGH', 'ABCDEFXGH', 0],
    // One that is in sight leaps to the top: the others tell.
    ['ABCDEFGH', 'EABCDFGH', 1],
    // From below to the top.
    ['ABCDEFGH', 'HABCDEFG', 1],
    ['ABCDEFGH', 'XYZ', 0],
    ['ABCDEFGH', '', 0],
  ])('%s → %s moves by %i', (before, after, shift) => {
    expect(anchorShift(rows(before), rows(after), SEEN)).toBe(shift)
  })

  it('at its top shows what is new', () => {
    expect(anchorShift(rows('ABC'), rows('XABC'), { first: 0, count: 0 })).toBe(0)
  })
})
