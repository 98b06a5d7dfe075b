import { type ReducedListing, without, withoutMore } from '../catalogue/listing-without.ts'
import { isSamePlace, isWhole, type Listing } from '../catalogue/listing.ts'

/** The list as it is shown. `intake` counts how often the user has asked for new conversations. */
export type SteadyList = { readonly reduced: ReducedListing; readonly intake: number }

type Wanted = {
  /** The view as the database has it now. */
  readonly wanted: Listing
  /** Conversations that the user's own commands remove. They disappear at once, even while the list is held. */
  readonly leaving: ReadonlySet<string>
  /** The user is working in the list, so no row may appear, disappear or move. */
  readonly isHeld: boolean
  /** A changed number means that the user asks for the new conversations. */
  readonly intake: number
}

/** The list to show next: the same object when nothing changes. */
export function nextSteady(before: SteadyList | null, { wanted, leaving, isHeld, intake }: Wanted): SteadyList {
  const { reduced } = before ?? {}
  const keepsBase =
    isHeld &&
    before?.intake === intake &&
    // In an empty list no row can shift, and a held list would never show the row that the user waits for.
    before.reduced.listing.count > 0 &&
    isSamePlace(before.reduced.base, wanted) &&
    !isWholeAtLast(wanted, before.reduced.base)
  if (reduced !== undefined && (keepsBase || (reduced.base === wanted && isSubset(reduced.ids, leaving)))) {
    const next = withoutMore(reduced, leaving)
    return next === reduced && before?.intake === intake ? before : { reduced: next, intake }
  }
  return { reduced: without(wanted, leaving), intake }
}

/** The whole list replaces its loaded top even while held, because the user cannot scroll beyond the top. */
function isWholeAtLast(wanted: Listing, base: Listing): boolean {
  return isWhole(wanted) && !isWhole(base)
}

function isSubset(ids: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  for (const id of ids) if (!others.has(id)) return false
  return true
}

/** Rows above that are checked: those that have left the view cannot be compared. */
const MAX_ROWS_ABOVE = 20

/**
 * Whether a row would move up past the row above it because it has a new message. A new message elsewhere moves its
 * row above both, and changes neither's order.
 */
export function isMovingUp(shown: Listing, wanted: Listing, conversationId: string): boolean {
  if (shown === wanted) return false
  const [shownIndex, wantedIndex] = [shown.indexOf(conversationId), wanted.indexOf(conversationId)]
  if (shownIndex === -1 || wantedIndex === -1) return false
  for (let index = shownIndex - 1; index >= Math.max(0, shownIndex - MAX_ROWS_ABOVE); index -= 1) {
    const above = wanted.indexOf(shown.idAt(index) ?? '')
    if (above !== -1) return above > wantedIndex
  }
  return false
}

/** New rows appear at the top. After this many unmoved rows in a row, counting stops. */
const MAX_UNMOVED = 50
/** Rows that are compared at most, to bound the cost. */
const MAX_STEPS = 400
export const MAX_NEW = 99

/**
 * How many rows would appear at or move to the top if the list were updated: `MAX_NEW` for that many or more. Rows
 * that the user is removing (`leaving`) stay in `wanted` until the change is stored, so they are not counted.
 */
export function countNew(
  shown: Listing,
  wanted: Listing,
  {
    isUnread,
    leaving,
  }: { readonly isUnread: (conversationId: string) => boolean; readonly leaving: ReadonlySet<string> },
): number {
  if (shown === wanted) return 0
  const passed = new Set<string>()
  let [count, unmoved, place] = [0, 0, 0]
  for (let index = 0; index < MAX_STEPS && unmoved < MAX_UNMOVED && count < MAX_NEW; index += 1) {
    const id = wanted.idAt(index)
    if (id === null) break
    if (leaving.has(id)) continue
    // Skips rows that were passed already because they moved up, and rows that have left.
    for (let next = shown.idAt(place); next !== null && next !== id; next = shown.idAt(place)) {
      if (!passed.has(next) && wanted.indexOf(next) !== -1) break
      place += 1
    }
    passed.add(id)
    const isUnmoved = shown.idAt(place) === id
    if (isUnmoved) place += 1
    else if (isUnread(id) || shown.indexOf(id) === -1) count += 1
    unmoved = isUnmoved ? unmoved + 1 : 0
  }
  return count
}
