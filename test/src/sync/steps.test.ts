import { describe, expect, it } from 'vitest'
import type { ConversationRow } from '../../../src/db/rows.ts'
import type { Merged } from '../../../src/db/merge.ts'
import type { Failure } from '../../../src/shared/failure.ts'
import { checksForMissing, isGone, differsOnlyInCase } from '../../../src/sync/absent.ts'
import { backoff } from '../../../src/sync/backoff.ts'
import type { Check } from '../../../src/sync/job.ts'
import { isLearned, rowOrderOf, learn, UNKNOWN_ORDER, noteMoved, notePollStarted } from '../../../src/sync/order.ts'
import { afterAnswer, afterFailure, nudged, woke } from '../../../src/sync/outage.ts'
import { SYNC_POLICY } from '../../../src/sync/policy.ts'
import { progressOf } from '../../../src/sync/progress.ts'
import { firstState, isCatchingUp, type SyncState } from '../../../src/sync/state.ts'
import {
  afterJobEnd,
  afterJobStart,
  afterCheck,
  withQueue,
  afterPass,
  afterPoll,
  requeueThread,
  withoutSweepAhead,
  afterSweepAnswer,
  afterSweepPage,
} from '../../../src/sync/steps.ts'
import { aConversation } from '../../support/builders.ts'

const POLICY = SYNC_POLICY
const IDLE: SyncState = {
  ...firstState({ offset: null, sweptAt: 0, newsSince: 0 }, { now: 0, wall: 0 }, POLICY),
  sweeps: {
    open: { sweep: null, ahead: null, dueAt: 600_000, isConfirmed: true, lastIds: null },
    all: { sweep: null, ahead: null, dueAt: 1_800_000, isConfirmed: true, lastIds: null },
  },
}
const LEARNED = { ...UNKNOWN_ORDER, orderedPolls: 20 }
const attention = { openConversationId: null, isFocused: true, hasSpace: true }

function row(id: string, activityAt: number, fields: Partial<ConversationRow> = {}): ConversationRow {
  const newest = { messageId: `m-${id}`, sender: 'customer', words: 'Hello?', waitingSince: null }
  return { ...aConversation({ id }), activityAt, newest, ...fields }
}
const known = (id: string, activityAt: number): Merged => ({ before: row(id, activityAt), after: row(id, activityAt) })
const same = (id: string, activityAt = 1): Merged => {
  const after = row(id, activityAt)
  return { before: after, after }
}
const moved = (id: string): Merged => {
  const { newest: _, ...after } = row(id, 9, { lastMessage: 'New' })
  return { before: row(id, 1), after }
}
const unknown = (id: string): Merged => ({ before: undefined, after: { ...aConversation({ id }), activityAt: 1 } })
const pageOf = (merged: readonly Merged[], length = merged.length) => ({ offset: 0, length, merged })

describe('rowOrderOf and learn', () => {
  it.each([
    ['newest first', [known('a', 3), known('b', 2), known('c', 1)], [], 'ordered'],
    ['two rows of the same time', [known('a', 3), known('b', 3), known('c', 1)], [], 'ordered'],
    ['oldest first', [known('a', 1), known('b', 2)], [], 'unordered'],
    ['one row', [known('a', 1)], [], 'unknown'],
    ['rows whose threads are not on this device', [unknown('a'), moved('b'), unknown('c')], [], 'unknown'],
    ['a changed conversation on the first page', [known('a', 3), known('b', 2)], ['b'], 'ordered'],
    ['a changed conversation missing from the first page', [known('a', 3), known('b', 2)], ['z'], 'unordered'],
    [
      'more changed conversations than fit on the page',
      [known('a', 3), known('b', 2)],
      Array.from({ length: 51 }, (_, n) => `z${n}`),
      'ordered',
    ],
  ] as const)('judge %s', (_, page, expected, rowOrder) => {
    expect(rowOrderOf(page, expected)).toBe(rowOrder)
  })

  it('learn the order after twenty ordered polls and forget it after one unordered poll', () => {
    let order = UNKNOWN_ORDER
    for (let poll = 0; poll < 20; poll += 1) {
      expect(isLearned(order, 20)).toBe(false)
      order = learn(notePollStarted(order), [known('a', 3), known('b', 2)])
    }
    expect(isLearned(order, 20)).toBe(true)
    expect(isLearned(learn(order, []), 20)).toBe(true)
    expect(isLearned(learn(order, [known('a', 1), known('b', 2)]), 20)).toBe(false)
  })

  it('expect a conversation in the next poll when it changed before the poll started, else in the one after', () => {
    const asked = notePollStarted(noteMoved(UNKNOWN_ORDER, [moved('x'), same('y'), unknown('z')]))
    expect(asked).toMatchObject({ movedSincePoll: [], expectedInPoll: ['x'] })
    expect(noteMoved(asked, [moved('w')])).toMatchObject({ movedSincePoll: ['w'], expectedInPoll: ['x'] })
  })
})

