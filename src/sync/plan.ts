/** What to read next: a pure decision over what is due. */

export type SyncState = {
  /** Epoch ms of the last try at each; 0 for never. */
  readonly pageAt: number
  readonly openThreadAt: number
  readonly hydratedAt: number
  /** The running sweep's next offset; null between sweeps. */
  readonly sweepOffset: number | null
  /** Epoch ms when the last sweep came to its end; 0 for never. */
  readonly sweptAt: number
  /** Epoch ms before which nothing is read: after a failure, or as the server asked. */
  readonly waitUntil: number
}

export type Attention = {
  /** The conversation whose thread is on screen and can be read; null for none. */
  readonly openConversationId: string | null
  readonly isFocused: boolean
  /** Whether some thread is not on this device yet. */
  readonly isHydrationWanted: boolean
  /** False while the disk is nearly full: what is left is for what people say, so nothing is fetched ahead. */
  readonly hasSpace: boolean
}

export type Job = 'open-thread' | 'first-page' | 'sweep-page' | 'hydrate'

/** Poll by attention, ms: see docs/sync. The open thread most often, the list less, without focus least. */
export const OPEN_THREAD_MS = 5_000
const PAGE_FOCUSED_MS = 15_000
const PAGE_BACKGROUND_MS = 60_000
/** The whole list is read again this often, ms: a poll of the first page cannot see everything. */
const SWEEP_MS = 600_000
/** Between two threads fetched for offline reading, ms: far below the documented 100 requests in 10 s. */
const HYDRATE_MS = 200

export function nextJob(
  state: SyncState,
  attention: Attention,
  now: number,
): { readonly job: Job | null; readonly at: number } {
  if (now < state.waitUntil) return { job: null, at: state.waitUntil }
  const pageMs = attention.isFocused ? PAGE_FOCUSED_MS : PAGE_BACKGROUND_MS
  const isSweeping = state.sweepOffset !== null && attention.hasSpace
  const isFirstSweep = isSweeping && state.sweptAt === 0
  const due: readonly { readonly job: Job; readonly at: number; readonly isWanted: boolean }[] = [
    { job: 'open-thread', at: state.openThreadAt + OPEN_THREAD_MS, isWanted: attention.openConversationId !== null },
    { job: 'sweep-page', at: now, isWanted: isFirstSweep },
    { job: 'first-page', at: state.pageAt + pageMs, isWanted: !isSweeping },
    { job: 'hydrate', at: state.hydratedAt + HYDRATE_MS, isWanted: attention.isHydrationWanted && attention.hasSpace },
    { job: 'sweep-page', at: now, isWanted: isSweeping },
    { job: 'sweep-page', at: state.sweptAt + SWEEP_MS, isWanted: state.sweepOffset === null && attention.hasSpace },
  ]
  const wanted = due.filter((one) => one.isWanted)
  const ready = wanted.find((one) => one.at <= now)
  if (ready !== undefined) return { job: ready.job, at: now }
  return { job: null, at: Math.min(...wanted.map((one) => one.at)) }
}

/** Rows of two pages overlap, so that one that moved up while the list was read is not missed. */
export const PAGE_LIMIT = 100
const PAGE_STEP = 80

/** The next offset of a sweep after a page of `rows`, or null at the end: a page shorter than the limit. */
export function nextOffset(offset: number, rows: number): number | null {
  return rows < PAGE_LIMIT ? null : offset + PAGE_STEP
}
