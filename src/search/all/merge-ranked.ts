import { compareRank, type Rank } from '../query/ranking.ts'

/** A workspace's results, best first, as far as they are read. */
export type RankedPart<Row extends { readonly rank: Rank }> = {
  readonly rows: readonly Row[]
  /** There may be results after the last row. */
  readonly isMore: boolean
}

export type MergedRow<Row> = {
  /** The index of its part. */
  readonly part: number
  readonly row: Row
}

/**
 * Merges results by the order of one workspace: score, then activity. Of equal rows, those of the first part come first. The order within a
 * part stays. Returns at most `limit` rows, and fewer when a part's next row is not read yet.
 */
export function mergeRanked<Row extends { readonly rank: Rank }>(
  parts: readonly RankedPart<Row>[],
  limit: number,
): readonly MergedRow<Row>[] {
  const merged: MergedRow<Row>[] = []
  const places = parts.map(() => 0)
  while (merged.length < limit) {
    let best: MergedRow<Row> | null = null
    for (const [part, { rows, isMore }] of parts.entries()) {
      const row = rows[places[part] ?? 0]
      if (row === undefined && isMore) return merged
      if (row !== undefined && (best === null || compareRank(row.rank, best.row.rank) < 0)) best = { part, row }
    }
    if (best === null) return merged
    merged.push(best)
    places[best.part] = (places[best.part] ?? 0) + 1
  }
  return merged
}

/**
 * For each part, how many more of its rows the first `limit` results may need. At least one part needs more while `mergeRanked` returns too
 * few because of unread rows.
 */
export function rowsMissing<Row extends { readonly rank: Rank }>(
  parts: readonly RankedPart<Row>[],
  limit: number,
): readonly number[] {
  const merged = mergeRanked(parts, limit)
  const used = parts.map(() => 0)
  for (const { part } of merged) used[part] = (used[part] ?? 0) + 1
  const missing = limit - merged.length
  return parts.map(({ rows, isMore }, part) => {
    const needed = missing === 0 ? 0 : (used[part] ?? 0) + missing
    return isMore ? Math.max(0, needed - rows.length) : 0
  })
}
