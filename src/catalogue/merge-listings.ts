import type { ViewName } from '../db/views.ts'
import type { Listing } from './listing.ts'
import { rowKey, splitRowKey } from './row-key.ts'

/** A workspace's listing, with the number by which its view is sorted. */
export type MergedPart = {
  readonly workspaceId: string
  readonly listing: Listing
  /** Epoch ms of the last activity or, in the waiting view, since when the customer waits. */
  readonly sortedBy: (conversationId: string) => number
}

/**
 * Merges sorted listings into one that is sorted the same way: newest activity first, or longest wait first. Of equal rows, those of the
 * first workspace come first. Ids become row keys. The result is a snapshot, like its parts. It takes time in proportion to the number of rows.
 */
export function mergeListings(
  filter: Pick<Listing, 'name' | 'channel' | 'tag'>,
  parts: readonly MergedPart[],
): Listing {
  const count = parts.reduce((sum, { listing }) => sum + listing.count, 0)
  /** By index: which part, and where in it. */
  const [partAt, placeAt] = [new Uint16Array(count), new Int32Array(count)]
  /** By part and place in it: the index. */
  const indexAt = parts.map(({ listing }) => new Int32Array(listing.count))
  const heads = parts.map((part) => headOf(part, 0))
  const isBefore = comparesIn(filter.name)
  for (let index = 0; index < count; index += 1) {
    let first = -1
    for (let part = 0; part < heads.length; part += 1) {
      const [head, best] = [heads[part], heads[first]]
      if (head !== undefined && head.place !== -1 && (best === undefined || isBefore(head.value, best.value)))
        first = part
    }
    const [part, head, places] = [parts[first], heads[first], indexAt[first]]
    if (part === undefined || head === undefined || places === undefined) break
    partAt[index] = first
    placeAt[index] = head.place
    places[head.place] = index
    heads[first] = headOf(part, head.place + 1)
  }
  return {
    ...filter,
    count,
    idAt(index) {
      const part = index >= 0 && index < count ? parts[partAt[index] ?? 0] : undefined
      const id = part?.listing.idAt(placeAt[index] ?? 0) ?? null
      return part === undefined || id === null ? null : rowKey(part.workspaceId, id)
    },
    indexOf(key) {
      const { workspaceId, conversationId } = splitRowKey(key)
      const part = parts.findIndex((candidate) => candidate.workspaceId === workspaceId)
      const place = parts[part]?.listing.indexOf(conversationId) ?? -1
      return place === -1 ? -1 : (indexAt[part]?.[place] ?? -1)
    },
  }
}

/** The next row of a part; `place` is -1 after the last. */
function headOf({ listing, sortedBy }: MergedPart, place: number): { readonly place: number; readonly value: number } {
  const id = place < listing.count ? listing.idAt(place) : null
  return id === null ? { place: -1, value: 0 } : { place, value: sortedBy(id) }
}

function comparesIn(name: ViewName): (a: number, b: number) => boolean {
  return name === 'waiting' ? (a, b) => a < b : (a, b) => a > b
}
