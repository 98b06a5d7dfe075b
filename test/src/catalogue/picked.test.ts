import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listingOf } from '../../../src/catalogue/listing.ts'
import {
  arePicked,
  countPicked,
  firstPicked,
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

describe('firstPicked', () => {
  it.each<[what: string, picked: Picked, first: readonly string[]]>([
    ['of single ids is in the order of picking', pick(pick(NONE_PICKED, ['d']), ['a', 'b']), ['d', 'a']],
    ['of all but some leaves those out', unpick(pickAll(LISTING), ['a']), ['b', 'c']],
    ['of fewer is all', pick(NONE_PICKED, ['c']), ['c']],
    ['of none is empty', NONE_PICKED, []],
  ])('%s', (_, picked, first) => {
    expect(firstPicked(picked, 2)).toEqual(first)
  })

  it('looks at no more rows than it needs, in a list of a hundred thousand', () => {
    let asked = 0
    const listing = { ...LISTING, count: 100_000, idAt: (index: number) => `${(asked += 1) && index}` }
    expect(firstPicked(pickAll(listing), 12)).toHaveLength(12)
    expect(asked).toBe(12)
  })
})

it.each([
  [NONE_PICKED, false],
  [pick(NONE_PICKED, ['a']), false],
  [pick(NONE_PICKED, ['a', 'b']), true],
])('arePicked is true from two conversations on', (picked, are) => {
  expect(arePicked(picked)).toBe(are)
})
