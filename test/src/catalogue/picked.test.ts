import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listingOf } from '../../../src/catalogue/listing.ts'
import {
  countPicked,
  idsPicked,
  isPicked,
  NONE_PICKED,
  pick,
  pickAll,
  type Picked,
  togglePicked,
  unpick,
} from '../../../src/catalogue/picked.ts'

const LISTED = ['a', 'b', 'c', 'd']
const LISTING = listingOf({ name: 'inbox', channel: null }, LISTED)
const id = fc.constantFrom(...LISTED, 'not listed', 'nor this')
const step = fc.oneof(
  fc.record({ kind: fc.constant('all' as const) }),
  fc.record({ kind: fc.constantFrom('pick' as const, 'unpick' as const), ids: fc.uniqueArray(id) }),
  fc.record({ kind: fc.constant('turn' as const), id }),
)

describe('what is picked', () => {
  it('is what a plain set of ids would hold, whatever is picked and let go', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let picked: Picked = NONE_PICKED
        const model = new Set<string>()
        for (const one of steps) {
          if (one.kind === 'all') {
            picked = pickAll(LISTING)
            model.clear()
            for (const listed of LISTED) model.add(listed)
          } else if (one.kind === 'turn') {
            picked = togglePicked(picked, one.id)
            if (!model.delete(one.id)) model.add(one.id)
          } else if (one.kind === 'pick') {
            picked = pick(picked, one.ids)
            for (const other of one.ids) model.add(other)
          } else {
            picked = unpick(picked, one.ids)
            for (const other of one.ids) model.delete(other)
          }
          expect(countPicked(picked)).toBe(model.size)
          expect(new Set(idsPicked(picked))).toEqual(model)
          for (const known of [...LISTED, 'not listed', 'nor this'])
            expect(isPicked(picked, known)).toBe(model.has(known))
        }
      }),
      { numRuns: 500 },
    )
  })

  it('of a hundred thousand, less one, is told at once', () => {
    const ids = Array.from({ length: 100_000 }, (_, index) => `conv_${index}`)
    const picked = unpick(pickAll(listingOf({ name: 'all', channel: null }, ids)), ['conv_7'])
    expect(countPicked(picked)).toBe(99_999)
    expect(idsPicked(picked)).toHaveLength(99_999)
    expect(idsPicked(picked)).toBe(idsPicked(picked))
  })

  it('of a whole list is not what comes into it later', () => {
    expect(isPicked(pickAll(LISTING), 'new')).toBe(false)
  })
})
