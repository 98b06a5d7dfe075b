import type { Clock } from '../../../electron/sandbox/clock.ts'

/** A clock that a test advances. */
export type ManualClock = Clock & {
  /** Advances the time and runs the timers that are due, in order. */
  pass(ms: number): void
  /** The number of waiting timers. */
  pending(): number
}

export function createManualClock(startAt = Date.UTC(2026, 2, 15, 10, 30)): ManualClock {
  let at = startAt
  const timers = new Set<{ readonly dueAt: number; readonly run: () => void }>()
  return {
    now: () => at,
    after: (delayMs, run) => {
      const timer = { dueAt: at + delayMs, run }
      timers.add(timer)
      return () => timers.delete(timer)
    },
    pending: () => timers.size,
    pass: (ms) => {
      const until = at + ms
      for (let next = earliest(timers); next && next.dueAt <= until; next = earliest(timers)) {
        timers.delete(next)
        at = next.dueAt
        next.run()
      }
      at = until
    },
  }
}

function earliest<T extends { readonly dueAt: number }>(timers: ReadonlySet<T>): T | undefined {
  return [...timers].toSorted((a, b) => a.dueAt - b.dueAt)[0]
}
