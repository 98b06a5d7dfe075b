import { describe, expect, it } from 'vitest'
import { extendBy, extendTo, type Picking } from '../../../src/commands/extend.ts'
import { listingOf } from '../../../src/catalogue/listing.ts'
import { idsPicked, NONE_PICKED, pick } from '../../../src/catalogue/picked.ts'

const LISTED = listingOf({ name: 'inbox', channel: null }, [...'abcde'])

function from(selectedId: string | null, picked = '', anchorId: string | null = null): Picking {
  return { selectedId, anchorId, picked: pick(NONE_PICKED, [...picked]) }
}

function told({ selectedId, picked, anchorId }: Picking): string {
  return `${[...idsPicked(picked)].toSorted().join('')} on ${selectedId ?? '-'} from ${anchorId ?? '-'}`
}

describe('one row further', () => {
  it.each([
    ['begins with the row that is selected, and takes the next', from('b'), 'ddd', 'bcde on e from b'],
    ['goes up as well', from('d'), 'uu', 'bcd on b from d'],
    ['lets go again on the way back', from('b'), 'dduu', 'b on b from b'],
    ['goes over its beginning to the other side', from('c'), 'duu', 'bc on b from c'],
    ['stays at the end', from('d'), 'ddd', 'de on e from d'],
    ['begins at the top where nothing is selected', from(null), 'dd', 'ab on b from a'],
    ['adds to what is picked already', from('d', 'a'), 'd', 'ade on e from d'],
    ['goes on from a row picked by itself', from('c', 'c', 'c'), 'd', 'cd on d from c'],
    ['begins anew where its beginning has left the list', from('b', 'b', 'gone'), 'd', 'bc on c from b'],
  ])('%s', (_, begun, steps, expected) => {
    const walked = [...steps].reduce((picking, step) => extendBy(LISTED, picking, step === 'd' ? 1 : -1), begun)
    expect(told(walked)).toBe(expected)
  })

  it('does nothing in an empty list', () => {
    expect(told(extendBy(listingOf({ name: 'inbox', channel: null }, []), from(null), 1))).toBe(' on - from -')
  })
})

describe('all up to a row', () => {
  it.each([
    ['from the selected one', from('b'), 'd', 'bcd on d from b'],
    ['upwards', from('d'), 'b', 'bcd on b from d'],
    ['from where it began', from('d', 'b', 'b'), 'c', 'bc on c from b'],
    ['the row alone, where nothing is selected', from(null), 'c', 'c on c from c'],
  ])('%s', (_, begun, id, expected) => {
    expect(told(extendTo(LISTED, begun, id))).toBe(expected)
  })
})
