import type { Catalogue, Totals } from './catalogue.ts'
import type { After } from '../db/commit-watch.ts'
import type { Database } from '../db/database.ts'
import { idsBetween, type Listing, listingOf } from './listing.ts'
import { type ViewName, VIEWS } from '../db/views.ts'

/**
 * The last state of the screen: the top ids of each view and the counts. With it, the first frame of the next start has a list, with
 * current rows; the rest loads after that. Persisted in `meta`. A start without it is only slower.
 */
export type StartSnapshot = {
  readonly tops: Readonly<Record<ViewName, readonly string[]>>
  readonly totals: Totals
}

/** More rows than a held-down key passes, at thirty a second, until the rest is loaded. */
const TOP_ROWS = 300
const NAME = 'start'
/** Delay between a change and the save, ms. */
const SAVE_DELAY_MS = 3_000

export function startSnapshotOf(catalogue: Catalogue): StartSnapshot {
  const tops = VIEWS.map((name) => [name, idsBetween(catalogue.list(name, null), 0, TOP_ROWS)] as const)
  return { tops: Object.fromEntries(tops) as StartSnapshot['tops'], totals: catalogue.totals() }
}

/** Each top as a listing with the full count of its view. */
export function listingsOf({ tops, totals }: StartSnapshot): ReadonlyMap<ViewName, Listing> {
  const listings = VIEWS.map((name) => listingOf({ name, channel: null }, tops[name], totals.counts[name]))
  return new Map(listings.map((listing) => [listing.name, listing]))
}

/** Null at the first start, and for a snapshot from a version with other views. */
export async function readStart(db: Database): Promise<StartSnapshot | null> {
  const start = (await db.meta.get(NAME))?.value as StartSnapshot | undefined
  const isWhole =
    start !== undefined &&
    VIEWS.every((name) => Array.isArray(start.tops[name]) && name in start.totals.counts) &&
    'tagCounts' in start.totals
  return isWhole ? start : null
}

/** Saves the snapshot for the next start, at most once per SAVE_DELAY_MS. */
export function saveStart({
  db,
  catalogue,
  after,
}: {
  readonly db: Database
  readonly catalogue: Catalogue
  readonly after: After
}): { readonly saveSoon: () => void; readonly stop: () => Promise<unknown> } {
  let saved = ''
  let writing: Promise<unknown> = Promise.resolve()
  let cancelSave: (() => void) | null = null

  function save(): void {
    cancelSave = null
    const start = startSnapshotOf(catalogue)
    const text = JSON.stringify(start)
    if (text === saved) return
    saved = text
    // A failed save only makes the next start slower.
    const onFailure = (): void => {
      saved = ''
    }
    writing = db.meta.put({ name: NAME, value: start }).catch(onFailure)
  }

  return {
    saveSoon() {
      cancelSave ??= after(SAVE_DELAY_MS, save)
    },
    stop() {
      cancelSave?.()
      cancelSave = null
      return writing
    },
  }
}
