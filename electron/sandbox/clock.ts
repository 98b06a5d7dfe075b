/** Time as an argument: tests drive it by hand, so that nothing in the sandbox depends on the wall clock. */
export type Clock = {
  /** Epoch ms. */
  now(): number
  /** Runs once after the delay; the function given back calls it off. */
  after(delayMs: number, run: () => void): () => void
}

/** The machine's own time. Its timers never keep the process alive. */
export function createSystemClock(): Clock {
  return {
    now: () => Date.now(),
    after: (delayMs, run) => {
      const timer = setTimeout(run, delayMs).unref()
      return () => clearTimeout(timer)
    },
  }
}
