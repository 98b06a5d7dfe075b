import type { ViewName } from '../db/views.ts'

/**
 * A view's conversations in their order, as of one moment: it never changes, so it can be kept, compared, or walked along while the
 * catalogue goes on.
 */
export type Listing = {
  readonly name: ViewName
  /** Null for all channels. */
  readonly channel: string | null
  /** Narrowed to one tag; absent for all. */
  readonly tag?: string | null
  readonly count: number
  /** Null outside of the list, and for a place that is not known yet. */
  readonly idAt: (index: number) => string | null
  /** -1 when it is not listed. */
  readonly indexOf: (conversationId: string) => number
}

/** A list of ids; `count` may be larger where only its beginning is known. */
export function listingOf(
  place: Pick<Listing, 'name' | 'channel' | 'tag'>,
  ids: readonly string[],
  count: number = ids.length,
): Listing {
  return { ...place, count, idAt: (index) => ids[index] ?? null, indexOf: (id) => ids.indexOf(id) }
}

/** Before anything is listed. */
export const NOTHING_LISTED = listingOf({ name: 'inbox', channel: null }, [])

/** Of the same view, narrowed to the same. */
export function isSamePlace(one: Listing, other: Listing): boolean {
  return one.name === other.name && one.channel === other.channel && (one.tag ?? null) === (other.tag ?? null)
}

/** Whether every place in it is known: right after a start only the top of a view is. */
export function isWhole({ count, idAt }: Listing): boolean {
  return count === 0 || idAt(count - 1) !== null
}

/** The ids of some places in a row. */
export function idsBetween(listing: Listing, first: number, end: number): readonly string[] {
  const ids: string[] = []
  for (let index = Math.max(0, first); index < Math.min(end, listing.count); index += 1) {
    const id = listing.idAt(index)
    if (id !== null) ids.push(id)
  }
  return ids
}