describe('a poll', () => {
  it('runs every 15 s with focus and every 60 s without, a tenth earlier or later', () => {
    const at = (isFocused: boolean, chance: number): number =>
      afterJobStart(
        IDLE,
        { kind: 'poll', offset: 0 },
        { now: 0, chance, attention: { ...attention, isFocused } },
        POLICY,
      ).pollAt
    expect([at(true, 0), at(true, 0.5), at(false, 0.5)]).toEqual([13_500, 15_000, 60_000])
    expect(at(true, 0.999)).toBeLessThanOrEqual(16_500)
  })

  it('makes the sweep of the open ones due when the order is unknown, except when the page holds the whole list', () => {
    const full = pageOf(Array.from({ length: 100 }, (_, index) => same(`c${index}`)))
    const openDue = (state: SyncState, page: typeof full): number =>
      afterPoll(state, page, 50_000, POLICY).sweeps.open.dueAt
    expect(openDue(IDLE, full)).toBe(50_000)
    expect(openDue({ ...IDLE, order: LEARNED }, full)).toBe(600_000)
    expect(openDue(IDLE, pageOf(full.merged.slice(1)))).toBe(600_000)
    expect(openDue({ ...IDLE, isFullSpeed: true }, full)).toBe(600_000)
  })

  it('makes unconfirmed sweeps due', () => {
    const open = { ...IDLE.sweeps.open, isConfirmed: false }
    const all = { ...IDLE.sweeps.all, isConfirmed: false }
    const { sweeps } = afterPoll({ ...IDLE, order: LEARNED, sweeps: { open, all } }, pageOf([]), 50_000, POLICY)
    expect([sweeps.open.dueAt, sweeps.all.dueAt]).toEqual([50_000, 50_000])
    expect(isCatchingUp({ ...IDLE, sweeps })).toBe(true)
    expect(isCatchingUp(IDLE)).toBe(false)
  })

  it('reads the next page while every row of the overlap has changed', () => {
    const state = { ...IDLE, order: LEARNED }
    const news = Array.from({ length: 100 }, (_, index) => moved(`c${index}`))
    const deeper = afterPoll(state, pageOf(news), 50_000, POLICY)
    expect(deeper).toMatchObject({ pollOffset: 80, pollAt: 50_000 })
    const quiet = afterPoll(deeper, { ...pageOf([...news.slice(0, 99), same('old')]), offset: 80 }, 50_000, POLICY)
    expect(quiet.pollOffset).toBe(0)
    expect(afterPoll(state, { ...pageOf(news), offset: 800 }, 50_000, POLICY).pollOffset).toBe(0)
    expect(afterPoll(IDLE, pageOf(news), 50_000, POLICY).pollOffset).toBe(0)
  })

  it('queues the threads of changed and new conversations first', () => {
    const { queue, newFromPolls } = afterPoll(
      { ...IDLE, queue: ['x', 'b'] },
      pageOf([moved('b'), same('c'), unknown('d')]),
      1,
      POLICY,
    )
    expect(queue).toEqual(['b', 'd', 'x'])
    expect(newFromPolls).toEqual(['d'])
    expect(afterPoll({ ...IDLE, isFirstSync: true }, pageOf([unknown('d')]), 1, POLICY).queue).toEqual([])
  })
})

