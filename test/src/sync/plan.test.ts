import { describe, expect, it } from 'vitest'
import type { Check, Job, SyncLane } from '../../../src/sync/job.ts'
import { type Attention, isAfterSleep, nextJob as planJob } from '../../../src/sync/plan.ts'
import { SYNC_POLICY } from '../../../src/sync/policy.ts'
import { firstState, type SyncState } from '../../../src/sync/state.ts'
import { startSweep } from '../../../src/sync/sweep.ts'

const KNOWN = { offset: null, sweptAt: 0, newsSince: 0 }
/** A session that has read everything: nothing is due. */
const RESTING: SyncState = {
  ...firstState(KNOWN, { now: 0, wall: 0 }, SYNC_POLICY),
  pollAt: 15_000,
  threadAt: 5_000,
  isHydrated: true,
  sweeps: {
    open: { sweep: null, ahead: null, dueAt: 600_000, isConfirmed: true, lastIds: null },
    all: { sweep: null, ahead: null, dueAt: 1_800_000, isConfirmed: true, lastIds: null },
  },
}
const IDLE: Attention = { openConversationId: null, isFocused: true, hasSpace: true }
const ON_SCREEN = { ...IDLE, openConversationId: 'conv_1' }
const nextJob = (state: SyncState, attention: Attention, lane: SyncLane, now: number) =>
  planJob(state, attention, { lane, now }, SYNC_POLICY)
const next = (state: Partial<SyncState>, attention: Attention, lane: SyncLane, now: number) =>
  nextJob({ ...RESTING, ...state }, attention, lane, now)
const CHECK: Check = { kind: 'open', conversationId: 'gone', serverId: 'gone', mayRemove: false }
const sweeping = { ...RESTING.sweeps.all, sweep: startSweep(null, 80) }

describe('the attention lane', () => {
  it('reads the open thread, then the first page, when they are due', () => {
    expect(next({}, ON_SCREEN, 'attention', 4_999)).toEqual({ job: null, at: 5_000 })
    expect(next({}, ON_SCREEN, 'attention', 5_000).job).toEqual({ kind: 'open-thread', conversationId: 'conv_1' })
    expect(next({}, IDLE, 'attention', 14_999)).toEqual({ job: null, at: 15_000 })
    expect(next({}, IDLE, 'attention', 15_000).job).toEqual({ kind: 'poll', offset: 0 })
    expect(next({ threadAt: 20_000 }, ON_SCREEN, 'attention', 15_000).job?.kind).toBe('poll')
  })

  it('polls the next page when the whole page above it was new', () => {
    expect(next({ pollAt: 0, pollOffset: 80 }, IDLE, 'attention', 1).job).toEqual({ kind: 'poll', offset: 80 })
  })
})

describe('the background lane', () => {
  it.each([
    ['nothing before the next background request is due', { checks: [CHECK], paceAt: 125 }, 124, null],
    ['first, conversations missing from the sweep of the open ones', { checks: [CHECK], queue: ['a'] }, 0, 'check'],
    ['the open conversations, every ten minutes', { queue: ['a'] }, 600_000, 'sweep'],
    ['threads', { queue: ['a'] }, 0, 'hydrate'],
    ['which threads are missing, when the queue is empty', { isHydrated: false }, 0, 'fill-queue'],
    ['no thread during the first sync', { isHydrated: false, isFirstSync: true }, 0, null],
    [
      'the slow sweep before the threads, when it is due',
      { queue: ['a'], sweeps: { ...RESTING.sweeps, all: sweeping } },
      3_000,
      'sweep',
    ],
    [
      'the threads while the slow sweep is not due',
      { queue: ['a'], trickleAt: 3_000, sweeps: { ...RESTING.sweeps, all: sweeping } },
      2_999,
      'hydrate',
    ],
    [
      'the first sync at full speed',
      { isFullSpeed: true, trickleAt: 3_000, sweeps: { ...RESTING.sweeps, all: sweeping } },
      1,
      'sweep',
    ],
    [
      'conversations missing from the whole list, between two sweeps',
      { checks: [{ ...CHECK, kind: 'all' as const }] },
      0,
      'check',
    ],
  ])('reads %s', (_, state, now, kind) => {
    expect(next(state, IDLE, 'background', now).job?.kind ?? null).toBe(kind)
  })

  it('continues the sweep at its offset, and returns when the next job is due', () => {
    expect(next({ sweeps: { ...RESTING.sweeps, all: sweeping } }, IDLE, 'background', 0).job).toEqual({
      kind: 'sweep',
      sweep: 'all',
      offset: 80,
    })
    expect(next({}, IDLE, 'background', 0)).toEqual({ job: null, at: 600_000 })
  })

  it('reads nothing while the disk is nearly full; the attention lane still does', () => {
    const full = { ...ON_SCREEN, hasSpace: false }
    expect(next({ checks: [CHECK], queue: ['a'] }, full, 'background', 900_000)).toEqual({ job: null, at: Infinity })
    expect(next({}, full, 'attention', 5_000).job?.kind).toBe('open-thread')
  })
})

