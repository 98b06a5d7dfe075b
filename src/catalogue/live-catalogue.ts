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

/** The catalogue of an open database, kept true. */
export type LiveCatalogue = {
  /** Hears whenever any of what follows may answer otherwise. */
  readonly subscribe: (listener: () => void) => () => void
  /** Null while it is not known yet. At first only the top of each view is; the rest follows within a second or two. */
  readonly list: (name: ViewName, channel: string | null, tag?: string | null) => Listing | null
  readonly totals: () => Totals | null
  /** Undefined while it is being read: see `show`. */
  readonly row: (conversationId: string) => ListedConversation | undefined
  /** What is on screen, and around it: read if it is not here. */
  readonly show: (ids: readonly string[]) => void
  readonly listTags: () => readonly string[]
  /** Conversations whose thread is missing here or out of date, in the order in which they are wanted. */
  readonly listThreadless: () => Promise<readonly string[]>
  /** Those that are shown as open, or put off to later. */
  readonly listOpen: () => Promise<readonly string[]>
  /** False while it is not known yet. */
  readonly isIn: Catalogue['isIn']
  /** The tags of these, and on how many of them each is. */
  readonly countTags: Catalogue['countTags']
  /** Every conversation with this telephone number or e-mail address, and maybe others. */
  readonly findByContact: (contact: Parameters<Catalogue['findByContact']>[0]) => Promise<readonly string[]>
  /** Settles when every conversation has its place, or none will have. */
  readonly full: () => Promise<void>
  /** Settles when all that was written so far has its place in the lists. */
  readonly settled: () => Promise<void>
  /** The database is open. Resolves once the first list can be drawn, or it is known that there is none yet. */
  readonly begin: () => Promise<void>
  /** Settles when nothing is read any more: the database may then be closed. */
  readonly stop: () => Promise<void>
}

/** Rows read again at once. */
const CHUNK = 250
/** Rows of a view that any window shows without scrolling. */
const FIRST_ROWS = 30
/** After a read that failed, ms. */
const RETRY_MS = 1_000

/**
 * Fills a catalogue from the database, and keeps it true by reading again what a write has touched. One thing is read at a time, and put in
 * place as it was read; whatever is written meanwhile is read after it: so the last word on a conversation is always the newest.
 */
export function makeLiveCatalogue(options: {
  readonly db: Database
  readonly after: After
  /** Resolves when what was shown is on screen. */
  readonly painted: () => Promise<unknown>
  /** Resolves when whatever else waits for the page has had its turn. */
  readonly yieldToEventLoop: () => Promise<unknown>
  /** Rows read at once by the filling. */
  readonly fillRows?: number
}): LiveCatalogue {
  const { db, after } = options
  const catalogue = makeCatalogue()
  const rows = makeRows()
  const keeper = saveStart({ db, catalogue, after })
  const listeners = new Set<() => void>()
  const asked = new Set<string>()
  const changed = new Set<string>()
  let firstListings: ReadonlyMap<ViewName, Listing> = new Map()
  let firstTotals: Totals | null = null
  let isFull = false
  let tellFull = (): void => {}
  const full = new Promise<void>((resolve) => {
    tellFull = resolve
  })
  let tellBegun = (): void => {}
  let running: Promise<void> | null = null
  let isStopped = true
  let callOff = (): void => {}
  const unsubscribe = db.changes.subscribe((ids) => {
    for (const id of ids) changed.add(id)
    pump()
  })

  function pump(): void {
    if (running !== null || isStopped) return
    callOff()
    running = (isFull ? refresh() : fill()).finally(() => {
      running = null
    })
    running.then(() => {
      // Written while the last of it was put in place.
      if (asked.size + changed.size > 0) pump()
    }, retryLater)
  }

  function retryLater(error: unknown): void {
    // The screen says by itself that there is no list yet.
    tellBegun()
    // A bug is no reading that failed.
    if (!(error instanceof Dexie.DexieError)) throw error
    if (!isStopped) callOff = after(RETRY_MS, pump)
  }

  async function fill(): Promise<void> {
    showStart(await readStart(db))
    await refresh()
    tellBegun()
    await options.painted()
    for (const id of await listIdsInOutbox(db)) changed.add(id)
    await fillCatalogue({
      db,
      atOnce: options.fillRows ?? FILL_ROWS,
      put: catalogue.apply,
      rest,
      isStopped: () => isStopped,
    })
    if (isStopped) return
    isFull = true
    tellFull()
    tell()
    await refresh()
  }

  async function rest(): Promise<void> {
    await options.yieldToEventLoop()
    await refresh()
  }

  function showStart(start: StartSnapshot | null): void {
    if (start === null) return
    firstListings = listingsOf(start)
    firstTotals = start.totals
    for (const id of start.tops.inbox.slice(0, FIRST_ROWS)) asked.add(id)
    if (asked.size === 0) tell()
  }

  /** What the person looks at first. */
  async function refresh(): Promise<void> {
    while (asked.size + changed.size > 0 && !isStopped) {
      const ids = [...(asked.size > 0 ? asked : changed)].slice(0, CHUNK)
      for (const id of ids) changed.delete(id)
      try {
        const changes = await readListRows(db, ids)
        catalogue.apply(changes)
        rows.keep(changes)
      } catch (error) {
        for (const id of ids) changed.add(id)
        throw error
      }
      for (const id of ids) asked.delete(id)
      tell()
    }
  }

  function tell(): void {
    for (const listener of listeners) listener()
    if (isFull) keeper.keepSoon()
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
      for (const id of rows.hold(ids)) asked.add(id)
      if (asked.size > 0) pump()
    },
    listTags: catalogue.listTags,
    async listThreadless() {
      await full
      return catalogue.listThreadless()
    },
    async listOpen() {
      await full
      // What is put off is open all the same.
      const [inbox, snoozed] = [catalogue.list('inbox', null), catalogue.list('snoozed', null)]
      return [...idsBetween(inbox, 0, inbox.count), ...idsBetween(snoozed, 0, snoozed.count)]
    },
    isIn: catalogue.isIn,
    countTags: catalogue.countTags,
    async findByContact(contact) {
      await full
      return catalogue.findByContact(contact)
    },
    full: () => full,
    async settled() {
      // One reading may find that another is needed.
      while (running !== null) await running.catch(later)
    },
    begin() {
      isStopped = false
      return new Promise((resolve) => {
        tellBegun = resolve
        pump()
      })
    },
    async stop() {
      isStopped = true
      // Whoever waits for all of it waits for nothing any more.
      tellFull()
      unsubscribe()
      callOff()
      tellBegun()
      await Promise.allSettled([running, keeper.stop()])
    },
  }
}

/** What could not be read now is read again by itself. */
function later(): void {}
