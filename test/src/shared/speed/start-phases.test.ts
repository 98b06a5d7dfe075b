import { expect, it } from 'vitest'
import { startOf } from '../../../../src/shared/speed/start-phases.ts'

const MAIN = { startedAt: 10_000, windowAt: 10_300 }
const PAGE = { originAt: 10_400, script: 90.4, list: 250, full: 1_900 }

it.each([
  [
    'counts from the start of the app',
    MAIN,
    PAGE,
    'app',
    { window: 300, page: 400, script: 490, list: 650, full: 2_300 },
  ],
  [
    'leaves out what is not over',
    MAIN,
    { ...PAGE, list: null, full: null },
    'app',
    { window: 300, page: 400, script: 490 },
  ],
  [
    'counts from a page that was loaded again',
    MAIN,
    { ...PAGE, originAt: 99_000 },
    'page',
    { script: 90, list: 250, full: 1_900 },
  ],
  [
    'counts from the page when no window is known',
    { ...MAIN, windowAt: null },
    PAGE,
    'page',
    { script: 90, list: 250, full: 1_900 },
  ],
  [
    'shows no negative time when clocks differ',
    { startedAt: 10_310, windowAt: 10_300 },
    PAGE,
    'app',
    { window: 0, page: 90, script: 180, list: 340, full: 1_990 },
  ],
] as const)('%s', (_, main, page, since, expected) => {
  const start = startOf(main, page)
  expect(start.since).toBe(since)
  expect(start.phases).toEqual(Object.entries(expected).map(([phase, ms]) => ({ phase, ms })))
})
