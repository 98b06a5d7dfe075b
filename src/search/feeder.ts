import type { Database } from '../db/database.ts'
import type { ConversationSummary } from '../db/overlay.ts'
import { listSummariesAfter, listUnsentTexts, readMessageTexts, readSummaries } from '../db/search-queries.ts'
import { isInView } from '../db/views.ts'
import type { IndexChanges, Written } from './changes.ts'
import type { Header } from './index/entries.ts'
import type { SearchIndex } from './index/search-index.ts'

/** Rows read at a time: a few milliseconds, then questions have their turn. */
const ROWS_AT_ONCE = 500
/** Threads read at a time, fewer and more as they prove long or short: one may be ten megabytes. A question waits for no more than this, ms. */
const THREADS_AT_ONCE = { first: 20, least: 5, most: 320, longMs: 60 }
/** Changes come in swarms: they are waited for this long, ms. */
const GATHER_MS = 60
/** After everything was read anew this many times as long passes before it is again. */
const REST_FACTOR = 10

export type Feeder = {
  /** What was written since; read when the time comes. */
  readonly changed: (changes: IndexChanges) => void
  readonly stop: () => Promise<void>
}

/**
 * Brings everything on the device into the index, who before what, the newest before the old, and then what changes. It is built anew
 * at each start: nothing that is stored could be out of date.
 */
export function startFeeder(options: {
  readonly db: Database
  readonly index: SearchIndex
  /** Told when something can be found that could not be before; `isReady` once all that there was at the start is in. */
  readonly onProgress: (isReady: boolean) => void
  readonly onFailure: (error: unknown) => void
  /** Lets others have their turn, ms. */
  readonly pause: (ms: number) => Promise<void>
  readonly elapsed: () => number
}): Feeder {
  const { db, index, pause, elapsed, onProgress } = options
  const headers = new Set<string>()
  const texts = new Set<string>()
  let withUnsent = new Set<string>()
  let isUnsentWanted = true
  let isRescanWanted = true
  let rescanAt = 0
  let threadsAtOnce: number = THREADS_AT_ONCE.first
  let isReady = false
  let isStopped = false
  let wake = (): void => {}

  async function run(): Promise<void> {
    while (!isStopped) {
      if (isRescanWanted && elapsed() >= rescanAt) await rescan()
      else if (headers.size > 0) await feedHeaders(take(headers, ROWS_AT_ONCE))
      else if (isUnsentWanted) await feedUnsent()
      else if (texts.size > 0) await feedTexts(take(texts, threadsAtOnce))
      else await rest()
    }
  }

  /** All rows, in pieces: at the start, and when so many were written at once that their names are not known. */
  async function rescan(): Promise<void> {
    isRescanWanted = false
    const begunAt = elapsed()
    const known = new Set(index.ids())
    const found: ConversationSummary[] = []
    let afterId = ''
    for (let isMore = true; isMore && !isStopped;) {
      const rows = await listSummariesAfter(db, afterId, ROWS_AT_ONCE)
      for (const row of rows) {
        if (!known.delete(row.id)) found.push(row)
        index.putHeader(headerOf(row))
      }
      afterId = rows.at(-1)?.id ?? ''
      isMore = rows.length === ROWS_AT_ONCE
      await settle()
    }
    // What was not among them may be begun here, or be gone: one look each.
    for (const id of known) headers.add(id)
    found.sort((one, other) => other.activityAt - one.activityAt)
    for (const { id } of found) texts.add(id)
    rescanAt = elapsed() + REST_FACTOR * (elapsed() - begunAt)
  }

  async function feedHeaders(ids: readonly string[]): Promise<void> {
    const rows = await readSummaries(db, ids)
    for (const [place, id] of ids.entries()) {
      const row = rows[place] ?? null
      if (row === null) {
        index.remove(id)
        continue
      }
      if (!index.has(id)) {
        isUnsentWanted = true
        texts.add(id)
      }
      index.putHeader(headerOf(row))
    }
    await settle()
  }

  async function feedTexts(ids: readonly string[]): Promise<void> {
    const begunAt = elapsed()
    const threads = await readMessageTexts(db, ids)
    for (const [place, id] of ids.entries()) index.putText(id, threads[place] ?? null)
    const { least, most, longMs } = THREADS_AT_ONCE
    const isLong = elapsed() - begunAt > longMs
    threadsAtOnce = isLong ? Math.max(least, threadsAtOnce >> 1) : Math.min(most, threadsAtOnce + (threadsAtOnce >> 1))
    await settle()
  }

  async function feedUnsent(): Promise<void> {
    isUnsentWanted = false
    const unsent = await listUnsentTexts(db)
    for (const id of new Set([...withUnsent, ...unsent.keys()])) {
      index.putUnsent(id, unsent.get(id) ?? [])
      // What was asked for counts as so, and an op may be all that there is of a conversation.
      headers.add(id)
    }
    withUnsent = new Set(unsent.keys())
    await settle()
  }

  async function settle(): Promise<void> {
    index.tidy()
    onProgress(isReady)
    await pause(0)
  }

  async function rest(): Promise<void> {
    const isFirst = !isReady
    isReady = true
    if (isFirst) onProgress(true)
    const waited = new Promise<void>((resolve) => (wake = resolve))
    if (isRescanWanted) await Promise.race([waited, pause(Math.max(0, rescanAt - elapsed()))])
    else await waited
    await pause(GATHER_MS)
  }

  function changed(changes: IndexChanges): void {
    const { conversations, threads, seen, outbox, drafts } = changes
    if (conversations === 'all' || seen === 'all') isRescanWanted = true
    for (const written of [conversations, seen]) add(headers, written)
    if (threads === 'all') for (const id of index.ids()) texts.add(id)
    else add(texts, threads)
    if (outbox !== undefined || drafts !== undefined) isUnsentWanted = true
    wake()
  }

  const running = run().catch((error: unknown) => {
    if (!isStopped) options.onFailure(error)
  })
  return {
    changed,
    async stop() {
      isStopped = true
      wake()
      await running
    },
  }
}

function add(ids: Set<string>, written: Written | undefined): void {
  if (written === undefined || written === 'all') return
  for (const id of written) ids.add(id)
}

function take(ids: Set<string>, count: number): readonly string[] {
  const taken: string[] = []
  for (const id of ids) {
    if (taken.length === count) break
    taken.push(id)
    ids.delete(id)
  }
  return taken
}

function headerOf(row: ConversationSummary): Header {
  const isWaiting = row.waitingSince !== null && isInView(row, 'inbox')
  return { ...row, isWaiting }
}
