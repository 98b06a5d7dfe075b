import { describe, expect, it } from 'vitest'
import { afterDone, neighbour, neighbourAmong } from '../../../src/commands/navigation.ts'
import { listingOf, NOTHING_LISTED } from '../../../src/catalogue/listing.ts'

const listOf = (...ids: string[]) => listingOf({ name: 'inbox', channel: null }, ids)
const IDS = listOf('a', 'b', 'c')

describe('neighbour', () => {
  it.each([
    [null, 1, 'a'],
    ['a', 1, 'b'],
    ['c', 1, 'c'],
    ['a', -1, 'a'],
    ['c', -1, 'b'],
    ['not listed', 1, 'a'],
  ] as const)('moves from %s by %i to %s', (from, step, to) => {
    expect(neighbour(IDS, from, step)).toBe(to)
  })

  it.each([
    [1, 1, 'b'],
    [-1, 1, 'a'],
    [1, 0, 'a'],
    [-1, 0, 'a'],
    [1, 3, 'c'],
    [-1, 3, 'c'],
  ] as const)('moves by %i from a row that left index %i to %s', (step, lostPlace, to) => {
    expect(neighbour(IDS, 'gone', step, lostPlace)).toBe(to)
  })

  it('goes nowhere in an empty list', () => {
    expect(neighbour(NOTHING_LISTED, 'a', -1, 2)).toBeNull()
    expect(neighbour(NOTHING_LISTED, 'a', 1)).toBeNull()
  })
})

describe('neighbourAmong', () => {
  const isWanted = (id: string) => id !== 'b'

  it.each([
    [null, 1, 'a'],
    [null, -1, 'c'],
    ['a', 1, 'c'],
    ['b', 1, 'c'],
    ['b', -1, 'a'],
    ['c', 1, 'a'],
    ['a', -1, 'c'],
    ['not listed', 1, 'a'],
  ] as const)('moves from %s by %i to %s, wrapping at the ends', (from, step, to) => {
    expect(neighbourAmong(IDS, from, step, isWanted)).toBe(to)
  })

  it('goes nowhere when there is no other', () => {
    expect(neighbourAmong(IDS, 'a', 1, (id) => id === 'a')).toBeNull()
    expect(neighbourAmong(IDS, null, -1, () => false)).toBeNull()
    expect(neighbourAmong(listOf(), 'a', 1, () => true)).toBeNull()
  })
})

describe('afterDone', () => {
  it.each([
    ['next', 'a', true, 'b'],
    ['next', 'b', true, 'c'],
    ['next', 'c', true, 'b'],
    ['next', 'a', false, 'b'],
    ['next', 'c', false, 'c'],
    ['previous', 'c', true, 'b'],
    ['previous', 'a', true, 'b'],
    ['previous', 'a', false, 'a'],
    ['list', 'b', true, null],
    ['list', 'b', false, null],
    ['first', 'c', true, 'a'],
    ['first', 'a', true, 'b'],
    ['first', 'a', false, 'b'],
    ['first', 'not listed', true, 'a'],
    ['next', 'not listed', true, null],
    ['next', 'not listed', false, 'not listed'],
  ] as const)('goes with %s, after %s (leaves the list: %s), to %s', (advance, doneId, isLeaving, to) => {
    expect(afterDone(IDS, doneId, { advance, isLeaving })).toBe(to)
  })

  it('selects nothing after the last one', () => {
    expect(afterDone(listOf('a'), 'a', { advance: 'next', isLeaving: true })).toBeNull()
    expect(afterDone(listOf('a'), 'a', { advance: 'first', isLeaving: true })).toBeNull()
    expect(afterDone(listOf('a'), 'a', { advance: 'first', isLeaving: false })).toBe('a')
  })
})
