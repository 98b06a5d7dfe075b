import type { AskedTogether, Matches, SearchTarget } from './finding.ts'
import { Best, compareRanked, type Ranked, scoreOf, TOGETHER_POINTS } from './ranking.ts'

export type SearchHits = {
  /** All that match, not only the slice. */
  readonly total: number
  /** Not everything could be looked through in time: there may be more, and older. */
  readonly isCut: boolean
  readonly hits: readonly Hit[]
}

export type Hit = {
  readonly id: string
  /** The number, from 0, of the message that holds the most of what was asked for; null when none holds any. */
  readonly message: number | null
}

export type Slice = {
  readonly offset: number
  readonly limit: number
  /** Epoch ms: how old things are. */
  readonly now: number
}

/** So many of the best are looked at closely: whether all stands in one message. */
const LOOKED_AT = 200
/** And no more of their records than this is read, bytes: threads may be long. */
const MAX_READ_BYTES = 1_500_000

/** The slice of the best, and in which of its messages each was found. */
export function rank(
  sought: SearchTarget,
  { matches, asked, slice }: { readonly matches: Matches; readonly asked: AskedTogether; readonly slice: Slice },
): SearchHits {
  const { passing, points, isCut } = matches
  const { entries } = sought
  const best = new Best(Math.max(LOOKED_AT, slice.offset + slice.limit))
  let total = 0
  for (let slot = 0; slot < passing.length; slot += 1) {
    if (passing[slot] !== 1) continue
    total += 1
    const activityAt = entries.activityAt(slot)
    const quality = asked.parts === 0 ? 0 : (points[slot] as number) / asked.parts
    best.offer(slot, scoreOf(quality, slice.now - activityAt), activityAt)
  }
  const looked = lookClosely(sought, best.inOrder(), asked)
  const hits = looked.slice(slice.offset, slice.offset + slice.limit).flatMap(({ slot }): readonly Hit[] => {
    const id = entries.idOf(slot)
    return id === null ? [] : [{ id, message: bestMessage(sought, slot, asked).message }]
  })
  return { total, isCut, hits }
}

function lookClosely(sought: SearchTarget, ranked: readonly Ranked[], asked: AskedTogether): readonly Ranked[] {
  if (asked.parts < 2) return ranked
  let room = MAX_READ_BYTES
  const looked = ranked.slice(0, LOOKED_AT).map((one) => {
    if (room <= 0) return one
    const { count } = bestMessage(sought, one.slot, asked)
    room -= sought.fields.text.lengthOf(one.slot)
    return count === asked.parts ? { ...one, score: one.score + TOGETHER_POINTS } : one
  })
  return [...looked.toSorted(compareRanked), ...ranked.slice(LOOKED_AT)]
}

/** The message that holds the most parts of the question, of several the last. */
function bestMessage(
  { fields }: SearchTarget,
  slot: number,
  { pattern }: AskedTogether,
): { readonly message: number | null; readonly count: number } {
  let message: number | null = null
  let count = 0
  fields.text.read(slot, pattern, (found, number) => {
    const bits = countBits(found)
    if (bits >= count) [count, message] = [bits, number]
    return false
  })
  return { message, count }
}

function countBits(bits: number): number {
  let count = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1
  return count
}
