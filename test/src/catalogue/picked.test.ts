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

describe('Picked', () => {
  it('equals a plain set of ids after any sequence of picks', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let picked: Picked = NONE_PICKED
        const model = new Set<string>()
        for (const step of steps) {
          if (step.kind === 'all') {
            picked = pickAll(LISTING)
            model.clear()
            for (const listed of LISTED) model.add(listed)
          } else if (step.kind === 'turn') {
            picked = togglePicked(picked, step.id)
            if (!model.delete(step.id)) model.add(step.id)
          } else if (step.kind === 'pick') {
            picked = pick(picked, step.ids)
            for (const id of step.ids) model.add(id)
          } else {
            picked = unpick(picked, step.ids)
            for (const id of step.ids) model.delete(id)
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

  it('counts a hundred thousand minus one without delay', () => {
    const ids = Array.from({ length: 100_000 }, (_, index) => `conv_${index}`)
    const picked = unpick(pickAll(listingOf({ name: 'all', channel: null }, ids)), ['conv_7'])
    expect(countPicked(picked)).toBe(99_999)
    expect(idsPicked(picked)).toHaveLength(99_999)
    expect(idsPicked(picked)).toBe(idsPicked(picked))
  })

  it('excludes conversations that arrive after “select all”', () => {
    expect(isPicked(pickAll(LISTING), 'new')).toBe(false)
  })
})