describe('a sweep', () => {
  const sweepWith = (state: SyncState, kind: 'open' | 'all', ids: readonly string[]) =>
    afterSweepPage(state, { kind, ids, length: ids.length, merged: [] }, 7_000, POLICY)

  it('of all conversations is slow, of the open ones as fast as background requests may be', () => {
    const job = (sweep: 'open' | 'all') => ({ kind: 'sweep', sweep, offset: 0 }) as const
    const moment = { now: 1_000, chance: 0.5, attention }
    const onTime = { ...IDLE, paceAt: 1_000 }
    expect(afterJobStart(onTime, job('all'), moment, POLICY)).toMatchObject({ paceAt: 1_125, trickleAt: 4_000 })
    expect(afterJobStart(onTime, job('open'), moment, POLICY)).toMatchObject({ paceAt: 1_125, trickleAt: 0 })
  })

  it.each([
    ['on time', { paceAt: 1_000 }, 1_125],
    ['a little late', { paceAt: 980 }, 1_105],
    ['late by more than half of the pace', { paceAt: 0 }, 1_062.5],
    ['in the first sync', { paceAt: 1_000, isFirstSync: true }, 1_105],
  ])('sets when the next background request starts: %s', (_, state, paceAt) => {
    const job = { kind: 'sweep', sweep: 'all', offset: 0 } as const
    const moment = { now: 1_000, chance: 0.5, attention }
    expect(afterJobStart({ ...IDLE, ...state }, job, moment, POLICY).paceAt).toBe(paceAt)
  })

  it('sets the time of the next one when it ends; the first one ends the first sync', () => {
    const fresh = firstState({ offset: null, sweptAt: null, newsSince: null }, { now: 0, wall: 0 }, POLICY)
    const short = sweepWith(fresh, 'all', ['a'])
    expect(short.state).toMatchObject({ isFirstSync: true })
    const once = sweepWith(short.state, 'all', [])
    expect(once.state).toMatchObject({ isFirstSync: false, isFullSpeed: true })
    expect(once.state.sweeps.open.dueAt).toBe(607_000)
    expect(isCatchingUp(once.state)).toBe(true)
    const twice = sweepWith(sweepWith(once.state, 'all', ['a']).state, 'all', [])
    expect(twice.state).toMatchObject({ isFullSpeed: false })
    expect(twice.state.sweeps.all).toMatchObject({ sweep: null, isConfirmed: true, dueAt: 1_807_000 })
  })

  it('moves ahead of the page that is being stored, and not beyond the end of a pass', () => {
    const ids = Array.from({ length: 100 }, (_, index) => `c${index}`)
    const page = { kind: 'all' as const, ids, length: 100 }
    const fresh = firstState({ offset: 0, sweptAt: null, newsSince: null }, { now: 0, wall: 0 }, POLICY)
    const storing = afterSweepAnswer(fresh, page, POLICY)
    expect(storing.sweeps.all).toMatchObject({ sweep: { offset: 0 }, ahead: { offset: 80 } })
    expect(withoutSweepAhead(storing, 'all').sweeps).toEqual(fresh.sweeps)
    const { state: stored } = afterSweepPage(storing, { ...page, merged: [] }, 7_000, POLICY)
    // The same object: the answer to the next request finds the sweep that it was made for.
    expect(stored.sweeps.all.sweep).toBe(storing.sweeps.all.ahead)
    expect(stored.sweeps.all.ahead).toBeNull()
    const short = sweepWith(stored, 'all', [...ids.slice(80), 'z']).state
    expect(afterSweepAnswer(short, { kind: 'all', ids: [], length: 0 }, POLICY).sweeps.all.ahead).toBeNull()
  })

  it('is confirmed after one pass that agrees with the last sweep', () => {
    const all = { ...IDLE.sweeps.all, lastIds: new Set(['a']) }
    const state = { ...IDLE, sweeps: { ...IDLE.sweeps, all } }
    const { state: after } = sweepWith(sweepWith(state, 'all', ['a']).state, 'all', [])
    expect(after.sweeps.all).toMatchObject({ sweep: null, isConfirmed: true })
  })
})

