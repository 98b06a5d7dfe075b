import { describe, expect, it } from 'vitest'
import { nextJob, nextOffset, type SyncState } from '../../../src/sync/plan.ts'

const RESTING: SyncState = {
  pageAt: 1_000,
  openThreadAt: 1_000,
  hydratedAt: 1_000,
  sweepOffset: null,
  sweptAt: 1_000,
  waitUntil: 0,
}
const LOOKING = { openConversationId: 'conv_1', isFocused: true, isHydrationWanted: false, hasSpace: true }
const IDLE = { ...LOOKING, openConversationId: null }

describe('what is read next', () => {
  it('at the start: the thread on screen, then the whole list', () => {
    const fresh: SyncState = { pageAt: 0, openThreadAt: 0, hydratedAt: 0, sweepOffset: 0, sweptAt: 0, waitUntil: 0 }
    expect(nextJob(fresh, LOOKING, 10_000).job).toBe('open-thread')
    expect(nextJob({ ...fresh, openThreadAt: 10_000 }, LOOKING, 10_000).job).toBe('sweep-page')
  })

  it('at rest: the open thread every 5 s, the first page every 15 s, every 60 s without focus', () => {
    expect(nextJob(RESTING, LOOKING, 5_999)).toEqual({ job: null, at: 6_000 })
    expect(nextJob(RESTING, LOOKING, 6_000).job).toBe('open-thread')
    expect(nextJob(RESTING, IDLE, 15_999)).toEqual({ job: null, at: 16_000 })
    expect(nextJob(RESTING, IDLE, 16_000).job).toBe('first-page')
    expect(nextJob(RESTING, { ...IDLE, isFocused: false }, 16_000)).toEqual({ job: null, at: 61_000 })
  })

  it('threads for offline reading in between, five a second at most', () => {
    const wanting = { ...IDLE, isHydrationWanted: true }
    expect(nextJob(RESTING, wanting, 1_199)).toEqual({ job: null, at: 1_200 })
    expect(nextJob(RESTING, wanting, 1_200).job).toBe('hydrate')
  })

  it('the whole list again after ten minutes', () => {
    const polled = { ...RESTING, pageAt: 601_000 }
    expect(nextJob(polled, IDLE, 600_999).job).toBeNull()
    expect(nextJob(polled, IDLE, 601_000).job).toBe('sweep-page')
  })

  it('nothing ahead while the disk is nearly full: the thread on screen and the first page alone', () => {
    const full = { ...LOOKING, isHydrationWanted: true, hasSpace: false }
    for (const sweepOffset of [null, 0, 80]) {
      const state = { ...RESTING, sweepOffset }
      expect(nextJob(state, full, 2_000)).toEqual({ job: null, at: 6_000 })
      expect(nextJob(state, full, 6_000).job).toBe('open-thread')
      expect(nextJob(state, { ...full, openConversationId: null }, 2_000)).toEqual({ job: null, at: 16_000 })
      expect(nextJob(state, { ...full, openConversationId: null }, 900_000).job).toBe('first-page')
    }
  })

  it('nothing while it must wait', () => {
    expect(nextJob({ ...RESTING, waitUntil: 99_000 }, LOOKING, 50_000)).toEqual({ job: null, at: 99_000 })
  })

  it('pages overlap, and a short one is the last', () => {
    expect(nextOffset(0, 100)).toBe(80)
    expect(nextOffset(80, 99)).toBeNull()
    expect(nextOffset(80, 0)).toBeNull()
  })
})
