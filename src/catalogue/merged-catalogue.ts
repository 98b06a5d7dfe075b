import type { ListedConversation } from '../db/list-rows.ts'
import { VIEWS } from '../db/views.ts'
import type { Totals } from './catalogue.ts'
import type { Listing } from './listing.ts'
import type { ListCatalogue } from './live-catalogue.ts'
import { mergeListings, type MergedPart } from './merge-listings.ts'
import { rowKeys, splitRowKey } from './row-key.ts'

/** A workspace's part of the merged catalogue. */
export type CatalogueSource = { readonly workspaceId: string; readonly catalogue: ListCatalogue }

/**
 * The catalogues of several workspaces as one. Every id that it takes or gives is a row key. A workspace that is not loaded yet is left
 * out, and `sources` may change at any time.
 */
export function makeMergedCatalogue(
  sources: () => readonly CatalogueSource[],
  subscribe: ListCatalogue['subscribe'],
): ListCatalogue {
  /** The last merge of each place, and what it was made of. */
  const merges = new Map<string, { readonly from: readonly Listing[]; readonly listing: Listing }>()
  const keyed = new WeakMap<ListedConversation, ListedConversation>()
  let totals: { readonly from: readonly (Totals | null)[]; readonly sum: Totals | null } = { from: [], sum: null }

  function sourceOf(key: string): { readonly catalogue: ListCatalogue | undefined; readonly id: string } {
    const { workspaceId, conversationId } = splitRowKey(key)
    return { catalogue: sources().find((source) => source.workspaceId === workspaceId)?.catalogue, id: conversationId }
  }

  function loaded(): readonly CatalogueSource[] {
    return sources().filter(({ catalogue }) => catalogue.isFull())
  }

  return {
    subscribe,
    isFull: () => loaded().length > 0,
    sortedBy: (name, key) => sourceOf(key).catalogue?.sortedBy(name, sourceOf(key).id) ?? 0,
    list(name, channel, tag = null) {
      const parts = loaded().flatMap(({ workspaceId, catalogue }): MergedPart[] => {
        const listing = catalogue.list(name, channel, tag)
        return listing === null ? [] : [{ workspaceId, listing, sortedBy: (id) => catalogue.sortedBy(name, id) }]
      })
      if (parts.length === 0) return null
      const place = JSON.stringify([name, channel, tag])
      const from = parts.map(({ listing }) => listing)
      const known = merges.get(place)
      if (known !== undefined && isSameList(known.from, from)) return known.listing
      const listing = mergeListings({ name, channel, tag }, parts)
      merges.set(place, { from, listing })
      return listing
    },
    totals() {
      const from = loaded().map(({ catalogue }) => catalogue.totals())
      if (!isSameList(totals.from, from) || from.length === 0) totals = { from, sum: sumOf(from) }
      return totals.sum
    },
    row(key) {
      const { catalogue, id } = sourceOf(key)
      const row = catalogue?.row(id)
      if (row === undefined) return undefined
      // The same object for the same row, so that it is not drawn again.
      const known = keyed.get(row) ?? { ...row, id: key }
      keyed.set(row, known)
      return known
    },
    show(keys) {
      for (const { workspaceId, catalogue } of loaded()) {
        const own = keys.map(splitRowKey).filter((place) => place.workspaceId === workspaceId)
        catalogue.show(own.map(({ conversationId }) => conversationId))
      }
    },
    listTags: () => [...new Set(loaded().flatMap(({ catalogue }) => catalogue.listTags()))].toSorted(byName),
    async listThreadless() {
      const lists = sources().map(async ({ workspaceId, catalogue }) =>
        rowKeys(workspaceId, await catalogue.listThreadless()),
      )
      return (await Promise.all(lists)).flat()
    },
    isIn(name, key) {
      const { catalogue, id } = sourceOf(key)
      return catalogue?.isIn(name, id) === true
    },
    countTags(keys) {
      const counts = new Map<string, number>()
      for (const { workspaceId, catalogue } of loaded()) {
        const own = keys.filter((key) => splitRowKey(key).workspaceId === workspaceId)
        const ids = own.map((key) => splitRowKey(key).conversationId)
        for (const [tag, count] of catalogue.countTags(ids)) counts.set(tag, (counts.get(tag) ?? 0) + count)
      }
      return counts
    },
    full: async () => void (await Promise.all(sources().map(({ catalogue }) => catalogue.full()))),
    settled: async () => void (await Promise.all(sources().map(({ catalogue }) => catalogue.settled()))),
  }
}

function byName(a: string, b: string): number {
  return a.localeCompare(b)
}

function isSameList<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index])
}

/** Null while no workspace is loaded. */
function sumOf(parts: readonly (Totals | null)[]): Totals | null {
  const known = parts.filter((totals) => totals !== null)
  if (known.length === 0) return null
  const sum = (numberOf: (totals: Totals) => number): number =>
    known.reduce((total, totals) => total + numberOf(totals), 0)
  return {
    counts: Object.fromEntries(VIEWS.map((name) => [name, sum(({ counts }) => counts[name])])) as Totals['counts'],
    channelCounts: sumByName(known.map(({ channelCounts }) => channelCounts)),
    tagCounts: sumByName(known.map(({ tagCounts }) => tagCounts)),
    threadsOnDevice: sum(({ threadsOnDevice }) => threadsOnDevice),
    conversations: sum(({ conversations }) => conversations),
  }
}

function sumByName(parts: readonly Readonly<Record<string, number>>[]): Readonly<Record<string, number>> {
  const sums = new Map<string, number>()
  for (const part of parts)
    for (const [name, count] of Object.entries(part)) sums.set(name, (sums.get(name) ?? 0) + count)
  return Object.fromEntries(sums)
}
