/** A number of requests in a period, ms. */
export type Budget = { readonly requests: number; readonly withinMs: number }

/** The documented limits of the API. */
export const API_BUDGETS: readonly Budget[] = [
  { requests: 100, withinMs: 10_000 },
  { requests: 1_000, withinMs: 60_000 },
]

/** Most urgent first: what the user sends, then what the user is looking at, then background reads. */
const URGENCIES = ['send', 'read', 'background'] as const
export type Urgency = (typeof URGENCIES)[number]

export type RateLimit = {
  /** Resolves when the request may be sent: the most urgent first, and within one urgency in order of arrival. */
  readonly admit: (urgency: Urgency) => Promise<void>
}

/** When the next request may be sent: now or later. `sentAt`: when earlier requests were sent, oldest first, by the clock of `now`. */
export function nextSendAt(budgets: readonly Budget[], sentAt: readonly number[], now: number): number {
  return budgets.reduce((at, budget) => {
    const oldest = sentAt.at(-budget.requests)
    return oldest === undefined ? at : Math.max(at, oldest + budget.withinMs)
  }, now)
}

/**
 * A rate limit for one key. It sends no more requests than the budgets allow in any period, so that the server has no reason to
 * answer 429. `now` must be monotonic (`performance.now`): a clock that is set back would block all requests.
 */
export function makeRateLimit(options: {
  readonly budgets: readonly Budget[]
  readonly now: () => number
  readonly after: (delayMs: number, run: () => void) => void
}): RateLimit {
  const { budgets, now, after } = options
  const maxRequests = Math.max(...budgets.map((budget) => budget.requests))
  const waiting: Record<Urgency, (() => void)[]> = { send: [], read: [], background: [] }
  let sentAt: readonly number[] = []
  let isTimerSet = false

  function admitWaiting(): void {
    while (URGENCIES.some((urgency) => waiting[urgency].length > 0)) {
      const waitMs = nextSendAt(budgets, sentAt, now()) - now()
      if (waitMs > 0) return setTimer(waitMs)
      sentAt = [...sentAt, now()].slice(-maxRequests)
      const first = URGENCIES.find((urgency) => waiting[urgency].length > 0)
      if (first !== undefined) waiting[first].shift()?.()
    }
  }

  function setTimer(waitMs: number): void {
    if (isTimerSet) return
    isTimerSet = true
    after(waitMs, () => {
      isTimerSet = false
      admitWaiting()
    })
  }

  return {
    admit: (urgency) =>
      new Promise((admit) => {
        waiting[urgency].push(admit)
        admitWaiting()
      }),
  }
}