describe('a conversation that a pass did not show', () => {
  const KNOWN = ['a', 'b', 'c'].map((id) => ({ conversationId: id, serverId: id }))
  const passEnd = { ids: new Set(['a']), lastIds: new Set(['a', 'b']), isWhole: true, isConfirmed: false }
  const checksAfter = (
    kind: 'open' | 'all',
    end: typeof passEnd | (Omit<typeof passEnd, 'lastIds'> & { lastIds: null }),
  ) => checksForMissing(kind, KNOWN, end).map((check) => [check.conversationId, check.mayRemove])

  it('is checked after two whole passes, or after one of the open conversations', () => {
    expect(checksAfter('all', passEnd)).toEqual([['c', true]])
    expect(checksAfter('open', passEnd)).toEqual([
      ['b', false],
      ['c', true],
    ])
    expect(checksAfter('all', { ...passEnd, lastIds: null })).toEqual([])
    expect(checksAfter('open', { ...passEnd, lastIds: null })).toEqual([
      ['b', false],
      ['c', false],
    ])
  })

  it('is not checked after a pass that was not whole', () => {
    for (const kind of ['open', 'all'] as const) expect(checksAfter(kind, { ...passEnd, isWhole: false })).toEqual([])
  })

  it('is queued once, and may be removed if either pass allows it', () => {
    const first = afterPass(IDLE, 'open', KNOWN, { ...passEnd, lastIds: null })
    const again = afterPass(first, 'all', KNOWN, { ...passEnd, lastIds: new Set() })
    expect(again.checks.map((check) => [check.conversationId, check.mayRemove])).toEqual([
      ['b', true],
      ['c', true],
    ])
    const [one] = again.checks
    expect(one === undefined ? [] : afterCheck(again, one).checks).toHaveLength(1)
  })

  const check: Check = { kind: 'all', conversationId: 'c', serverId: 'c', mayRemove: true }
  it.each<[string, Check, Failure, boolean]>([
    ['a 404', check, { kind: 'rejected', status: 404, words: '' }, true],
    ['a 404 after one pass', { ...check, mayRemove: false }, { kind: 'rejected', status: 404, words: '' }, false],
    ['a 410', check, { kind: 'rejected', status: 410, words: '' }, false],
    ['a 400', check, { kind: 'rejected', status: 400, words: '' }, false],
    ['a 500', check, { kind: 'server', status: 500, words: null }, false],
    ['an HTML 404 from a proxy', check, { kind: 'unreadable', status: 404, why: 'not JSON' }, false],
    ['a timeout', check, { kind: 'interrupted', code: 'TIMEOUT' }, false],
  ])('after %s is removed only if the server answered 404', (_, queued, failure, gone) => {
    expect(isGone(queued, failure)).toBe(gone)
  })

  it('may have an id that differs only in case', () => {
    expect(differsOnlyInCase('Conv_1', 'conv_1')).toBe(true)
    expect(differsOnlyInCase('conv_1', 'conv_1')).toBe(false)
    expect(differsOnlyInCase('conv_1', 'conv_2')).toBe(false)
  })
})

