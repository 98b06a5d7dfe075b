import { describe, expect, it } from 'vitest'
import { extendBy, extendTo, type Picking } from '../../../src/commands/extend.ts'
import { listingOf } from '../../../src/catalogue/listing.ts'
import { idsPicked, NONE_PICKED, pick } from '../../../src/catalogue/picked.ts'

const LISTED = listingOf({ name: 'inbox', channel: null }, [...'abcde'])

function from(selectedId: string | null, picked = '', anchorId: string | null = null): Picking {
  return { selectedId, anchorId, picked: pick(NONE_PICKED, [...picked]) }
}

function format({ selectedId, picked, anchorId }: Picking): string {
  return `${[...idsPicked(picked)].toSorted().join('')} on ${selectedId ?? '-'} from ${anchorId ?? '-'}`
}

describe('extendBy', () => {
  it.each([
    ['starts with the selected row and picks the next ones', from('b'), 'ddd', 'bcde on e from b'],
    ['goes up too', from('d'), 'uu', 'bcd on b from d'],
    ['unpicks on the way back', from('b'), 'dduu', 'b on b from b'],
    ['continues past its anchor to the other side', from('c'), 'duu', 'bc on b from c'],
    ['stops at the end', from('d'), 'ddd', 'de on e from d'],
    ['starts at the top when nothing is selected', from(null), 'dd', 'ab on b from a'],
    ['adds to the picked rows', from('d', 'a'), 'd', 'ade on e from d'],
    ['continues from a single picked row', from('c', 'c', 'c'), 'd', 'cd on d from c'],
    ['starts again when its anchor has left the list', from('b', 'b', 'gone'), 'd', 'bc on c from b'],
  ])('%s', (_, start, steps, expected) => {
    const end = [...steps].reduce((picking, step) => extendBy(LISTED, picking, step === 'd' ? 1 : -1), start)
    expect(format(end)).toBe(expected)
  })

  it('does nothing in an empty list', () => {
    expect(format(extendBy(listingOf({ name: 'inbox', channel: null }, []), from(null), 1))).toBe(' on - from -')
  })
})

describe('extendTo', () => {
  it.each([
    ['picks from the selected row', from('b'), 'd', 'bcd on d from b'],
    ['picks upwards', from('d'), 'b', 'bcd on b from d'],
    ['picks from the anchor', from('d', 'b', 'b'), 'c', 'bc on c from b'],
    ['picks only the row when nothing is selected', from(null), 'c', 'c on c from c'],
  ])('%s', (_, start, id, expected) => {
    expect(format(extendTo(LISTED, start, id))).toBe(expected)
  })
})
