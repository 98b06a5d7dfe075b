import type { MainSpeed } from './main-speed.ts'

/** The steps of a start, in order. */
export const START_PHASES = ['window', 'page', 'script', 'list', 'full'] as const
export type StartPhase = (typeof START_PHASES)[number]

/** The page's own times, ms after `originAt` (epoch ms): when its script began, when a list was painted, and when all was loaded. */
export type PageStart = {
  readonly originAt: number
  readonly script: number
  readonly list: number | null
  readonly full: number | null
}

/** `since`: what the times count from. A page that was loaded again, after the lock for example, has no start of the app to count from. */
export type Start = {
  readonly since: 'app' | 'page'
  /** ms from there to the end of the phase. A phase that is not over is missing. */
  readonly phases: readonly { readonly phase: StartPhase; readonly ms: number }[]
}

/** A page that begins later than this after its window is not the first one, ms. */
const FIRST_PAGE_MS = 10_000

export function startOf({ startedAt, windowAt }: Pick<MainSpeed, 'startedAt' | 'windowAt'>, page: PageStart): Start {
  const { originAt, script, list, full } = page
  const isFirst = windowAt !== null && originAt - windowAt < FIRST_PAGE_MS
  const zeroAt = isFirst ? startedAt : originAt
  const ends: Readonly<Record<StartPhase, number | null>> = {
    window: isFirst ? windowAt : null,
    page: isFirst ? originAt : null,
    script: originAt + script,
    list: list === null ? null : originAt + list,
    full: full === null ? null : originAt + full,
  }
  const phases = START_PHASES.flatMap((phase) => {
    const at = ends[phase]
    // The clocks of two processes may differ by a few ms.
    return at === null ? [] : [{ phase, ms: Math.max(0, Math.round(at - zeroAt)) }]
  })
  return { since: isFirst ? 'app' : 'page', phases }
}
