import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { idsBetween, type Listing, listingOf } from '../../../src/catalogue/listing.ts'
import { without, withoutMore } from '../../../src/catalogue/listing-without.ts'
import { countNew, isMovingUp, MAX_NEW, nextSteady, type SteadyList } from '../../../src/inbox/steady-list.ts'

const listOf = (ids: string): Listing => listingOf({ name: 'inbox', channel: null }, [...ids])
const idsOf = (listing: Listing | undefined): string =>
  listing === undefined ? '' : idsBetween(listing, 0, listing.count).join('')
const NONE: ReadonlySet<string> = new Set()
const NOTHING_UNREAD = { leaving: NONE, isUnread: () => false }

describe('without and withoutMore', () => {
  it('leave the other rows in order', () => {
    const ids = fc.uniqueArray(fc.integer({ min: 0, max: 60 }).map(String), { maxLength: 40 })
    fc.assert(
      fc.property(
        ids,
        fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 60 }).map(String)), { maxLength: 3 }),
        (all, removals) => {
          const base = listingOf({ name: 'inbox', channel: null }, all)
          let reduced = without(base, NONE)
          for (const removal of removals) reduced = withoutMore(reduced, new Set(removal))
          const left = all.filter((id) => !removals.flat().includes(id))
          const { listing } = reduced
          expect(listing.count).toBe(left.length)
          expect(idsBetween(listing, 0, listing.count)).toEqual(left)
          expect(listing.idAt(-1)).toBeNull()
          expect(listing.idAt(left.length)).toBeNull()
          expect(all.map((id) => listing.indexOf(id))).toEqual(all.map((id) => left.indexOf(id)))
        },
      ),
    )
  })

  it('return the same object when nothing more is removed', () => {
    const reduced = without(listOf('abc'), new Set('b'))
    expect(withoutMore(reduced, new Set('b'))).toBe(reduced)
    expect(without(listOf('abc'), NONE).listing.count).toBe(3)
  })
})

describe('nextSteady', () => {
  type Step = Partial<Parameters<typeof nextSteady>[1]>
  function walk(...steps: readonly Step[]): readonly string[] {
    let steady: SteadyList | null = null
    let now = { wanted: listOf(''), leaving: NONE, isHeld: true, intake: 0 }
    return steps.map((step) => {
      now = { ...now, ...step }
      steady = nextSteady(steady, now)
      return idsOf(steady.reduced.listing)
    })
  }
  const at = (ids: string): Step => ({ wanted: listOf(ids) })

  it('keeps every row in place until the list is released', () => {
    expect(walk(at('abc'), at('xabc'), at('cxab'), at('cx'), { isHeld: false })).toEqual([
      'abc',
      'abc',
      'abc',
      'abc',
      'cx',
    ])
  })

  it('shows the whole list once it is loaded, and then keeps it', () => {
    const top = { wanted: listingOf({ name: 'inbox', channel: null }, ['a', 'b'], 4) } as const
    expect(walk(top, at('xabcd'), at('yxabcd'))).toEqual(['ab', 'xabcd', 'xabcd'])
  })

  it('shows new rows at once while it is empty', () => {
    expect(walk(at(''), at('x'), at('yx'))).toEqual(['', 'x', 'x'])
    expect(walk(at('a'), { leaving: new Set('a') }, at('xa'))).toEqual(['a', '', 'x'])
  })

  it('shows new rows when the user asks for them', () => {
    expect(walk(at('abc'), at('xabc'), { intake: 1 }, at('yxabc'))).toEqual(['abc', 'abc', 'xabc', 'xabc'])
  })

  it('removes only the rows that the user removes', () => {
    expect(walk(at('abc'), at('xabc'), { leaving: new Set('b') }, { ...at('xac'), leaving: NONE })).toEqual([
      'abc',
      'abc',
      'ac',
      'ac',
    ])
  })

  it('removes a row while not held, and restores it when the change fails', () => {
    expect(walk({ ...at('abc'), isHeld: false }, { leaving: new Set('b') }, { leaving: NONE, intake: 1 })).toEqual([
      'abc',
      'ac',
      'abc',
    ])
  })

  it('restores a removed row after undo', () => {
    expect(
      walk(at('abc'), { leaving: new Set('b') }, { ...at('ac'), leaving: NONE }, { ...at('abc'), intake: 1 }),
    ).toEqual(['abc', 'ac', 'ac', 'abc'])
  })

  it('changes with the view even while held', () => {
    const other = { wanted: listingOf({ name: 'all', channel: null }, [...'xyz']) }
    expect(walk(at('abc'), other)).toEqual(['abc', 'xyz'])
  })

  it('returns the same object when nothing changes', () => {
    const wanted = listOf('abc')
    const now = { wanted, leaving: NONE, isHeld: true, intake: 0 }
    const steady = nextSteady(null, now)
    expect(nextSteady(steady, { ...now, wanted: listOf('xabc') })).toBe(steady)
    expect(nextSteady(steady, { ...now, isHeld: false })).toBe(steady)
  })
})

