import type { Catalogue, Totals } from './catalogue.ts'
import type { After } from '../db/commit-watch.ts'
import type { Database } from '../db/database.ts'
import { idsBetween, type Listing, listingOf } from './listing.ts'
import { type ViewName, VIEWS } from '../db/views.ts'

/**
 * What the screen showed last: the top of each view, by id, and the numbers. With it the list stands in the first frame of the next start,
 * its rows as they are by then; everything else is counted behind it. Persisted in `meta`: a start without it only comes later.
 */
export type StartSnapshot = {
  readonly tops: Readonly<Record<ViewName, readonly string[]>>
  readonly totals: Totals
}

/** More than a key held down passes until the rest is known, at thirty a second. */
const TOP_ROWS = 300
const NAME = 'start'
/** What is on screen is kept for the next start this long after something changed, ms. */
const START_MS = 3_000

export function startSnapshotOf(catalogue: Catalogue): StartSnapshot {
  const tops = VIEWS.map((name) => [name, idsBetween(catalogue.list(name, null), 0, TOP_ROWS)] as const)
  return { tops: Object.fromEntries(tops) as StartSnapshot['tops'], totals: catalogue.totals() }
}

/** The tops, each as the beginning of its whole view. */
export function listingsOf({ tops, totals }: StartSnapshot): ReadonlyMap<ViewName, Listing> {
  const listings = VIEWS.map((name) => listingOf({ name, channel: null }, tops[name], totals.counts[name]))
  return new Map(listings.map((listing) => [listing.name, listing]))
}

/** Null at the very first start, and for what a version with other views has left. */
export async function readStart(db: Database): Promise<StartSnapshot | null> {
  const start = (await db.meta.get(NAME))?.value as StartSnapshot | undefined
  const isWhole =
    start !== undefined &&
    VIEWS.every((name) => Array.isArray(start.tops[name]) && name in start.totals.counts) &&
    'tagCounts' in start.totals
  return isWhole ? start : null
}

/** Keeps what the next start shows first: at rest, and not at every change. */
export function saveStart({
  db,
  catalogue,
  after,
}: {
  readonly db: Database
  readonly catalogue: Catalogue
  readonly after: After
}): { readonly keepSoon: () => void; readonly stop: () => Promise<unknown> } {
  let kept = ''
  let writing: Promise<unknown> = Promise.resolve()
  let callOff: (() => void) | null = null

  function keep(): void {
    callOff = null
    const start = startSnapshotOf(catalogue)
    const text = JSON.stringify(start)
    if (text === kept) return
    kept = text
    // A start without it comes later, and that is all.
    const missed = (): void => {
      kept = ''
    }
    writing = db.meta.put({ name: NAME, value: start }).catch(missed)
  }

  return {
    keepSoon() {
      callOff ??= after(START_MS, keep)
    },
    stop() {
      callOff?.()
      callOff = null
      return writing
    },
  }
}
