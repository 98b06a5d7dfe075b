import type { Listing } from './listing.ts'

/** For up to this many ids, one indexOf each is faster than a scan of the whole listing. */
const FEW = 16

/** A listing with some conversations removed. */
export type ReducedListing = {
  readonly base: Listing
  readonly ids: ReadonlySet<string>
  /** Positions of the removed conversations in `base`, ascending. */
  readonly positions: readonly number[]
  readonly listing: Listing
}

export function without(base: Listing, ids: ReadonlySet<string>): ReducedListing {
  return withoutMore({ base, ids: new Set(), positions: [], listing: base }, ids)
}

/** Returns `reduced` itself when all ids were removed before. The cost depends on the number of removed ids, not on the listing. */
export function withoutMore(reduced: ReducedListing, ids: ReadonlySet<string>): ReducedListing {
  const { base } = reduced
  const added = [...ids].filter((id) => !reduced.ids.has(id))
  if (added.length === 0) return reduced
  const found = added.length <= FEW ? added.map((id) => base.indexOf(id)) : positionsOf(base, new Set(added))
  const positions = [...reduced.positions, ...found.filter((position) => position !== -1)].toSorted((a, b) => a - b)
  const all = new Set([...reduced.ids, ...added])
  return { base, ids: all, positions, listing: positions.length === 0 ? base : listingWithout(base, positions) }
}

function positionsOf(base: Listing, ids: ReadonlySet<string>): readonly number[] {
  const positions: number[] = []
  for (let position = 0; position < base.count; position += 1) {
    const id = base.idAt(position)
    if (id !== null && ids.has(id)) positions.push(position)
  }
  return positions
}

function listingWithout(base: Listing, positions: readonly number[]): Listing {
  return {
    ...base,
    count: base.count - positions.length,
    // A removed position minus the number of removals before it is its index in the reduced list. Count those at or before `index`.
    idAt: (index) =>
      index < 0 ? null : base.idAt(index + countWhere(positions, (position, before) => position - before <= index)),
    indexOf(id) {
      const position = base.indexOf(id)
      if (position === -1) return -1
      const before = countWhere(positions, (removed) => removed < position)
      return positions[before] === position ? -1 : position - before
    },
  }
}

/** The number of leading positions for which the test is true, by binary search: the test must be false for all after the first false one. */
function countWhere(positions: readonly number[], isTrue: (position: number, index: number) => boolean): number {
  let low = 0
  let high = positions.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isTrue(positions[middle] ?? 0, middle)) low = middle + 1
    else high = middle
  }
  return low
}
