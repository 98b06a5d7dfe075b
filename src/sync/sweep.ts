import type { SweepRules } from './policy.ts'

/**
 * One reading of a list that promises no order, no total and no sign of change: pages that overlap, from the beginning to a short
 * page and an empty one after it, again and again until two passes show the same conversations.
 */
export type Sweep = {
  /** The row at which the next page begins. */
  readonly offset: number
  /** The last rows of the page before, which the next one must show again. */
  readonly expected: readonly string[]
  /** The page before was short: an empty one now proves the end. */
  readonly isProving: boolean
  /** False for a pass that another session began, or that had to be broken off: it proves nothing of what it did not show. */
  readonly isWhole: boolean
  /** The ids of this pass, page by page. */
  readonly pages: readonly (readonly string[])[]
  /** How many pages in a row were the very same. */
  readonly samePages: number
  /** Passes that have come to their end. */
  readonly passes: number
  readonly stepsBack: number
  readonly requests: number
  /** As long as the list has ever looked, rows. */
  readonly rows: number
  /** What the last whole pass showed; null before the first. */
  readonly lastIds: ReadonlySet<string> | null
}

export type Page = {
  /** Of the rows that could be read, in their order. */
  readonly ids: readonly string[]
  /** Rows that could not be read count: the page was not shorter for them. */
  readonly length: number
}

export type PassEnd = {
  readonly ids: ReadonlySet<string>
  /** What the whole pass before this one showed; null when there was none. */
  readonly lastIds: ReadonlySet<string> | null
  readonly isWhole: boolean
  /** Two whole passes showed the same: what is known is what there is. */
  readonly isSettled: boolean
}

export function beginSweep(lastIds: ReadonlySet<string> | null, offset = 0): Sweep {
  return { ...FRESH_PASS, offset, isWhole: offset === 0, passes: 0, stepsBack: 0, requests: 0, rows: offset, lastIds }
}

const FRESH_PASS = { offset: 0, expected: [], isProving: false, isWhole: true, pages: [], samePages: 0 } as const

/** What follows a page: where the sweep goes on (null at its end), and what a pass that ended with it has shown. */
export function readOn(
  sweep: Sweep,
  page: Page,
  rules: SweepRules,
  /** Conversations that other reads have met since: they explain a difference between two passes. */
  explained: readonly string[],
): { readonly sweep: Sweep | null; readonly passEnd: PassEnd | null } {
  const read: Sweep = {
    ...sweep,
    requests: sweep.requests + 1,
    rows: Math.max(sweep.rows, sweep.offset + page.length),
    pages: [...sweep.pages, page.ids],
    samePages: isSamePage(sweep, page) ? sweep.samePages + 1 : 0,
  }
  const isSpent = read.requests >= mostRequests(read.rows, rules) || read.samePages >= rules.samePages
  if (isSpent) return endPass({ ...read, isWhole: read.isWhole && isAtEnd(sweep, page, rules) }, rules, explained)
  if (isTorn(sweep, page) && mayStepBack(read, rules)) {
    const offset = Math.max(0, sweep.offset - rules.step)
    return goOn({ ...read, offset, expected: [], isProving: false, stepsBack: sweep.stepsBack + 1 })
  }
  if (isAtEnd(sweep, page, rules)) return endPass(read, rules, explained)
  if (page.length < rules.limit)
    return goOn({ ...read, offset: sweep.offset + page.length, expected: [], isProving: true })
  return goOn({ ...read, offset: sweep.offset + rules.step, expected: tailOf(page, rules), isProving: false })
}

function goOn(sweep: Sweep): { readonly sweep: Sweep; readonly passEnd: null } {
  return { sweep, passEnd: null }
}

/** The last rows that can be told to lie in the overlap: as many fewer as there were rows without an id. */
function tailOf(page: Page, rules: SweepRules): readonly string[] {
  const overlap = rules.limit - rules.step - (page.length - page.ids.length)
  return overlap > 0 ? page.ids.slice(-overlap) : []
}

/** Fewer than half of the rows that the two pages share came again: others were taken from above, or all were put in another order. */
function isTorn({ expected }: Sweep, page: Page): boolean {
  if (expected.length === 0) return false
  const ids = new Set(page.ids)
  return expected.filter((id) => ids.has(id)).length * 2 < expected.length
}

function isAtEnd(sweep: Sweep, page: Page, rules: SweepRules): boolean {
  if (page.length >= rules.limit) return false
  return !rules.isEndProved || (sweep.isProving && page.length === 0)
}

function isSamePage(sweep: Sweep, page: Page): boolean {
  const last = sweep.pages.at(-1)
  if (last === undefined || page.ids.length === 0 || last.length !== page.ids.length || last[0] !== page.ids[0])
    return false
  const ids = new Set(page.ids)
  return last.every((id) => ids.has(id))
}

function endPass(sweep: Sweep, rules: SweepRules, explained: readonly string[]): ReturnType<typeof readOn> {
  const { isWhole, lastIds } = sweep
  const ids = new Set(sweep.pages.flat())
  const isSettled = isWhole && lastIds !== null && isSame(lastIds, ids, new Set(explained))
  const passes = sweep.passes + 1
  const isNextOne =
    !isSettled &&
    passes < rules.passes &&
    sweep.requests + passCost(sweep.rows, rules) <= mostRequests(sweep.rows, rules)
  return {
    sweep: isNextOne ? { ...sweep, ...FRESH_PASS, passes, lastIds: isWhole ? ids : lastIds } : null,
    passEnd: { ids, lastIds, isWhole, isSettled },
  }
}

function isSame(one: ReadonlySet<string>, other: ReadonlySet<string>, explained: ReadonlySet<string>): boolean {
  for (const id of one) if (!other.has(id) && !explained.has(id)) return false
  for (const id of other) if (!one.has(id) && !explained.has(id)) return false
  return true
}

/** A sweep of a list of so many rows takes no more requests than this, whatever the server does. */
export function mostRequests(rows: number, rules: SweepRules): number {
  return Math.floor(rules.passes * (rows / rules.step + 2))
}

/** Pages of one undisturbed pass, the empty one included. */
function passCost(rows: number, { limit, step }: SweepRules): number {
  return rows < limit ? 2 : Math.floor((rows - limit) / step) + 3
}

/** Each costs two requests; the passes that must follow are not to want for them. */
function mayStepBack(sweep: Sweep, rules: SweepRules): boolean {
  return sweep.stepsBack < rules.stepsBack && sweep.requests + 2 <= mostRequests(sweep.rows, rules)
}
