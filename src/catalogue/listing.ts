import type { ViewName } from '../db/views.ts'

/**
 * A sorted snapshot of a view's conversations. It never changes, so callers can keep, compare or iterate it while the catalogue changes.
 */
export type Listing = {
  readonly name: ViewName
  /** Null for all channels. */
  readonly channel: string | null
  /** Filtered by one tag; absent or null for all. */
  readonly tag?: string | null
  readonly count: number
  /** Null outside the list, and for an index that is not loaded yet. */
  readonly idAt: (index: number) => string | null
  /** -1 when it is not listed. */
  readonly indexOf: (conversationId: string) => number
}

/** `count` is larger than the number of ids when only the beginning of the list is known. */
export function listingOf(
  filter: Pick<Listing, 'name' | 'channel' | 'tag'>,
  ids: readonly string[],
  count: number = ids.length,
): Listing {
  return { ...filter, count, idAt: (index) => ids[index] ?? null, indexOf: (id) => ids.indexOf(id) }
}

/** The listing before the first one is loaded. */
export const NOTHING_LISTED = listingOf({ name: 'inbox', channel: null }, [])

type Place = Pick<Listing, 'name' | 'channel' | 'tag'>

/** Whether both are of the same view, channel and tag. */
export function isSamePlace(a: Place, b: Place): boolean {
  return placeOf(a) === placeOf(b)
}

/** The view, channel and tag as one text. */
export function placeOf({ name, channel, tag = null }: Place): string {
  return JSON.stringify([name, channel, tag])
}

/** Whether every index is loaded. Right after a start, only the top of a view is. */
export function isWhole({ count, idAt }: Listing): boolean {
  return count === 0 || idAt(count - 1) !== null
}

/** The ids from index `first` up to but not including `end`. */
export function idsBetween(listing: Listing, first: number, end: number): readonly string[] {
  const ids: string[] = []
  for (let index = Math.max(0, first); index < Math.min(end, listing.count); index += 1) {
    const id = listing.idAt(index)
    if (id !== null) ids.push(id)
  }
  return ids
}
