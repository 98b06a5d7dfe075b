import type { Database } from '../db/database.ts'
import type { ConversationSummary } from '../db/overlay.ts'
import { listSummariesAfter, listUnsentTexts, readMessageTexts, readSummaries } from '../db/search-queries.ts'
import { isInView } from '../db/views.ts'
import type { IndexChanges, Written } from './changes.ts'
import type { Header } from './index/entries.ts'
import type { SearchIndex } from './index/search-index.ts'

/** Rows read at once. They take a few milliseconds, so that queries do not wait long. */
const ROW_CHUNK = 500
/** Threads read at once. Adapts to their length, since one may be ten megabytes, so that a query waits at most `maxMs`. */
const THREAD_CHUNK = { initial: 20, min: 5, max: 320, maxMs: 60 }
/** Changes come in bursts and are collected for this long, ms. */
const DEBOUNCE_MS = 60
/** Rescans are at least this many times their own duration apart. */
const RESCAN_REST_FACTOR = 10

export type Feeder = {
  /** Queues written rows for reading. */
  readonly changed: (changes: IndexChanges) => void
  readonly stop: () => Promise<void>
}

/**
 * Feeds all conversations on this device into the index, headers before messages and newest first, and then every change. The index is
 * rebuilt at each start, so it can never be outdated.
 */
export function startFeeder(options: {
  readonly db: Database
  readonly index: SearchIndex
  /** Called when more can be found; `isReady` is true once everything from the start is indexed. */
  readonly onProgress: (isReady: boolean) => void
  readonly onFailure: (error: unknown) => void
  /** Yields to other tasks for at least this long, ms. */
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
  let threadChunk: number = THREAD_CHUNK.initial
  let isReady = false
  let isStopped = false
  let wake = (): void => {}

  async function run(): Promise<void> {
    while (!isStopped) {
      if (isRescanWanted && elapsed() >= rescanAt) await rescan()
      else if (headers.size > 0) await feedHeaders(take(headers, ROW_CHUNK))
      else if (isUnsentWanted) await feedUnsent()
      else if (texts.size > 0) await feedTexts(take(texts, threadChunk))
      else await waitForChanges()
    }
  }

  /** Reads all rows in chunks: at the start, and after writes so large that Dexie does not report their keys. */
  async function rescan(): Promise<void> {
    isRescanWanted = false
    const begunAt = elapsed()
    const known = new Set(index.ids())
    const added: ConversationSummary[] = []
    let afterId = ''
    for (let isMore = true; isMore && !isStopped;) {
      const rows = await listSummariesAfter(db, afterId, ROW_CHUNK)
      for (const row of rows) {
        if (!known.delete(row.id)) added.push(row)
        index.putHeader(headerOf(row))
      }
      afterId = rows.at(-1)?.id ?? ''
      isMore = rows.length === ROW_CHUNK
      await finishChunk()
    }
    // Ids not found may be begun here or deleted, so each is read.
    for (const id of known) headers.add(id)
    added.sort((a, b) => b.activityAt - a.activityAt)
    for (const { id } of added) texts.add(id)
    rescanAt = elapsed() + RESCAN_REST_FACTOR * (elapsed() - begunAt)
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
    await finishChunk()
  }

  async function feedTexts(ids: readonly string[]): Promise<void> {
    const begunAt = elapsed()
    const threads = await readMessageTexts(db, ids)
    for (const [place, id] of ids.entries()) index.putText(id, threads[place] ?? null)
    const { min, max, maxMs } = THREAD_CHUNK
    const isSlow = elapsed() - begunAt > maxMs
    threadChunk = isSlow ? Math.max(min, threadChunk >> 1) : Math.min(max, threadChunk + (threadChunk >> 1))
    await finishChunk()
  }

  async function feedUnsent(): Promise<void> {
    isUnsentWanted = false
    const unsent = await listUnsentTexts(db)
    for (const id of new Set([...withUnsent, ...unsent.keys()])) {
      index.putUnsent(id, unsent.get(id) ?? [])
      // Queued changes affect the header, and a conversation may exist only as an op.
      headers.add(id)
    }
    withUnsent = new Set(unsent.keys())
    await finishChunk()
  }

  async function finishChunk(): Promise<void> {
    index.tidy()
    onProgress(isReady)
    await pause(0)
  }

  async function waitForChanges(): Promise<void> {
    const isFirst = !isReady
    isReady = true
    if (isFirst) onProgress(true)
    const waited = new Promise<void>((resolve) => (wake = resolve))
    if (isRescanWanted) await Promise.race([waited, pause(Math.max(0, rescanAt - elapsed()))])
    else await waited
    await pause(DEBOUNCE_MS)
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
