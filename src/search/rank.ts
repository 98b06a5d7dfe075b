import type { AskedTogether, Matches, Sought } from './finding.ts'
import { Best, compareRanked, type Ranked, scoreOf } from './ranking.ts'

export type Found = {
  /** All that match, not only the slice. */
  readonly total: number
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
const MOST_READ_BYTES = 1_500_000

/** The slice of the best, and in which of its messages each was found. */
export function rank(
  sought: Sought,
  { matches, asked, slice }: { readonly matches: Matches; readonly asked: AskedTogether; readonly slice: Slice },
): Found {
  const { passing, points } = matches
  const { entries } = sought
  const best = new Best(Math.max(LOOKED_AT, slice.offset + slice.limit))
  let total = 0
  for (let slot = 0; slot < passing.length; slot += 1) {
    if (passing[slot] !== 1) continue
    total += 1
    const activityAt = entries.activityAt(slot)
    const match = { points: points[slot] as number, parts: asked.parts, isTogether: false, activityAt }
    best.offer(slot, scoreOf(match, slice.now), activityAt)
  }
  const looked = lookClosely(sought, best.inOrder(), { points, asked, now: slice.now })
  const hits = looked.slice(slice.offset, slice.offset + slice.limit).flatMap(({ slot }): readonly Hit[] => {
    const id = entries.idOf(slot)
    return id === null ? [] : [{ id, message: bestMessage(sought, slot, asked).message }]
  })
  return { total, hits }
}

function lookClosely(
  sought: Sought,
  ranked: readonly Ranked[],
  { points, asked, now }: { readonly points: Uint16Array; readonly asked: AskedTogether; readonly now: number },
): readonly Ranked[] {
  if (asked.parts < 2) return ranked
  let room = MOST_READ_BYTES
  const looked = ranked.slice(0, LOOKED_AT).map((one) => {
    if (room <= 0) return one
    const { count, read } = bestMessage(sought, one.slot, asked)
    room -= read
    const match = { ...one, points: points[one.slot] as number, parts: asked.parts, isTogether: count === asked.parts }
    return { ...one, score: scoreOf(match, now) }
  })
  return [...looked.toSorted(compareRanked), ...ranked.slice(LOOKED_AT)]
}

/** The message that holds the most parts of the question, of several the last. */
function bestMessage(
  { fields }: Sought,
  slot: number,
  { pattern }: AskedTogether,
): { readonly message: number | null; readonly count: number; readonly read: number } {
  let message: number | null = null
  let count = 0
  const read = fields.text.read(slot, pattern, (found, number) => {
    const bits = countBits(found)
    if (bits < count) return
    count = bits
    message = number
  })
  return { message, count, read }
}

function countBits(bits: number): number {
  let count = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1
  return count
}
