import { describe, expect, it } from 'vitest'
import { afterLeaving, neighbour } from '../../../src/commands/navigation.ts'
import { listingOf, NOTHING_LISTED } from '../../../src/db/listing.ts'

const list = (...ids: string[]) => listingOf({ name: 'inbox', channel: null }, ids)
const IDS = list('a', 'b', 'c')

describe('where the selection goes', () => {
  it.each([
    [null, 1, 'a'],
    ['a', 1, 'b'],
    ['c', 1, 'c'],
    ['a', -1, 'a'],
    ['c', -1, 'b'],
    ['not listed', 1, 'a'],
  ] as const)('from %s by %i to %s', (from, step, to) => {
    expect(neighbour(IDS, from, step)).toBe(to)
  })

  it('nowhere in an empty list', () => {
    expect(neighbour(NOTHING_LISTED, 'a', 1)).toBeNull()
  })

  it.each([
    ['a', 'b'],
    ['c', 'b'],
    ['not listed', null],
  ] as const)('after %s has left, to %s', (leaving, to) => {
    expect(afterLeaving(IDS, leaving)).toBe(to)
  })

  it('to nothing after the last one', () => {
    expect(afterLeaving(list('a'), 'a')).toBeNull()
  })
})
