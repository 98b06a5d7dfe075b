import type { Totals } from './catalogue.ts'
import type { ViewName } from '../db/views.ts'

/**
 * Which counts are still incomplete. `all`: the list is being read for the first time. `waiting`: only the threads tell who waits, and many
 * are missing on this device.
 */
export type Counting = 'all' | 'waiting' | 'none'

/** With fewer missing threads than this, or than this share of the inbox, the count of waiting conversations is near enough. */
const MAX_MISSING = 10
const MAX_MISSING_SHARE = 0.05

/** `download`: what still comes. Threads of open conversations are read before all others. */
export function countingOf(
  download: 'list' | 'threads' | 'nothing',
  totals: Pick<Totals, 'threadsOnDevice' | 'conversations'> & { readonly counts: Pick<Totals['counts'], 'inbox'> },
): Counting {
  if (download === 'list') return 'all'
  if (download === 'nothing') return 'none'
  const { inbox } = totals.counts
  return inbox - totals.threadsOnDevice > Math.max(MAX_MISSING, inbox * MAX_MISSING_SHARE) ? 'waiting' : 'none'
}

/** Whether nearly all threads of open conversations are on this device. Until then, a thread may move its row. */
export function hasOpenThreads(totals: Parameters<typeof countingOf>[1]): boolean {
  return totals.threadsOnDevice >= totals.counts.inbox * (1 - MAX_MISSING_SHARE)
}

/**
 * Whether rows still come from the first download: from the start of its list to the last threads of open conversations. `hasThreads`: they
 * are here, or the server refuses the rest.
 */
export function isFirstDownload(
  before: boolean,
  { isReading, hasThreads }: { readonly isReading: boolean; readonly hasThreads: boolean },
): boolean {
  return isReading || (before && !hasThreads)
}

/** What only this device knows is complete from the start. */
const OF_THIS_DEVICE: ReadonlySet<ViewName> = new Set(['drafts', 'snoozed', 'starred'])

/** Whether the count of this view is still incomplete. */
export function isStillCounting(counting: Counting, name: ViewName): boolean {
  if (counting === 'all') return !OF_THIS_DEVICE.has(name)
  return counting === 'waiting' && name === 'waiting'
}
