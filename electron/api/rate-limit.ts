/** The API's documented budget: so many requests in so long, ms. */
export type Budget = { readonly requests: number; readonly withinMs: number }
export const API_BUDGETS: readonly Budget[] = [
  { requests: 100, withinMs: 10_000 },
  { requests: 1_000, withinMs: 60_000 },
]

/** What must go out first: what a person said, then what a person looks at, then what is fetched ahead. */
const URGENCIES = ['send', 'read', 'background'] as const
export type Urgency = (typeof URGENCIES)[number]

export type RateLimit = {
  /** Resolves when the request may leave; in the order asked, the more urgent first. */
  readonly admit: (urgency: Urgency) => Promise<void>
}

/** When the next request may leave, by the clock of `leftAt` (when earlier ones left, oldest first): now or later. */
export function nextLeaveAt(budgets: readonly Budget[], leftAt: readonly number[], now: number): number {
  return budgets.reduce((at, budget) => {
    const oldest = leftAt.at(-budget.requests)
    return oldest === undefined ? at : Math.max(at, oldest + budget.withinMs)
  }, now)
}

/**
 * One for each key: no more requests leave than the budget allows in any stretch of time, so that the server need not say 429.
 * `now` must only grow (`performance.now`): a clock that is set back would hold everything up.
 */
export function makeRateLimit(options: {
  readonly budgets: readonly Budget[]
  readonly now: () => number
  readonly after: (delayMs: number, run: () => void) => void
}): RateLimit {
  const { budgets, now, after } = options
  const most = Math.max(...budgets.map((budget) => budget.requests))
  const waiting: Record<Urgency, (() => void)[]> = { send: [], read: [], background: [] }
  let leftAt: readonly number[] = []
  let isTimerSet = false

  function admitDue(): void {
    while (URGENCIES.some((urgency) => waiting[urgency].length > 0)) {
      const waitMs = nextLeaveAt(budgets, leftAt, now()) - now()
      if (waitMs > 0) return wake(waitMs)
      leftAt = [...leftAt, now()].slice(-most)
      const first = URGENCIES.find((urgency) => waiting[urgency].length > 0)
      if (first !== undefined) waiting[first].shift()?.()
    }
  }

  function wake(waitMs: number): void {
    if (isTimerSet) return
    isTimerSet = true
    after(waitMs, () => {
      isTimerSet = false
      admitDue()
    })
  }

  return {
    admit: (urgency) =>
      new Promise((admit) => {
        waiting[urgency].push(admit)
        admitDue()
      }),
  }
}
