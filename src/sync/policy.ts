/** Every rule of sync with a number in it, handed in as one record. */
export type SweepRules = {
  /** Rows asked for at once: the most that the API gives. */
  readonly limit: number
  /** Rows of two pages overlap by the difference, so that one that moved up while the list was read is not missed. */
  readonly step: number
  /** How often a sweep reads the list before it says that it is catching up. */
  readonly passes: number
  readonly stepsBack: number
  /** Whether a short page is believed to be the last only when an empty one follows. */
  readonly isEndProved: boolean
  /** The same page so often, one after another: a server that does not know `offset` would be read for ever. */
  readonly samePages: number
}

export type SyncPolicy = {
  readonly sweep: SweepRules
  /** ms between two reads of the thread on screen. */
  readonly openThreadMs: number
  /** ms between two reads of the first page, with the focus and without. */
  readonly pollFocusedMs: number
  readonly pollBackgroundMs: number
  /** The share by which a poll comes earlier or later, so that many devices do not ask at once. */
  readonly jitter: number
  /** ms between two sweeps of the open ones, once the order is learned. */
  readonly openSweepMs: number
  /** ms between two sweeps of everything. */
  readonly wholeSweepMs: number
  /** ms between two requests of the trickle: 20 a minute. */
  readonly trickleMs: number
  /** ms between two requests of the background: 80 in 10 s, which leaves a fifth of the budget to people. */
  readonly paceMs: number
  /** Polls that the newest must have stood at the top for it to count as learned. */
  readonly goodPolls: number
  /** Pages below the first that a poll follows news down to. */
  readonly deepestPoll: number
  /** A timer late by more than this means that the machine slept, ms. */
  readonly sleepMs: number
  /** The first wait after a failed read; it doubles up to the longest, ms. */
  readonly firstWaitMs: number
  readonly longestWaitMs: number
}

export const SYNC_POLICY: SyncPolicy = {
  sweep: { limit: 100, step: 80, passes: 3, stepsBack: 3, isEndProved: true, samePages: 3 },
  openThreadMs: 5_000,
  pollFocusedMs: 15_000,
  pollBackgroundMs: 60_000,
  jitter: 0.1,
  openSweepMs: 600_000,
  wholeSweepMs: 1_800_000,
  trickleMs: 3_000,
  paceMs: 125,
  goodPolls: 20,
  deepestPoll: 10,
  sleepMs: 60_000,
  firstWaitMs: 1_000,
  longestWaitMs: 30_000,
}
