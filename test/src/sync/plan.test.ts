import { describe, expect, it } from 'vitest'
import { type Attention, hasSlept, type SyncLane, nextJob } from '../../../src/sync/plan.ts'
import { SYNC_POLICY } from '../../../src/sync/policy.ts'
import { type Check, firstState, type SyncState } from '../../../src/sync/state.ts'
import { beginSweep } from '../../../src/sync/sweep.ts'

const KNOWN = { offset: null, sweptAt: 0, newsSince: 0 }
/** An hour after the start of a session that has read everything: nothing is due. */
const RESTING: SyncState = {
  ...firstState(KNOWN, { now: 0, wall: 0 }, SYNC_POLICY),
  pollAt: 15_000,
  threadAt: 5_000,
  isHydrated: true,
  places: {
    open: { sweep: null, dueAt: 600_000, isSettled: true, lastIds: null },
    all: { sweep: null, dueAt: 1_800_000, isSettled: true, lastIds: null },
  },
}
const IDLE: Attention = { openConversationId: null, isFocused: true, hasSpace: true }
const LOOKING = { ...IDLE, openConversationId: 'conv_1' }
const next = (state: Partial<SyncState>, attention: Attention, lane: SyncLane, now: number) =>
  nextJob({ ...RESTING, ...state }, attention, lane, now)
const CHECK: Check = { kind: 'open', conversationId: 'gone', serverId: 'gone', mayRemove: false }
const sweeping = { ...RESTING.places.all, sweep: beginSweep(null, 80) }

describe('what a person looks at', () => {
  it('the open thread, then the first page, each when it is due', () => {
    expect(next({}, LOOKING, 'attention', 4_999)).toEqual({ job: null, at: 5_000 })
    expect(next({}, LOOKING, 'attention', 5_000).job).toEqual({ kind: 'open-thread', conversationId: 'conv_1' })
    expect(next({}, IDLE, 'attention', 14_999)).toEqual({ job: null, at: 15_000 })
    expect(next({}, IDLE, 'attention', 15_000).job).toEqual({ kind: 'poll', offset: 0 })
    expect(next({ threadAt: 20_000 }, LOOKING, 'attention', 15_000).job?.kind).toBe('poll')
  })

  it('goes on where the page above was all news', () => {
    expect(next({ pollAt: 0, pollOffset: 80 }, IDLE, 'attention', 1).job).toEqual({ kind: 'poll', offset: 80 })
  })
})

describe('what is fetched behind it', () => {
  it.each([
    ['nothing before its pace', { checks: [CHECK], paceAt: 125 }, 124, null],
    ['what the open ones did not show, first of all', { checks: [CHECK], queue: ['a'] }, 0, 'check'],
    ['the open ones, every ten minutes', { queue: ['a'] }, 600_000, 'sweep'],
    ['threads', { queue: ['a'] }, 0, 'hydrate'],
    ['which threads are missing, when the last known one is fetched', { isHydrated: false }, 0, 'look-up'],
    ['no thread before the list was read once', { isHydrated: false, isFirstSync: true }, 0, null],
    [
      'the trickle before the threads, when it is due',
      { queue: ['a'], places: { ...RESTING.places, all: sweeping } },
      3_000,
      'sweep',
    ],
    [
      'the threads while it is not',
      { queue: ['a'], trickleAt: 3_000, places: { ...RESTING.places, all: sweeping } },
      2_999,
      'hydrate',
    ],
    [
      'the first sync at full pace',
      { isHurried: true, trickleAt: 3_000, places: { ...RESTING.places, all: sweeping } },
      1,
      'sweep',
    ],
    [
      'what the whole list did not show, between two sweeps',
      { checks: [{ ...CHECK, kind: 'all' as const }] },
      0,
      'check',
    ],
  ])('%s', (_, state, now, kind) => {
    expect(next(state, IDLE, 'background', now).job?.kind ?? null).toBe(kind)
  })

  it('goes on where the sweep stands, and says when there will be something', () => {
    expect(next({ places: { ...RESTING.places, all: sweeping } }, IDLE, 'background', 0).job).toEqual({
      kind: 'sweep',
      sweep: 'all',
      offset: 80,
    })
    expect(next({}, IDLE, 'background', 0)).toEqual({ job: null, at: 600_000 })
  })

  it('is nothing while the disk is nearly full: only what is looked at is read', () => {
    const full = { ...LOOKING, hasSpace: false }
    expect(next({ checks: [CHECK], queue: ['a'] }, full, 'background', 900_000)).toEqual({ job: null, at: Infinity })
    expect(next({}, full, 'attention', 5_000).job?.kind).toBe('open-thread')
  })
})

it('nothing while it must wait', () => {
  for (const lane of ['attention', 'background'] as const) {
    expect(next({ waitUntil: 99_000, checks: [CHECK] }, LOOKING, lane, 50_000)).toEqual({ job: null, at: 99_000 })
  }
})

it.each([
  [60_000, 60_000, false],
  [60_001, 0, true],
  [0, 60_001, true],
  // A clock that was set back is no sleep.
  [-3_600_000, 3, false],
])('a timer late by %i ms on the wall and %i ms in truth: slept %s', (wall, elapsed, slept) => {
  expect(hasSlept({ wall, elapsed }, SYNC_POLICY)).toBe(slept)
})

describe('the start', () => {
  const start = (memory: Parameters<typeof firstState>[0], wall = 10_000_000) =>
    firstState(memory, { now: 0, wall }, SYNC_POLICY)

  it('of the first sync reads the whole list at once, and goes on where it was', () => {
    const fresh = start({ offset: null, sweptAt: null, newsSince: null })
    expect(fresh).toMatchObject({ isFirstSync: true, isHurried: true })
    expect(nextJob(fresh, IDLE, 'background', 0).job).toEqual({ kind: 'sweep', sweep: 'all', offset: 0 })
    const killed = start({ offset: 60_000, sweptAt: null, newsSince: null })
    expect(nextJob(killed, IDLE, 'background', 0).job).toEqual({ kind: 'sweep', sweep: 'all', offset: 60_000 })
    expect(killed.places.all.sweep?.isWhole).toBe(false)
  })

  it('of a later session polls and sweeps the open ones; the whole list when its time has come', () => {
    const later = start({ offset: null, sweptAt: 9_000_000, newsSince: 0 })
    expect(nextJob(later, IDLE, 'attention', 0).job).toEqual({ kind: 'poll', offset: 0 })
    expect(nextJob(later, IDLE, 'background', 0).job).toEqual({ kind: 'sweep', sweep: 'open', offset: 0 })
    expect(later.places.all.dueAt).toBe(800_000)
    // Noted before the clock was set back.
    expect(start({ offset: null, sweptAt: 11_000_000, newsSince: 0 }).places.all.dueAt).toBe(0)
  })
})
