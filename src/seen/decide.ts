import type { ReadTiming } from './settings.ts'

/** The conversation whose thread is on screen, and whether the user can be reading it. */
export type ReadingState = {
  readonly timing: ReadTiming
  /** The window has the focus. Without it, another window may cover this one. */
  readonly isFocused: boolean
  /** Conversations are selected with checkboxes: the user reads the list, not the thread. */
  readonly isPicking: boolean
  /** A dialog covers the thread, or a narrow window shows another pane. */
  readonly isCovered: boolean
  /** `marked before`, `marked since`: the user marked the conversation as unread, before or after opening it. */
  readonly unread: 'nothing' | 'message' | 'marked before' | 'marked since'
  /** How long the current message has been on screen without interruption, ms. */
  readonly onScreenMs: number
}

/** How long a message must be on screen to count as read, ms; null where time on screen does not count. */
const READ_AFTER_MS: Readonly<Record<ReadTiming, number | null>> = {
  open: 0,
  'half-second': 500,
  'two-seconds': 2_000,
  reply: null,
  hand: null,
}

/** The time until the conversation counts as read if nothing changes, ms: 0 is now, null is never. */
export function seenInMs({ timing, unread, onScreenMs, ...view }: ReadingState): number | null {
  const readAfterMs = READ_AFTER_MS[timing]
  // A conversation that the user marks as unread while it is open is meant for later.
  if (readAfterMs === null || unread === 'nothing' || unread === 'marked since' || !isReading(view)) return null
  return Math.max(0, readAfterMs - onScreenMs)
}

export function isReading({
  isFocused,
  isPicking,
  isCovered,
}: Pick<ReadingState, 'isFocused' | 'isPicking' | 'isCovered'>): boolean {
  return isFocused && !isPicking && !isCovered
}

/** A reply marks the conversation as read, except when the user wants to do that only by hand. */
export function isSeenByReply(timing: ReadTiming): boolean {
  return timing !== 'hand'
}
