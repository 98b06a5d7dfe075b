import { describe, expect, it } from 'vitest'
import { moveBy } from '../../../src/rows/move-by.ts'

const press = (key: string, held: { ctrlKey?: boolean } = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
})
const TEN = { index: 4, count: 10, page: 3 }

describe('moveBy', () => {
  it.each([
    ['Home', 0],
    ['End', 9],
    ['PageDown', 7],
    ['PageUp', 1],
  ])('%s selects row %i', (key, row) => {
    expect(moveBy(press(key), TEN)).toBe(row)
  })

  it('stays within the list, also without a selection', () => {
    expect(moveBy(press('PageDown'), { ...TEN, index: 8 })).toBe(9)
    expect(moveBy(press('PageUp'), { ...TEN, index: -1 })).toBe(0)
    expect(moveBy(press('Home'), { ...TEN, count: 0 })).toBeNull()
  })

  it('ignores other keys and keys with a modifier', () => {
    expect(moveBy(press('j'), TEN)).toBeNull()
    expect(moveBy(press('ArrowDown'), TEN)).toBeNull()
    expect(moveBy(press('Home', { ctrlKey: true }), TEN)).toBeNull()
  })
})
