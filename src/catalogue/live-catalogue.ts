import Dexie from 'dexie'
import { type Catalogue, makeCatalogue, type Totals } from './catalogue.ts'
import { makeRows } from './rows.ts'
import { FILL_ROWS, fillCatalogue } from './fill.ts'
import { saveStart, listingsOf, readStart, type StartSnapshot } from './start.ts'
import type { After } from '../db/commit-watch.ts'
import type { Database } from '../db/database.ts'
import { listIdsInOutbox, type ListedConversation, readListRows } from '../db/list-rows.ts'
import { idsBetween, type Listing } from './listing.ts'
import type { ViewName } from '../db/views.ts'

/** What lists read: one workspace's conversations, or those of several. */
export type ListCatalogue = {
  /** Whether every conversation is loaded. */
  readonly isFull: () => boolean
  readonly sortedBy: Catalogue['sortedBy']
  /** Called when any result of the functions below may have changed. */
  readonly subscribe: (listener: () => void) => () => void
  /** Null while not loaded. At first only the top of each view is loaded; the pause follows within a second or two. */
  readonly list: (name: ViewName, channel: string | null, tag?: string | null) => Listing | null
  readonly totals: () => Totals | null
  /** Undefined until `show` has loaded it. */
  readonly row: (conversationId: string) => ListedConversation | undefined
  /** Loads the missing rows on screen and around it. */
  readonly show: (ids: readonly string[]) => void
  readonly listTags: () => readonly string[]
  /** Conversations whose thread is missing or outdated on this device, in the order in which sync should read them. */
  readonly listThreadless: () => Promise<readonly string[]>
  /** False while not loaded. */
  readonly isIn: Catalogue['isIn']
  readonly countTags: Catalogue['countTags']
  /** Settles when every conversation is loaded, or when the catalogue is stopped. */
  readonly full: () => Promise<void>
  /** Settles when all writes so far are applied. */
  readonly settled: () => Promise<void>
}

/** The catalogue of an open database, kept in sync with it. */
export type LiveCatalogue = ListCatalogue & {
  /** Conversations in the inbox or snoozed. */
  readonly listOpen: () => Promise<readonly string[]>
  /** Call when the database is open. Resolves when the first list can be drawn, or when there is none yet. */
  readonly begin: () => Promise<void>
  /** Settles when no read is in flight; the database may then be closed. */
  readonly stop: () => Promise<void>
}

/** Changed rows read at once. */
const CHUNK = 250
/** Rows of the inbox read before the first frame: enough to fill any window. */
const FIRST_ROWS = 30
/** Delay after a failed read, ms. */
const RETRY_MS = 1_000

/**
 * Fills a catalogue from the database, and then rereads the conversations that a write has changed. Reads do not overlap: writes during a
 * read are read after it, so the last result for a conversation is always the newest.
 */
