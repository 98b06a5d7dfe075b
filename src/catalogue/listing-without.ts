import type { Listing } from './listing.ts'

/** Up to this many are looked for one by one, which is faster than looking at each. */
const FEW = 16

/** A listing that some of its conversations have been taken out of. */
export type ReducedListing = {
  readonly base: Listing
  readonly ids: ReadonlySet<string>
  /** Where they stood in the base, in order. */
  readonly places: readonly number[]
  readonly listing: Listing
}

export function without(base: Listing, ids: ReadonlySet<string>): ReducedListing {
  return withoutMore({ base, ids: new Set(), places: [], listing: base }, ids)
}

/** The very same when none of them is taken out that was not before. Costs what is taken out, and not what is there. */
export function withoutMore(thinned: ReducedListing, ids: ReadonlySet<string>): ReducedListing {
  const { base } = thinned
  const added = [...ids].filter((id) => !thinned.ids.has(id))
  if (added.length === 0) return thinned
  const found = added.length <= FEW ? added.map((id) => base.indexOf(id)) : placesOf(base, new Set(added))
  const places = [...thinned.places, ...found.filter((place) => place !== -1)].toSorted((one, other) => one - other)
  const all = new Set([...thinned.ids, ...added])
  return { base, ids: all, places, listing: places.length === 0 ? base : listingWithout(base, places) }
}

function placesOf(base: Listing, ids: ReadonlySet<string>): readonly number[] {
  const places: number[] = []
  for (let place = 0; place < base.count; place += 1) {
    const id = base.idAt(place)
    if (id !== null && ids.has(id)) places.push(place)
  }
  return places
}

function listingWithout(base: Listing, places: readonly number[]): Listing {
  return {
    ...base,
    count: base.count - places.length,
    // Of those taken out, as many stand before it as there are whose place, less those before them, is not beyond.
    idAt: (index) =>
      index < 0 ? null : base.idAt(index + countWhere(places, (place, before) => place - before <= index)),
    indexOf(id) {
      const place = base.indexOf(id)
      if (place === -1) return -1
      const before = countWhere(places, (other) => other < place)
      return places[before] === place ? -1 : place - before
    },
  }
}

/** How many at the beginning it is true of; beyond the first that it is not true of, it must be true of none. */
function countWhere(places: readonly number[], isTrue: (place: number, index: number) => boolean): number {
  let low = 0
  let high = places.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isTrue(places[middle] ?? 0, middle)) low = middle + 1
    else high = middle
  }
  return low
}
