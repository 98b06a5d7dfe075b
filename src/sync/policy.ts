/** The numbers that sync uses, passed as one record. */
export type SweepRules = {
  /** Rows in one request: the API's maximum. */
  readonly limit: number
  /** Rows from one page to the next. It is less than `limit`, so that a row that moves during the sweep is not missed. */
  readonly step: number
  /** How many passes a sweep makes before it reports that sync is catching up. */
  readonly passes: number
  readonly stepsBack: number
  /** Whether the end counts as reached only when an empty page follows the short one. */
  readonly requiresEmptyPage: boolean
  /** A sweep ends after this many identical pages in a row: a server that ignores `offset` would be read forever. */
  readonly samePages: number
}

export type SyncPolicy = {
  readonly sweep: SweepRules
  /** ms between two reads of the thread on screen. */
  readonly openThreadMs: number
  /** ms between two reads of the first page, with window focus and without. */
  readonly pollFocusedMs: number
  readonly pollBackgroundMs: number
  /** The part of the interval by which a poll varies, so that many devices do not poll at the same time. */
  readonly jitter: number
  /** ms between two sweeps of the open conversations, once the list is known to be newest first. */
  readonly openSweepMs: number
  /** ms between two sweeps of all conversations. */
  readonly wholeSweepMs: number
  /** ms between two requests of a slow sweep: 20 a minute. */
  readonly trickleMs: number
  /** ms between two background requests: 80 in 10 s, which leaves a fifth of the API's budget to the user. */
  readonly paceMs: number
  /** The same until the list has been read once: 95 in 10 s. A message that the user sends meanwhile waits for one of these at most. */
  readonly firstSyncPaceMs: number
  /** How many threads are fetched ahead at once. */
  readonly threadsAtOnce: number
  /** The ordered polls in a row after which the list counts as newest first. */
  readonly orderedPolls: number
  /** How many pages below the first one a poll may read. */
  readonly maxPollPages: number
  /** A timer that is late by more than this means that the machine slept, ms. */
  readonly sleepMs: number
  /** The wait after the first failed read, ms. It doubles with each failure, up to `maxWaitMs`. */
  readonly firstWaitMs: number
  readonly maxWaitMs: number
}

export const SYNC_POLICY: SyncPolicy = {
  sweep: { limit: 100, step: 80, passes: 3, stepsBack: 3, requiresEmptyPage: true, samePages: 3 },
  openThreadMs: 5_000,
  pollFocusedMs: 15_000,
  pollBackgroundMs: 60_000,
  jitter: 0.1,
  openSweepMs: 600_000,
  wholeSweepMs: 1_800_000,
  trickleMs: 3_000,
  paceMs: 125,
  firstSyncPaceMs: 105,
  threadsAtOnce: 4,
  orderedPolls: 20,
  maxPollPages: 10,
  sleepMs: 60_000,
  firstWaitMs: 1_000,
  maxWaitMs: 30_000,
}
