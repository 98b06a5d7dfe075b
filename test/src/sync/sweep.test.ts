import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SYNC_POLICY } from '../../../src/sync/policy.ts'
import { beginSweep, mostRequests, type PassEnd, readOn, type Sweep } from '../../../src/sync/sweep.ts'

const RULES = SYNC_POLICY.sweep
const ids = (from: number, count: number): string[] => Array.from({ length: count }, (_, index) => `c${from + index}`)
const page = (from: number, count: number) => ({ ids: ids(from, count), length: count })

/** Reads a list as `list` gives it, to the end of the sweep. */
function sweepOf(
  list: (limit: number, offset: number, request: number) => readonly string[],
  explained: string[] = [],
) {
  const offsets: number[] = []
  const ends: PassEnd[] = []
  let sweep: Sweep | null = beginSweep(null)
  while (sweep !== null) {
    offsets.push(sweep.offset)
    const rows = list(RULES.limit, sweep.offset, offsets.length)
    const next = readOn(sweep, { ids: rows, length: rows.length }, RULES, explained)
    if (next.passEnd !== null) ends.push(next.passEnd)
    sweep = next.sweep
  }
  return { offsets, ends, last: ends.at(-1) }
}
const still = (count: number) => (limit: number, offset: number) => ids(0, count).slice(offset, offset + limit)

describe('a sweep', () => {
  it.each([
    [0, [0, 0, 0, 0]],
    [1, [0, 1, 0, 1]],
    [99, [0, 99, 0, 99]],
    [100, [0, 80, 100, 0, 80, 100]],
    [180, [0, 80, 160, 180, 0, 80, 160, 180]],
  ])('of %i rows at rest asks for %j: twice to a short page and an empty one', (count, expected) => {
    const { offsets, last } = sweepOf(still(count))
    expect(offsets).toEqual(expected)
    expect(last).toMatchObject({ isSettled: true, isWhole: true })
    expect(last?.ids.size).toBe(count)
  })

  it('goes on when the page after a short one is not empty: it was not the end', () => {
    const short = (_: number, offset: number): string[] => (offset < 300 ? ids(offset, 60) : [])
    const { ends, offsets } = sweepOf(short)
    expect(ends[0]?.ids.size).toBe(300)
    expect(offsets.slice(0, 6)).toEqual([0, 60, 120, 180, 240, 300])
  })

  it('steps back one page when fewer than half of the overlapped rows come again, three times at most', () => {
    const first = readOn(beginSweep(null), page(0, 100), RULES, [])
    const at80 = first.sweep
    expect(at80?.expected).toEqual(ids(80, 20))
    const torn = (from: number) => readOn(at80 ?? beginSweep(null), page(from, 100), RULES, []).sweep
    expect(torn(90)?.offset).toBe(160)
    expect(torn(91)).toMatchObject({ offset: 0, stepsBack: 1, expected: [] })
    const tired = readOn({ ...(at80 ?? beginSweep(null)), stepsBack: 3 }, page(95, 100), RULES, []).sweep
    expect(tired?.offset).toBe(160)
  })

  it('finds a row that removals above would have hidden', () => {
    // Fifteen rows above go between the first page and the second: without the step back nothing would be lost yet; with thirty it would.
    for (const gone of [15, 30, 79]) {
      const { ends } = sweepOf((limit, offset, request) =>
        request === 1 ? ids(0, 250).slice(offset, offset + limit) : ids(gone, 250 - gone).slice(offset, offset + limit),
      )
      const lacking = ids(gone, 250 - gone).filter((id) => ends[0]?.ids.has(id) !== true)
      expect(lacking, `${gone} gone`).toEqual([])
    }
  })

  it('counts rows that could not be read, and expects none of them again', () => {
    const { sweep } = readOn(beginSweep(null), { ids: ids(0, 90), length: 100 }, RULES, [])
    expect(sweep).toMatchObject({ offset: 80, expected: ids(80, 10) })
    const { sweep: allBad } = readOn(beginSweep(null), { ids: [], length: 100 }, RULES, [])
    expect(allBad).toMatchObject({ offset: 80, expected: [] })
  })

  it('reads again until two passes agree, three times at most, and then owns up', () => {
    const growing = (limit: number, offset: number, request: number) =>
      ids(0, 30 + Math.ceil(request / 2)).slice(offset, offset + limit)
    const { ends } = sweepOf(growing)
    expect(ends.map((end) => end.isSettled)).toEqual([false, false, false])
    const once = sweepOf((limit, offset, request) => ids(0, request > 2 ? 31 : 30).slice(offset, offset + limit))
    expect(once.ends.map((end) => end.isSettled)).toEqual([false, false, true])
  })

  it('takes a difference for explained by a conversation that a poll has met meanwhile', () => {
    const { ends } = sweepOf(
      (limit, offset, request) => ids(0, request > 2 ? 31 : 30).slice(offset, offset + limit),
      ['c30'],
    )
    expect(ends.map((end) => end.isSettled)).toEqual([false, true])
  })

  it('one that another session began proves nothing of what it did not show', () => {
    const end = { ...readOn({ ...beginSweep(null, 80), isProving: true }, page(0, 0), RULES, []) }
    expect(end.passEnd).toMatchObject({ isWhole: false, isSettled: false })
    expect(end.sweep).toMatchObject({ offset: 0, isWhole: true, lastIds: null })
  })

  it('ends on a server that does not know offset', () => {
    const { last, offsets } = sweepOf((limit) => ids(0, limit))
    expect(last).toMatchObject({ isWhole: false, isSettled: false })
    expect(offsets.length).toBeLessThan(20)
  })

  it('takes no more requests than it may, whatever the server answers', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 700 }),
        fc.infiniteStream(fc.nat(110)),
        fc.boolean(),
        (count, lengths, isWild) => {
          let rows = 0
          const { offsets } = sweepOf((limit, offset) => {
            const length = isWild ? Math.min(limit, lengths.next().value) : limit
            const got = offset > 2_000 ? [] : ids(0, count).slice(offset, offset + length)
            rows = Math.max(rows, offset + got.length)
            return got
          })
          expect(offsets.length).toBeLessThanOrEqual(Math.max(6, mostRequests(rows, RULES)))
        },
      ),
    )
  })
})
