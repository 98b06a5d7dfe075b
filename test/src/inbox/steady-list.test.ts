import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { idsBetween, type Listing, listingOf } from '../../../src/catalogue/listing.ts'
import { without, withoutMore } from '../../../src/catalogue/listing-without.ts'
import { countNew, isMovingUp, MAX_NEW, nextSteady, type SteadyList } from '../../../src/inbox/steady-list.ts'

const listOf = (ids: string): Listing => listingOf({ name: 'inbox', channel: null }, [...ids])
const told = (listing: Listing | undefined): string =>
  listing === undefined ? '' : idsBetween(listing, 0, listing.count).join('')
const NONE: ReadonlySet<string> = new Set()
const NOTHING_UNREAD = { leaving: NONE, isUnread: () => false }

describe('a listing that some were taken out of', () => {
  it('is what is left, place by place', () => {
    const ids = fc.uniqueArray(fc.integer({ min: 0, max: 60 }).map(String), { maxLength: 40 })
    fc.assert(
      fc.property(
        ids,
        fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 60 }).map(String)), { maxLength: 3 }),
        (all, outs) => {
          const base = listingOf({ name: 'inbox', channel: null }, all)
          let reduced = without(base, NONE)
          for (const out of outs) reduced = withoutMore(reduced, new Set(out))
          const left = all.filter((id) => !outs.flat().includes(id))
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

  it('is the very same while nothing else is taken out', () => {
    const reduced = without(listOf('abc'), new Set('b'))
    expect(withoutMore(reduced, new Set('b'))).toBe(reduced)
    expect(without(listOf('abc'), NONE).listing.count).toBe(3)
  })
})

describe('the list under a hand', () => {
  type Step = Partial<Parameters<typeof nextSteady>[1]>
  function walk(...steps: readonly Step[]): readonly string[] {
    let steady: SteadyList | null = null
    let now = { wanted: listOf(''), leaving: NONE, isHeld: true, intake: 0 }
    return steps.map((step) => {
      now = { ...now, ...step }
      steady = nextSteady(steady, now)
      return told(steady.reduced.listing)
    })
  }
  const at = (ids: string): Step => ({ wanted: listOf(ids) })

  it('stands still, whatever comes, moves or goes, until the hand is away', () => {
    expect(walk(at('abc'), at('xabc'), at('cxab'), at('cx'), { isHeld: false })).toEqual([
      'abc',
      'abc',
      'abc',
      'abc',
      'cx',
    ])
  })

  it('is the whole list as soon as more than its top is known, and then stands still', () => {
    const top = { wanted: listingOf({ name: 'inbox', channel: null }, ['a', 'b'], 4) } as const
    expect(walk(top, at('xabcd'), at('yxabcd'))).toEqual(['ab', 'xabcd', 'xabcd'])
  })

  it('shows new rows at once while it is empty', () => {
    expect(walk(at(''), at('x'), at('yx'))).toEqual(['', 'x', 'x'])
    expect(walk(at('a'), { leaving: new Set('a') }, at('xa'))).toEqual(['a', '', 'x'])
  })

  it('takes in what is new when it is asked for, and stands still again', () => {
    expect(walk(at('abc'), at('xabc'), { intake: 1 }, at('yxabc'))).toEqual(['abc', 'abc', 'xabc', 'xabc'])
  })

  it('loses at once what the person takes out, and nothing else', () => {
    expect(walk(at('abc'), at('xabc'), { leaving: new Set('b') }, { ...at('xac'), leaving: NONE })).toEqual([
      'abc',
      'abc',
      'ac',
      'ac',
    ])
  })

  it('loses at once what the person takes out while no hand is there, and has it back when that could not be done', () => {
    expect(walk({ ...at('abc'), isHeld: false }, { leaving: new Set('b') }, { leaving: NONE, intake: 1 })).toEqual([
      'abc',
      'ac',
      'abc',
    ])
  })

  it('has back what was taken out, once that is undone', () => {
    expect(
      walk(at('abc'), { leaving: new Set('b') }, { ...at('ac'), leaving: NONE }, { ...at('abc'), intake: 1 }),
    ).toEqual(['abc', 'ac', 'ac', 'abc'])
  })

  it('is another one in another view, hand or not', () => {
    const other = { wanted: listingOf({ name: 'all', channel: null }, [...'xyz']) }
    expect(walk(at('abc'), other)).toEqual(['abc', 'xyz'])
  })

  it('is the very same object while nothing is to be drawn', () => {
    const wanted = listOf('abc')
    const now = { wanted, leaving: NONE, isHeld: true, intake: 0 }
    const steady = nextSteady(null, now)
    expect(nextSteady(steady, { ...now, wanted: listOf('xabc') })).toBe(steady)
    expect(nextSteady(steady, { ...now, isHeld: false })).toBe(steady)
  })
})

describe('the row that is selected', () => {
  it.each([
    ['stands where it stood', 'abcd', 'abcd', false],
    ['goes up by its own words', 'abcd', 'cabd', true],
    ['goes up by its own words while another one does, too', 'abcd', 'dcab', true],
    ['goes down with what comes in above', 'abcd', 'xyabcd', false],
    ['goes down with what goes up above', 'abcd', 'dabc', false],
    ['goes up because others left', 'abcd', 'cd', false],
    ['goes up by its own words, and the one above has left', 'abcd', 'cad', true],
    ['has left', 'abcd', 'abd', false],
    ['was not there', 'abd', 'cabd', false],
  ])('%s: %s to %s is %s', (_, shown, wanted, expected) =>
    expect(isMovingUp(listOf(shown), listOf(wanted), 'c')).toBe(expected),
  )
})

describe('what is new', () => {
  it.each([
    ['nothing', 'abc', 'abc', '', 0],
    ['what came in at the top', 'abc', 'xyabc', '', 2],
    ['what went up with new words', 'abc', 'cab', 'c', 1],
    ['not what went up by our own words', 'abc', 'cab', '', 0],
    ['both, one after the other', 'abcd', 'xdabc', 'd', 2],
    ['not what moves up because others left', 'abc', 'bc', 'bc', 0],
    ['nothing in a list that was emptied', 'abc', '', '', 0],
    ['all of a list that was empty', '', 'abc', '', 3],
  ])('is %s', (_, shown, wanted, unread, expected) => {
    expect(countNew(listOf(shown), listOf(wanted), { leaving: NONE, isUnread: (id) => unread.includes(id) })).toBe(
      expected,
    )
  })

  it('is not what is being taken out, and is not written yet', () => {
    const isUnread = (id: string) => id === 'a'
    expect(countNew(listOf('de'), listOf('abcde'), { leaving: new Set('abc'), isUnread })).toBe(0)
    expect(countNew(listOf(''), listOf('xabc'), { leaving: new Set('abc'), isUnread })).toBe(1)
  })

  it('is told up to a hundred, and looked for where it comes in', () => {
    const many = (from: number, count: number) =>
      listingOf(
        { name: 'inbox', channel: null },
        Array.from({ length: count }, (_, index) => `conv_${from + index}`),
      )
    expect(countNew(many(500, 500), many(0, 1_000), NOTHING_UNREAD)).toBe(MAX_NEW)
    let looked = 0
    const wanted = many(0, 100_000)
    const watched = { ...wanted, idAt: (index: number) => ((looked += 1), wanted.idAt(index)) }
    expect(countNew(many(1, 99_999), watched, NOTHING_UNREAD)).toBe(1)
    expect(looked).toBeLessThan(100)
  })
})
