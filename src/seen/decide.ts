import type { ReadTiming } from './settings.ts'

/** A conversation whose thread is on screen, and the eye on it. */
export type ReadingState = {
  readonly timing: ReadTiming
  /** The window has the focus: nobody reads in one that stands behind others. */
  readonly isFocused: boolean
  /** While many are picked the eye goes along the list, not into the threads. */
  readonly isPicking: boolean
  /** A dialog lies over it. */
  readonly isCovered: boolean
  /** What there is to be seen; `marked`: marked as unread by hand, before it was opened or since. */
  readonly unread: 'nothing' | 'words' | 'marked before' | 'marked since'
  /** How long the eye has been on these words without a break, ms. */
  readonly lookedMs: number
}

/** How long a look must last, ms; null where none is long enough. */
const LOOK_MS: Readonly<Record<ReadTiming, number | null>> = {
  open: 0,
  'half-second': 500,
  'two-seconds': 2_000,
  reply: null,
  hand: null,
}

/** In how many ms it counts as seen, if nothing changes until then: 0 is now, null is never. */
export function seenInMs({ timing, unread, lookedMs, ...eye }: ReadingState): number | null {
  const lookMs = LOOK_MS[timing]
  // What a person marks while they look at it is for later.
  if (lookMs === null || unread === 'nothing' || unread === 'marked since' || !isReading(eye)) return null
  return Math.max(0, lookMs - lookedMs)
}

export function isReading({
  isFocused,
  isPicking,
  isCovered,
}: Pick<ReadingState, 'isFocused' | 'isPicking' | 'isCovered'>): boolean {
  return isFocused && !isPicking && !isCovered
}

/** Who answers has read it, whatever a look would count for; by hand alone means by hand alone. */
export function isSeenByReply(timing: ReadTiming): boolean {
  return timing !== 'hand'
}
