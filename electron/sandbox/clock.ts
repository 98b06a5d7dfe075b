/** The time source of the sandbox. Tests use a manual clock. */
export type Clock = {
  /** Epoch ms. */
  now(): number
  /** Runs once after the delay. The returned function cancels it. */
  after(delayMs: number, run: () => void): () => void
}

/** The system time. Its timers do not keep the process alive. */
export function createSystemClock(): Clock {
  return {
    now: () => Date.now(),
    after: (delayMs, run) => {
      const timer = setTimeout(run, delayMs).unref()
      return () => clearTimeout(timer)
    },
  }
}
