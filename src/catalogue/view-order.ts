import type { ListedState } from '../db/list-rows.ts'
import { isInView, type ViewName, VIEWS } from '../db/views.ts'
import type { Columns } from './columns.ts'
import type { Listing } from './listing.ts'
import type { Compare } from './order.ts'

/** A view's conversations as sorted slots, and the listing made from them. */
export type ViewOrder = { readonly slots: Int32Array; readonly listing: Listing }

export function makeViewOrder(
  columns: Columns,
  filter: Pick<Listing, 'name' | 'channel' | 'tag'>,
  slots: Int32Array,
): ViewOrder {
  const listing: Listing = {
    ...filter,
    count: slots.length,
    idAt: (index) => columns.ids[slots[index] ?? -1] ?? null,
    // A linear search: a binary one could fail, because the sort keys may have changed since.
    indexOf: (id) => slots.indexOf(columns.slotOf(id)),
  }
  return { slots, listing }
}

/** Newest activity first; in the waiting view, longest wait first. Ids break ties, so that the order is deterministic. */
export function makeCompares(columns: Columns): Readonly<Record<ViewName, Compare>> {
  const byId: Compare = (a, b) => ((columns.ids[a] ?? '') < (columns.ids[b] ?? '') ? -1 : 1)
  const byActivity: Compare = (a, b) => (columns.activityAt[b] ?? 0) - (columns.activityAt[a] ?? 0) || byId(a, b)
  const byWaiting: Compare = (a, b) => (columns.waitingSince[a] ?? 0) - (columns.waitingSince[b] ?? 0) || byId(a, b)
  const compares = VIEWS.map((name) => [name, name === 'waiting' ? byWaiting : byActivity] as const)
  return Object.fromEntries(compares) as Record<ViewName, Compare>
}

/** One bit per view that the conversation is in, in the order of VIEWS. */
export function viewBits(shown: ListedState): number {
  let bits = 0
  for (const [index, name] of VIEWS.entries()) if (isInView(shown, name)) bits |= 1 << index
  return bits
}
