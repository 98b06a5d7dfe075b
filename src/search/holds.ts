import type { After } from '../db/commit-watch.ts'

/** An index that nobody searches is given up after this time, ms. Building it again takes a second or two. */
const REST_AFTER_MS = 5 * 60_000

export type Holds = {
  /** Runs the worker at least until the returned function is called. */
  readonly hold: () => () => void
  /** Starts nothing any more. */
  readonly end: () => void
}

/** Starts a workspace's search worker for its first holder, and ends it some minutes after the last one. */
export function makeHolds(parts: {
  /** Resolves when the worker may read the database: the visible list goes first. */
  readonly ready: () => Promise<unknown>
  readonly start: () => void
  /** Ends the worker and frees its index. It may be started again. */
  readonly rest: () => void
  readonly after: After
}): Holds {
  let count = 0
  /** Changes with each start and rest: a start that was waiting may be outdated. */
  let round = 0
  let isAwake = false
  let isEnded = false
  let cancelRest = (): void => {}

  async function wake(): Promise<void> {
    isAwake = true
    round += 1
    const current = round
    await parts.ready()
    if (!isEnded && current === round) parts.start()
  }

  function rest(): void {
    isAwake = false
    round += 1
    parts.rest()
  }

  return {
    hold() {
      let isHeld = true
      count += 1
      cancelRest()
      if (!isAwake && !isEnded) void wake()
      return () => {
        if (!isHeld) return
        isHeld = false
        count -= 1
        if (count === 0 && !isEnded) cancelRest = parts.after(REST_AFTER_MS, rest)
      }
    },
    end() {
      isEnded = true
      cancelRest()
    },
  }
}
