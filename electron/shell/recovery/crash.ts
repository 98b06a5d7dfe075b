/** A page that is gone again this soon, ms, fails at its own start: reloading it would loop. */
const TOO_SOON_MS = 10_000
/** A page that is gone three times in this time, ms, fails at something that it does a little later. */
const LOOP_MS = 5 * 60_000
const LOOP_COUNT = 3

export type PageGone = {
  /** Electron's reason of `render-process-gone`. */
  readonly reason: string
  readonly at: number
  /** When the page was gone before, oldest first. */
  readonly earlier: readonly number[]
  /** The page that is gone was the stop page itself. */
  readonly isStopPage: boolean
}

/** What replaces a page whose process is gone. `dialog` is the system's dialog, for when no page can be shown. */
export type Recovery = 'reload' | 'stop-page' | 'dialog'

export function recoveryOf({ reason, at, earlier, isStopPage }: PageGone): Recovery {
  if (isStopPage || reason === 'launch-failed' || reason === 'integrity-failure') return 'dialog'
  const isSoon = earlier.some((time) => at - time < TOO_SOON_MS)
  const isLoop = earlier.filter((time) => at - time < LOOP_MS).length >= LOOP_COUNT - 1
  return isSoon || isLoop ? 'stop-page' : 'reload'
}
