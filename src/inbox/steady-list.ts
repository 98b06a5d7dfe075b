import { type ReducedListing, without, withoutMore } from '../catalogue/listing-without.ts'
import { isSamePlace, isWhole, type Listing } from '../catalogue/listing.ts'

/** What is shown of a view while a hand is in it. */
export type SteadyList = { readonly thinned: ReducedListing; readonly intake: number }

type Wanted = {
  /** The view as it is now. */
  readonly wanted: Listing
  /** What this person is taking out of it: gone at once, whatever else stands still. */
  readonly leaving: ReadonlySet<string>
  /** A hand is in the list: nothing may come in, go or move but by itself. */
  readonly isHeld: boolean
  /** Another number than before: the person asks for what is new. */
  readonly intake: number
}

/** The very same while nothing is to be drawn anew. */
export function nextSteady(before: SteadyList | null, { wanted, leaving, isHeld, intake }: Wanted): SteadyList {
  const { thinned } = before ?? {}
  const stands =
    isHeld &&
    before?.intake === intake &&
    // In an empty list no row can shift, and the user would wait for a row that never comes while they press keys.
    before.thinned.listing.count > 0 &&
    isSamePlace(before.thinned.base, wanted) &&
    !isMore(wanted, before.thinned.base)
  if (thinned !== undefined && (stands || (thinned.base === wanted && isSubset(thinned.ids, leaving)))) {
    const next = withoutMore(thinned, leaving)
    return next === thinned && before?.intake === intake ? before : { thinned: next, intake }
  }
  return { thinned: without(wanted, leaving), intake }
}

/** The whole takes the place of its top also under a hand, which could go no further than the top reaches. */
function isMore(wanted: Listing, base: Listing): boolean {
  return isWhole(wanted) && !isWhole(base)
}

function isSubset(ids: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  for (const id of ids) if (!others.has(id)) return false
  return true
}

/** Looked at above the row: what has left meanwhile stands nowhere. */
const MAX_ABOVE = 20

/**
 * Whether a row would go up past what stands above it, by its own new words. What is new elsewhere comes in above both and moves neither past
 * the other.
 */
export function isMovingUp(shown: Listing, wanted: Listing, conversationId: string): boolean {
  if (shown === wanted) return false
  const [place, next] = [shown.indexOf(conversationId), wanted.indexOf(conversationId)]
  if (place === -1 || next === -1) return false
  for (let index = place - 1; index >= Math.max(0, place - MAX_ABOVE); index -= 1) {
    const above = wanted.indexOf(shown.idAt(index) ?? '')
    if (above !== -1) return above > next
  }
  return false
}

/** After so many in a row that stand where they stood, the rest does, too: what is new comes in at the top. */
const ENOUGH = 50
/** Looked at, at most: beyond that nobody counts. */
const MAX_STEPS = 400
export const MAX_NEW = 99

/**
 * How many would come in at the top, or go up there with new words, if what is new were taken in; `MAX_NEW` for that many and more. What
 * this person is taking out is still wanted until it is written, and is not new.
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
  let [count, inRow, place] = [0, 0, 0]
  for (let index = 0; index < MAX_STEPS && inRow < ENOUGH && count < MAX_NEW; index += 1) {
    const id = wanted.idAt(index)
    if (id === null) break
    if (leaving.has(id)) continue
    // Those that have gone up already, and those that have left.
    for (let next = shown.idAt(place); next !== null && next !== id; next = shown.idAt(place)) {
      if (!passed.has(next) && wanted.indexOf(next) !== -1) break
      place += 1
    }
    passed.add(id)
    const stands = shown.idAt(place) === id
    if (stands) place += 1
    else if (isUnread(id) || shown.indexOf(id) === -1) count += 1
    inRow = stands ? inRow + 1 : 0
  }
  return count
}
