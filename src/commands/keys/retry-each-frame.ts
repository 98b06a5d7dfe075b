import { afterNextFrame } from './dom.ts'

/** How many frames a list or a thread may take to be read and drawn. */
const MAX_FRAMES = 60

/** Calls `attempt` now and then once a frame, until it returns true. The last of these calls has `isLast`. */
export function retryEachFrame(attempt: (isLast: boolean) => boolean, frames = MAX_FRAMES): void {
  if (attempt(frames === 0) || frames === 0) return
  afterNextFrame(() => retryEachFrame(attempt, frames - 1))
}
