import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SYNC_POLICY } from '../../../src/sync/policy.ts'
import { startSweep, maxRequests, type PassEnd, takePage, type Sweep } from '../../../src/sync/sweep.ts'

const RULES = SYNC_POLICY.sweep
const ids = (from: number, count: number): string[] => Array.from({ length: count }, (_, index) => `c${from + index}`)
const page = (from: number, count: number) => ({ ids: ids(from, count), length: count })

/** Runs a whole sweep over the pages that `list` returns. */
function sweepOf(
  list: (limit: number, offset: number, request: number) => readonly string[],
  newFromPolls: string[] = [],
) {
  const offsets: number[] = []
  const ends: PassEnd[] = []
  let sweep: Sweep | null = startSweep(null)
  while (sweep !== null) {
    offsets.push(sweep.offset)
    const rows = list(RULES.limit, sweep.offset, offsets.length)
    const next = takePage(sweep, { ids: rows, length: rows.length }, RULES, newFromPolls)
    if (next.passEnd !== null) ends.push(next.passEnd)
    sweep = next.sweep
  }
  return { offsets, ends, last: ends.at(-1) }
}
const unchanged = (count: number) => (limit: number, offset: number) => ids(0, count).slice(offset, offset + limit)

describe('a sweep', () => {
  it.each([
    [0, [0, 0, 0, 0]],
    [1, [0, 1, 0, 1]],
    [99, [0, 99, 0, 99]],
    [100, [0, 80, 100, 0, 80, 100]],
    [180, [0, 80, 160, 180, 0, 80, 160, 180]],
  ])('of %i unchanged rows requests %j: two passes, each to a short page and an empty one', (count, expected) => {
    const { offsets, last } = sweepOf(unchanged(count))
    expect(offsets).toEqual(expected)
    expect(last).toMatchObject({ isConfirmed: true, isWhole: true })
    expect(last?.ids.size).toBe(count)
  })

  it('continues when the page after a short one is not empty', () => {
    const short = (_: number, offset: number): string[] => (offset < 300 ? ids(offset, 60) : [])
    const { ends, offsets } = sweepOf(short)
    expect(ends[0]?.ids.size).toBe(300)
    expect(offsets.slice(0, 6)).toEqual([0, 60, 120, 180, 240, 300])
  })

  it('steps back one page when less than half of the overlap is repeated, three times at most', () => {
    const first = takePage(startSweep(null), page(0, 100), RULES, [])
    const at80 = first.sweep
    expect(at80?.expected).toEqual(ids(80, 20))
    const afterShift = (from: number) => takePage(at80 ?? startSweep(null), page(from, 100), RULES, []).sweep
    expect(afterShift(90)?.offset).toBe(160)
    expect(afterShift(91)).toMatchObject({ offset: 0, stepsBack: 1, expected: [] })
    const atLimit = takePage({ ...(at80 ?? startSweep(null)), stepsBack: 3 }, page(95, 100), RULES, []).sweep
    expect(atLimit?.offset).toBe(160)
  })

  it('finds rows that moved up because rows above them were removed', () => {
    // The rows are removed between the first and the second page. The overlap alone makes up for 15, not for 30.
    for (const removed of [15, 30, 79]) {
      const { ends } = sweepOf((limit, offset, request) =>
        request === 1
          ? ids(0, 250).slice(offset, offset + limit)
          : ids(removed, 250 - removed).slice(offset, offset + limit),
      )
      const missing = ids(removed, 250 - removed).filter((id) => ends[0]?.ids.has(id) !== true)
      expect(missing, `${removed} removed`).toEqual([])
    }
  })

  it('counts unreadable rows, and does not expect them in the overlap', () => {
    const { sweep } = takePage(startSweep(null), { ids: ids(0, 90), length: 100 }, RULES, [])
    expect(sweep).toMatchObject({ offset: 80, expected: ids(80, 10) })
    const { sweep: allBad } = takePage(startSweep(null), { ids: [], length: 100 }, RULES, [])
    expect(allBad).toMatchObject({ offset: 80, expected: [] })
  })

  it('repeats passes until two agree, three times at most, and then ends unconfirmed', () => {
    const growing = (limit: number, offset: number, request: number) =>
      ids(0, 30 + Math.ceil(request / 2)).slice(offset, offset + limit)
    const { ends } = sweepOf(growing)
    expect(ends.map((end) => end.isConfirmed)).toEqual([false, false, false])
    const once = sweepOf((limit, offset, request) => ids(0, request > 2 ? 31 : 30).slice(offset, offset + limit))
    expect(once.ends.map((end) => end.isConfirmed)).toEqual([false, false, true])
  })

  it('ignores a difference that is a new conversation from a poll', () => {
    const { ends } = sweepOf(
      (limit, offset, request) => ids(0, request > 2 ? 31 : 30).slice(offset, offset + limit),
      ['c30'],
    )
    expect(ends.map((end) => end.isConfirmed)).toEqual([false, true])
  })

  it('that another session started does not end with a whole pass', () => {
    const end = { ...takePage({ ...startSweep(null, 80), isCheckingEnd: true }, page(0, 0), RULES, []) }
    expect(end.passEnd).toMatchObject({ isWhole: false, isConfirmed: false })
    expect(end.sweep).toMatchObject({ offset: 0, isWhole: true, lastIds: null })
  })

  it('ends on a server that ignores offset', () => {
    const { last, offsets } = sweepOf((limit) => ids(0, limit))
    expect(last).toMatchObject({ isWhole: false, isConfirmed: false })
    expect(offsets.length).toBeLessThan(20)
  })

  it('makes no more requests than maxRequests, whatever the server answers', () => {
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
          expect(offsets.length).toBeLessThanOrEqual(Math.max(6, maxRequests(rows, RULES)))
        },
      ),
    )
  })
})
