import type { CombinedParts, Matches, SearchTarget } from './finding.ts'
import { TopMatches, compareRanked, type Rank, type Ranked, scoreOf, SAME_MESSAGE_POINTS } from './ranking.ts'

export type SearchHits = {
  /** Number of all matches, not only of the slice. */
  readonly total: number
  /** The read limit was reached: there may be more, older matches. */
  readonly isCut: boolean
  readonly hits: readonly Hit[]
}

export type Hit = {
  readonly id: string
  /** The index of the message that contains the most parts of the query; null when no message contains any. */
  readonly message: number | null
  readonly rank: Rank
}

export type Slice = {
  readonly offset: number
  readonly limit: number
  /** Epoch ms, for the recency score. */
  readonly now: number
}

/** For this many of the best matches, the records are read to see whether one message contains all parts. */
const MAX_RERANKED = 200
/** Limit of the records read for that, bytes, since threads may be long. */
const MAX_READ_BYTES = 1_500_000

/** Ranks the matches, and finds the best message of each conversation in the slice. */
export function rank(
  target: SearchTarget,
  { matches, combined, slice }: { readonly matches: Matches; readonly combined: CombinedParts; readonly slice: Slice },
): SearchHits {
  const { passing, points, isCut } = matches
  const { entries } = target
  const best = new TopMatches(Math.max(MAX_RERANKED, slice.offset + slice.limit))
  let total = 0
  for (let slot = 0; slot < passing.length; slot += 1) {
    if (passing[slot] !== 1) continue
    total += 1
    const activityAt = entries.activityAt(slot)
    const quality = combined.parts === 0 ? 0 : (points[slot] as number) / combined.parts
    best.offer(slot, scoreOf(quality, slice.now - activityAt), activityAt)
  }
  const reranked = rerank(target, best.sorted(), combined)
  const hits = reranked
    .slice(slice.offset, slice.offset + slice.limit)
    .flatMap(({ slot, score, activityAt }): readonly Hit[] => {
      const id = entries.idOf(slot)
      return id === null
        ? []
        : [{ id, message: bestMessage(target, slot, combined).message, rank: { score, activityAt } }]
    })
  return { total, isCut, hits }
}

function rerank(target: SearchTarget, ranked: readonly Ranked[], combined: CombinedParts): readonly Ranked[] {
  if (combined.parts < 2) return ranked
  let bytesLeft = MAX_READ_BYTES
  const reranked = ranked.slice(0, MAX_RERANKED).map((match) => {
    if (bytesLeft <= 0) return match
    const { count } = bestMessage(target, match.slot, combined)
    bytesLeft -= target.fields.text.lengthOf(match.slot)
    return count === combined.parts ? { ...match, score: match.score + SAME_MESSAGE_POINTS } : match
  })
  return [...reranked.toSorted(compareRanked), ...ranked.slice(MAX_RERANKED)]
}

/** The message that contains the most parts of the query; the last of several. */
function bestMessage(
  { fields }: SearchTarget,
  slot: number,
  { pattern }: CombinedParts,
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