describe('isMovingUp', () => {
  it.each([
    ['unmoved', 'abcd', 'abcd', false],
    ['moves up by its own message', 'abcd', 'cabd', true],
    ['moves up by its own message while another row does too', 'abcd', 'dcab', true],
    ['moves down because rows appear above', 'abcd', 'xyabcd', false],
    ['moves down because a row moves up above it', 'abcd', 'dabc', false],
    ['moves up because other rows left', 'abcd', 'cd', false],
    ['moves up by its own message, and the row above has left', 'abcd', 'cad', true],
    ['left the view', 'abcd', 'abd', false],
    ['not in the list', 'abd', 'cabd', false],
  ])('%s: %s to %s is %s', (_, shown, wanted, expected) =>
    expect(isMovingUp(listOf(shown), listOf(wanted), 'c')).toBe(expected),
  )
})

describe('countNew', () => {
  it.each([
    ['nothing', 'abc', 'abc', '', 0],
    ['rows that appeared at the top', 'abc', 'xyabc', '', 2],
    ['a row that moved up by a new message', 'abc', 'cab', 'c', 1],
    ['no row that moved up by our own message', 'abc', 'cab', '', 0],
    ['an appeared and a moved row', 'abcd', 'xdabc', 'd', 2],
    ['no row that moved up because others left', 'abc', 'bc', 'bc', 0],
    ['nothing in an emptied list', 'abc', '', '', 0],
    ['every row of a list that was empty', '', 'abc', '', 3],
  ])('counts %s', (_, shown, wanted, unread, expected) => {
    expect(countNew(listOf(shown), listOf(wanted), { leaving: NONE, isUnread: (id) => unread.includes(id) })).toBe(
      expected,
    )
  })

  it('does not count rows whose removal is not stored yet', () => {
    const isUnread = (id: string) => id === 'a'
    expect(countNew(listOf('de'), listOf('abcde'), { leaving: new Set('abc'), isUnread })).toBe(0)
    expect(countNew(listOf(''), listOf('xabc'), { leaving: new Set('abc'), isUnread })).toBe(1)
  })

  it('counts up to MAX_NEW and reads only the top of the list', () => {
    const many = (from: number, count: number) =>
      listingOf(
        { name: 'inbox', channel: null },
        Array.from({ length: count }, (_, index) => `conv_${from + index}`),
      )
    expect(countNew(many(500, 500), many(0, 1_000), NOTHING_UNREAD)).toBe(MAX_NEW)
    let reads = 0
    const wanted = many(0, 100_000)
    const watched = { ...wanted, idAt: (index: number) => ((reads += 1), wanted.idAt(index)) }
    expect(countNew(many(1, 99_999), watched, NOTHING_UNREAD)).toBe(1)
    expect(reads).toBeLessThan(100)
  })
})
