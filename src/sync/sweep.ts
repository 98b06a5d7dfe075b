import type { SweepRules } from './policy.ts'

/**
 * One full reading of a list that guarantees no order, no total and no change marker. A pass reads overlapping pages from the start to a
 * short page, and an empty page after it. Passes repeat until two of them show the same conversations.
 */
export type Sweep = {
  /** The first row of the next page. */
  readonly offset: number
  /** The last rows of the previous page, which the next page must repeat. */
  readonly expected: readonly string[]
  /** The previous page was short. If this one is empty, the end is reached. */
  readonly isCheckingEnd: boolean
  /** False for a pass that another session started or that was cut short. A conversation missing from it may still exist. */
  readonly isWhole: boolean
  /** The ids of this pass, page by page. */
  readonly pages: readonly (readonly string[])[]
  /** How many pages in a row were identical. */
  readonly samePages: number
  /** Finished passes. */
  readonly passes: number
  readonly stepsBack: number
  readonly requests: number
  /** The greatest length of the list that was seen, rows. */
  readonly rows: number
  /** The ids of the last whole pass; null before the first. */
  readonly lastIds: ReadonlySet<string> | null
}

export type Page = {
  /** The ids of the readable rows, in order. */
  readonly ids: readonly string[]
  /** Includes rows that could not be read, so that they do not make the page look short. */
  readonly length: number
}

export type PassEnd = {
  readonly ids: ReadonlySet<string>
  /** The ids of the whole pass before this one; null when there was none. */
  readonly lastIds: ReadonlySet<string> | null
  readonly isWhole: boolean
  /** Two whole passes showed the same ids, so the list is known completely. */
  readonly isConfirmed: boolean
}

export function startSweep(lastIds: ReadonlySet<string> | null, offset = 0): Sweep {
  return { ...FRESH_PASS, offset, isWhole: offset === 0, passes: 0, stepsBack: 0, requests: 0, rows: offset, lastIds }
}

const FRESH_PASS = { offset: 0, expected: [], isCheckingEnd: false, isWhole: true, pages: [], samePages: 0 } as const

/** Takes a page. Returns the sweep that follows (null at its end) and, when a pass ended with this page, its result. */
export function takePage(
  sweep: Sweep,
  page: Page,
  rules: SweepRules,
  /** New conversations that polls have shown. They are ignored when two passes are compared. */
  newFromPolls: readonly string[],
): { readonly sweep: Sweep | null; readonly passEnd: PassEnd | null } {
  const read: Sweep = {
    ...sweep,
    requests: sweep.requests + 1,
    rows: Math.max(sweep.rows, sweep.offset + page.length),
    pages: [...sweep.pages, page.ids],
    samePages: isSamePage(sweep, page) ? sweep.samePages + 1 : 0,
  }
  const isAtLimit = read.requests >= maxRequests(read.rows, rules) || read.samePages >= rules.samePages
  if (isAtLimit) return endPass({ ...read, isWhole: read.isWhole && isAtEnd(sweep, page, rules) }, rules, newFromPolls)
  if (hasLostOverlap(sweep, page) && mayStepBack(read, rules)) {
    const offset = Math.max(0, sweep.offset - rules.step)
    return continuePass({ ...read, offset, expected: [], isCheckingEnd: false, stepsBack: sweep.stepsBack + 1 })
  }
  if (isAtEnd(sweep, page, rules)) return endPass(read, rules, newFromPolls)
  if (page.length < rules.limit)
    return continuePass({ ...read, offset: sweep.offset + page.length, expected: [], isCheckingEnd: true })
  return continuePass({
    ...read,
    offset: sweep.offset + rules.step,
    expected: overlapOf(page, rules),
    isCheckingEnd: false,
  })
}

function continuePass(sweep: Sweep): { readonly sweep: Sweep; readonly passEnd: null } {
  return { sweep, passEnd: null }
}

/** The page's last rows, which the next page repeats. Each row without an id makes the known part of the overlap one row shorter. */
function overlapOf(page: Page, rules: SweepRules): readonly string[] {
  const overlap = rules.limit - rules.step - (page.length - page.ids.length)
  return overlap > 0 ? page.ids.slice(-overlap) : []
}

/** True when the page repeats less than half of the overlap: rows above it were removed, or the list was reordered. */
function hasLostOverlap({ expected }: Sweep, page: Page): boolean {
  if (expected.length === 0) return false
  const ids = new Set(page.ids)
  return expected.filter((id) => ids.has(id)).length * 2 < expected.length
}

function isAtEnd(sweep: Sweep, page: Page, rules: SweepRules): boolean {
  if (page.length >= rules.limit) return false
  return !rules.requiresEmptyPage || (sweep.isCheckingEnd && page.length === 0)
}

function isSamePage(sweep: Sweep, page: Page): boolean {
  const last = sweep.pages.at(-1)
  if (last === undefined || page.ids.length === 0 || last.length !== page.ids.length || last[0] !== page.ids[0])
    return false
  const ids = new Set(page.ids)
  return last.every((id) => ids.has(id))
}

function endPass(sweep: Sweep, rules: SweepRules, newFromPolls: readonly string[]): ReturnType<typeof takePage> {
  const { isWhole, lastIds } = sweep
  const ids = new Set(sweep.pages.flat())
  const isConfirmed = isWhole && lastIds !== null && hasSameIds(lastIds, ids, new Set(newFromPolls))
  const passes = sweep.passes + 1
  const hasNextPass =
    !isConfirmed &&
    passes < rules.passes &&
    sweep.requests + passCost(sweep.rows, rules) <= maxRequests(sweep.rows, rules)
  return {
    sweep: hasNextPass ? { ...sweep, ...FRESH_PASS, passes, lastIds: isWhole ? ids : lastIds } : null,
    passEnd: { ids, lastIds, isWhole, isConfirmed },
  }
}

function hasSameIds(a: ReadonlySet<string>, b: ReadonlySet<string>, ignored: ReadonlySet<string>): boolean {
  for (const id of a) if (!b.has(id) && !ignored.has(id)) return false
  for (const id of b) if (!a.has(id) && !ignored.has(id)) return false
  return true
}

/** The most requests that one sweep of `rows` rows makes, whatever the server answers. */
export function maxRequests(rows: number, rules: SweepRules): number {
  return Math.floor(rules.passes * (rows / rules.step + 2))
}

/** The requests of one undisturbed pass, including the empty page. */
function passCost(rows: number, { limit, step }: SweepRules): number {
  return rows < limit ? 2 : Math.floor((rows - limit) / step) + 3
}

/** A step back costs two requests, which must leave enough for the passes that follow. */
function mayStepBack(sweep: Sweep, rules: SweepRules): boolean {
  return sweep.stepsBack < rules.stepsBack && sweep.requests + 2 <= maxRequests(sweep.rows, rules)
}