describe('beside what is running', () => {
  const thread = (conversationId: string): Job => ({ kind: 'hydrate', conversationId })
  const sweep: Job = { kind: 'sweep', sweep: 'open', offset: 0 }
  const threads = ['a', 'b', 'c', 'd'].map(thread)
  const started = (state: Partial<SyncState>, now = 0): Job | null => next(state, IDLE, 'background', now).job

  it.each<[string, Partial<SyncState>, Job | null]>([
    ['a thread may start', { queue: ['b'], running: [thread('a')] }, thread('b')],
    ['as many threads as allowed', { queue: ['e'], running: threads.slice(1) }, thread('e')],
    ['no thread more', { queue: ['e'], running: threads }, null],
    ['not the same thread, but the next one', { queue: ['a', 'b'], running: [thread('a')] }, thread('b')],
    ['not the same thread, if there is no other', { queue: ['a'], running: [thread('a')] }, null],
    ['no list of threads while one is read', { isHydrated: false, running: [thread('a')] }, null],
    ['no thread beside a list of threads', { queue: ['a'], running: [{ kind: 'fill-queue' }] }, null],
    ['no thread beside a page', { queue: ['a'], running: [sweep] }, null],
    ['no check beside a thread', { checks: [CHECK], running: [thread('a')] }, null],
    ['no thread while a check waits for threads', { checks: [CHECK], queue: ['b'], running: [thread('a')] }, null],
    [
      'a thread, whatever is read for the screen',
      { queue: ['a'], running: [{ kind: 'poll', offset: 0 }] },
      thread('a'),
    ],
  ])('starts %s', (_, state, job) => {
    expect(started(state)).toEqual(job)
  })

  it('requests the next page while one is being stored, and no further one', () => {
    const page = (offset: number): Job => ({ kind: 'sweep', sweep: 'all', offset })
    const storing = { ...sweeping, ahead: startSweep(null, 160) }
    const sweeps = { ...RESTING.sweeps, all: storing }
    expect(started({ sweeps, running: [page(80)] })).toEqual(page(160))
    expect(started({ sweeps, running: [page(80), page(160)] })).toBeNull()
    expect(started({ sweeps: { ...sweeps, all: sweeping }, running: [page(80)] })).toBeNull()
    expect(started({ sweeps, running: [page(80), thread('a')] })).toBeNull()
    const isOpenDue = { ...RESTING.sweeps.open, dueAt: 0 }
    expect(started({ sweeps: { open: isOpenDue, all: storing }, running: [page(80)] })).toBeNull()
  })

  it('starts no page beside threads, and no thread once a page is due', () => {
    const due = { queue: ['e'], running: [thread('a')] }
    expect(started(due, 599_999)).toEqual(thread('e'))
    expect(started(due, 600_000)).toBeNull()
    expect(started({ ...due, running: [] }, 600_000)).toEqual(sweep)
  })

  it('waits for the end of a job, not for a time', () => {
    expect(next({ queue: ['e'], running: threads }, IDLE, 'background', 0).at).toBe(Infinity)
  })

  it('reads one thing at a time for the screen', () => {
    const running: Job[] = [{ kind: 'open-thread', conversationId: 'conv_1' }, thread('a')]
    expect(next({ running }, ON_SCREEN, 'attention', 15_000).job).toBeNull()
  })
})

it('reads nothing while it must wait', () => {
  for (const lane of ['attention', 'background'] as const) {
    expect(next({ waitUntil: 99_000, checks: [CHECK] }, ON_SCREEN, lane, 50_000)).toEqual({ job: null, at: 99_000 })
  }
})

it.each([
  [60_000, 60_000, false],
  [60_001, 0, true],
  [0, 60_001, true],
  // The clock was set back, which is no sleep.
  [-3_600_000, 3, false],
])('isAfterSleep with a timer late by %i ms on the device’s clock and %i ms elapsed: %s', (wall, elapsed, slept) => {
  expect(isAfterSleep({ wall, elapsed }, SYNC_POLICY)).toBe(slept)
})

describe('firstState', () => {
  const start = (memory: Parameters<typeof firstState>[0], wall = 10_000_000) =>
    firstState(memory, { now: 0, wall }, SYNC_POLICY)

  it('reads the whole list at once in the first sync, and continues at the stored offset', () => {
    const fresh = start({ offset: null, sweptAt: null, newsSince: null })
    expect(fresh).toMatchObject({ isFirstSync: true, isFullSpeed: true })
    expect(nextJob(fresh, IDLE, 'background', 0).job).toEqual({ kind: 'sweep', sweep: 'all', offset: 0 })
    const killed = start({ offset: 60_000, sweptAt: null, newsSince: null })
    expect(nextJob(killed, IDLE, 'background', 0).job).toEqual({ kind: 'sweep', sweep: 'all', offset: 60_000 })
    expect(killed.sweeps.all.sweep?.isWhole).toBe(false)
  })

  it('polls and sweeps the open conversations in a later session; the whole list when it is due', () => {
    const later = start({ offset: null, sweptAt: 9_000_000, newsSince: 0 })
    expect(nextJob(later, IDLE, 'attention', 0).job).toEqual({ kind: 'poll', offset: 0 })
    expect(nextJob(later, IDLE, 'background', 0).job).toEqual({ kind: 'sweep', sweep: 'open', offset: 0 })
    expect(later.sweeps.all.dueAt).toBe(800_000)
    // Stored before the clock was set back.
    expect(start({ offset: null, sweptAt: 11_000_000, newsSince: 0 }).sweeps.all.dueAt).toBe(0)
  })
})
