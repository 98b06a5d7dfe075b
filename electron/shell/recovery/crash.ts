/** Ms. A page that crashes again within this time fails at its start, so another reload would loop. */
const TOO_SOON_MS = 10_000
/** Ms. A page that crashes three times within this time is likely to crash again. */
const LOOP_MS = 5 * 60_000
const LOOP_COUNT = 3

export type PageGone = {
  /** Electron's reason of `render-process-gone`. */
  readonly reason: string
  readonly at: number
  /** Times of earlier crashes, oldest first. */
  readonly earlier: readonly number[]
  /** The page that crashed is the stop page. */
  readonly isStopPage: boolean
}

/** What replaces a page whose process is gone. `dialog`: a system dialog, because no page can be shown. */
export type Recovery = 'reload' | 'stop-page' | 'dialog'

export function recoveryOf({ reason, at, earlier, isStopPage }: PageGone): Recovery {
  if (isStopPage || reason === 'launch-failed' || reason === 'integrity-failure') return 'dialog'
  const isSoon = earlier.some((time) => at - time < TOO_SOON_MS)
  const isLoop = earlier.filter((time) => at - time < LOOP_MS).length >= LOOP_COUNT - 1
  return isSoon || isLoop ? 'stop-page' : 'reload'
}