export function makeLiveCatalogue(options: {
  readonly db: Database
  readonly after: After
  /** Resolves when the last update has been painted. */
  readonly painted: () => Promise<unknown>
  /** Resolves after other tasks of the event loop had a turn. */
  readonly yieldToEventLoop: () => Promise<unknown>
  /** Rows read at once during the fill. */
  readonly fillRows?: number
}): LiveCatalogue {
  const { db, after } = options
  const catalogue = makeCatalogue()
  const rows = makeRows()
  const startSaver = saveStart({ db, catalogue, after })
  const listeners = new Set<() => void>()
  const requested = new Set<string>()
  const changed = new Set<string>()
  let firstListings: ReadonlyMap<ViewName, Listing> = new Map()
  let firstTotals: Totals | null = null
  let isFull = false
  let resolveFull = (): void => {}
  const full = new Promise<void>((resolve) => {
    resolveFull = resolve
  })
  let resolveBegun = (): void => {}
  let running: Promise<void> | null = null
  let isStopped = true
  let cancelRetry = (): void => {}
  const unsubscribe = db.changes.subscribe((ids) => {
    for (const id of ids) changed.add(id)
    pump()
  })

  function pump(): void {
    if (running !== null || isStopped) return
    cancelRetry()
    running = (isFull ? refresh() : fill()).finally(() => {
      running = null
    })
    running.then(() => {
      // A listener or another task may have added work.
      if (requested.size + changed.size > 0) pump()
    }, retryLater)
  }

  function retryLater(error: unknown): void {
    // `begin` must resolve even so: the screen shows that there is no list yet.
    resolveBegun()
    // Anything but a Dexie error is a bug and must not be retried.
    if (!(error instanceof Dexie.DexieError)) throw error
    if (!isStopped) cancelRetry = after(RETRY_MS, pump)
  }

  async function fill(): Promise<void> {
    showStart(await readStart(db))
    await refresh()
    resolveBegun()
    await options.painted()
    for (const id of await listIdsInOutbox(db)) changed.add(id)
    await fillCatalogue({
      db,
      chunkSize: options.fillRows ?? FILL_ROWS,
      apply: catalogue.apply,
      pause,
      isStopped: () => isStopped,
    })
    if (isStopped) return
    isFull = true
    resolveFull()
    notify()
    await refresh()
  }

  async function pause(): Promise<void> {
    await options.yieldToEventLoop()
    await refresh()
  }

  function showStart(start: StartSnapshot | null): void {
    if (start === null) return
    firstListings = listingsOf(start)
    firstTotals = start.totals
    for (const id of start.tops.inbox.slice(0, FIRST_ROWS)) requested.add(id)
    if (requested.size === 0) notify()
  }

  /** Reads requested rows, which are on screen, before changed ones. */
  async function refresh(): Promise<void> {
    while (requested.size + changed.size > 0 && !isStopped) {
      const ids = [...(requested.size > 0 ? requested : changed)].slice(0, CHUNK)
      for (const id of ids) changed.delete(id)
      try {
        const changes = await readListRows(db, ids)
        catalogue.apply(changes)
        rows.put(changes)
      } catch (error) {
        for (const id of ids) changed.add(id)
        throw error
      }
      for (const id of ids) requested.delete(id)
      notify()
    }
  }

  function notify(): void {
    for (const listener of listeners) listener()
    if (isFull) startSaver.saveSoon()
  }

  return {
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    list: (name, channel, tag = null) =>
      isFull
        ? catalogue.list(name, channel, tag)
        : channel === null && tag === null
          ? (firstListings.get(name) ?? null)
          : null,
    totals: () => (isFull ? catalogue.totals() : firstTotals),
    row: rows.get,
    show(ids) {
      for (const id of rows.pin(ids)) requested.add(id)
      if (requested.size > 0) pump()
    },
    listTags: catalogue.listTags,
    async listThreadless() {
      await full
      return catalogue.listThreadless()
    },
    async listOpen() {
      await full
      // Snoozed conversations are open too, but not in the inbox.
      const [inbox, snoozed] = [catalogue.list('inbox', null), catalogue.list('snoozed', null)]
      return [...idsBetween(inbox, 0, inbox.count), ...idsBetween(snoozed, 0, snoozed.count)]
    },
    isIn: catalogue.isIn,
    isFull: () => isFull,
    sortedBy: catalogue.sortedBy,
    countTags: catalogue.countTags,
    full: () => full,
    async settled() {
      // One read may make another one necessary.
      while (running !== null) await running.catch(ignoreFailure)
    },
    begin() {
      isStopped = false
      return new Promise((resolve) => {
        resolveBegun = resolve
        pump()
      })
    },
    async stop() {
      isStopped = true
      // Unblocks the callers that wait for the full catalogue.
      resolveFull()
      unsubscribe()
      cancelRetry()
      resolveBegun()
      await Promise.allSettled([running, startSaver.stop()])
    },
  }
}

/** A failed read is retried by a timer. */
function ignoreFailure(): void {}