describe('failures', () => {
  const DOWN: Failure = { kind: 'unreachable', code: 'ENOTFOUND' }
  it.each([
    [DOWN, 1, 0, 500],
    [DOWN, 1, 1, 1_000],
    [DOWN, 4, 1, 8_000],
    [DOWN, 40, 1, 30_000],
    [{ kind: 'throttled', retryAfterMs: 20_000 } as const, 9, 1, 20_000],
    [{ kind: 'throttled', retryAfterMs: null } as const, 2, 1, 2_000],
    [null, 1, 1, 1_000],
  ])('after %j, number %i in a row, delay the next read', (failure, consecutiveFailures, chance, waitMs) => {
    expect(backoff(failure, consecutiveFailures, chance, POLICY)).toBe(waitMs)
  })

  const at = (startedAt: number, now: number) => ({ startedAt, now, chance: 1 })

  it('end with a poll after the wait, and a sweep of the open ones after the first answer', () => {
    const down = afterFailure({ ...IDLE, pollAt: 90_000 }, DOWN, at(9_900, 10_000), POLICY)
    expect(down).toMatchObject({ consecutiveFailures: 1, waitUntil: 11_000, pollAt: 11_000 })
    const back = afterAnswer(down, at(11_000, 11_500))
    expect(back).toMatchObject({ consecutiveFailures: 0 })
    expect(back.sweeps.open.dueAt).toBe(11_500)
    expect(afterAnswer(IDLE, at(0, 1))).toBe(IDLE)
  })

  it('that happen together are one outage, which an earlier request does not end', () => {
    const once = afterFailure(IDLE, DOWN, at(9_000, 10_000), POLICY)
    const together = [9_100, 9_200, 10_000].reduce(
      (state, startedAt) => afterFailure(state, DOWN, at(startedAt, 10_400), POLICY),
      once,
    )
    expect(together).toMatchObject({ consecutiveFailures: 1, waitUntil: 11_000, failedAt: 10_000 })
    expect(afterAnswer(together, at(9_300, 10_500))).toBe(together)
    expect(afterFailure(together, DOWN, at(11_000, 11_100), POLICY)).toMatchObject({
      consecutiveFailures: 2,
      waitUntil: 13_100,
    })
  })

  it('of a request that started before the last outage count again once that has ended', () => {
    const back = afterAnswer(afterFailure(IDLE, DOWN, at(9_000, 10_000), POLICY), at(11_000, 11_100))
    expect(afterFailure(back, DOWN, at(9_100, 39_100), POLICY)).toMatchObject({
      consecutiveFailures: 1,
      waitUntil: 40_100,
    })
  })

  const throttled: Failure = { kind: 'throttled', retryAfterMs: 20_000 }

  it('delay no read that the user asks for, unless the server set the wait', () => {
    const down = afterFailure(IDLE, DOWN, at(9_000, 10_000), POLICY)
    expect(nudged(down, 10_001)).toMatchObject({ waitUntil: 10_001, pollAt: 10_001, threadAt: 10_001 })
    expect(nudged(afterFailure(IDLE, throttled, at(9_000, 10_000), POLICY), 10_001).waitUntil).toBe(30_000)
  })

  it('that happen together wait as long as the server asks, whichever answer comes first', () => {
    const asked = afterFailure(IDLE, throttled, at(9_000, 10_000), POLICY)
    const then = afterFailure(afterAnswer(asked, at(9_000, 10_100)), DOWN, at(9_100, 10_200), POLICY)
    expect(nudged(then, 10_300).waitUntil).toBe(30_000)
    const down = afterFailure(IDLE, DOWN, at(9_000, 10_000), POLICY)
    expect(nudged(afterFailure(down, throttled, at(9_100, 10_200), POLICY), 10_300).waitUntil).toBe(30_200)
  })

  it('woke sweeps the open conversations, but not in the first sync', () => {
    expect(woke(IDLE, 5_000).sweeps.open.dueAt).toBe(5_000)
    const fresh = firstState({ offset: null, sweptAt: null, newsSince: null }, { now: 0, wall: 0 }, POLICY)
    expect(woke(fresh, 5_000).sweeps.open.dueAt).toBe(Infinity)
  })
})

it('a thread leaves the queue when its read starts, and an empty list means that all are read', () => {
  const asked = withQueue(IDLE, ['a', 'b'])
  expect(asked).toMatchObject({ queue: ['a', 'b'], isHydrated: false })
  const attention = { openConversationId: null, isFocused: true, hasSpace: true }
  const job = { kind: 'hydrate', conversationId: 'a' } as const
  const reading = afterJobStart(asked, job, { now: 0, chance: 0.5, attention }, POLICY)
  expect(reading.queue).toEqual(['b'])
  expect(reading.running).toEqual([job])
  expect(afterJobEnd(reading, job).running).toEqual([])
  expect(requeueThread(reading, 'a').queue).toEqual(['a', 'b'])
  expect(withQueue(IDLE, []).isHydrated).toBe(true)
  // A poll queued `c` while the others were listed.
  expect(withQueue({ ...IDLE, queue: ['c'] }, ['a', 'c'])).toMatchObject({ queue: ['c', 'a'], isHydrated: false })
  expect(withQueue({ ...IDLE, queue: ['c'] }, [])).toMatchObject({ queue: ['c'], isHydrated: false })
})

it('progressOf says whether an earlier session began the first sync', () => {
  expect(progressOf(400, 0)).toEqual({ conversations: 400, isResumed: false })
  expect(progressOf(60_800, 60_000)).toEqual({ conversations: 60_800, isResumed: true })
})
