import { describe, expect, it } from 'vitest'
import type { ConversationRow } from '../../../src/db/rows.ts'
import type { Merged } from '../../../src/db/merge.ts'
import type { Failure } from '../../../src/shared/failure.ts'
import { absentees, isGone, isSameInOtherLetters } from '../../../src/sync/absent.ts'
import { backoff } from '../../../src/sync/backoff.ts'
import { isLearned, judgePoll, learn, UNKNOWN_ORDER, withMoved, withPollAsked } from '../../../src/sync/order.ts'
import { SYNC_POLICY } from '../../../src/sync/policy.ts'
import { progressOf } from '../../../src/sync/progress.ts'
import { type Check, firstState, isCatchingUp, type SyncState } from '../../../src/sync/state.ts'
import {
  requestAnswered,
  begun,
  checked,
  requestFailed,
  lookedUp,
  conversationMissed,
  nudged,
  polled,
  putBack,
  swept,
  woke,
} from '../../../src/sync/steps.ts'
import { aConversation } from '../../support/builders.ts'

const POLICY = SYNC_POLICY
const AT_REST: SyncState = {
  ...firstState({ offset: null, sweptAt: 0, newsSince: 0 }, { now: 0, wall: 0 }, POLICY),
  places: {
    open: { sweep: null, dueAt: 600_000, isSettled: true, lastIds: null },
    all: { sweep: null, dueAt: 1_800_000, isSettled: true, lastIds: null },
  },
}
const LEARNED = { ...UNKNOWN_ORDER, goodPolls: 20 }
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

describe('the order of the list', () => {
  it.each([
    ['newest first', [known('a', 3), known('b', 2), known('c', 1)], [], 'stands'],
    ['two at the same moment', [known('a', 3), known('b', 3), known('c', 1)], [], 'stands'],
    ['oldest first', [known('a', 1), known('b', 2)], [], 'breaks'],
    ['one row', [known('a', 1)], [], 'silent'],
    ['rows whose threads are not here', [unknown('a'), moved('b'), unknown('c')], [], 'silent'],
    ['one that moved, and is in the first page', [known('a', 3), known('b', 2)], ['b'], 'stands'],
    ['one that moved, and is not', [known('a', 3), known('b', 2)], ['z'], 'breaks'],
    [
      'more that moved than the page could show',
      [known('a', 3), known('b', 2)],
      Array.from({ length: 51 }, (_, n) => `z${n}`),
      'stands',
    ],
  ] as const)('%s', (_, page, due, verdict) => {
    expect(judgePoll(page, due)).toBe(verdict)
  })

  it('is learned after twenty good polls and forgotten at one counter-example', () => {
    let order = UNKNOWN_ORDER
    for (let poll = 0; poll < 20; poll += 1) {
      expect(isLearned(order, 20)).toBe(false)
      order = learn(withPollAsked(order), [known('a', 3), known('b', 2)])
    }
    expect(isLearned(order, 20)).toBe(true)
    expect(isLearned(learn(order, []), 20)).toBe(true)
    expect(isLearned(learn(order, [known('a', 1), known('b', 2)]), 20)).toBe(false)
  })

  it('owes to the next poll what a sweep saw move before it was asked for, and to the one after what came while it was under way', () => {
    const asked = withPollAsked(withMoved(UNKNOWN_ORDER, [moved('x'), same('y'), unknown('z')]))
    expect(asked).toMatchObject({ movedSincePoll: [], due: ['x'] })
    expect(withMoved(asked, [moved('w')])).toMatchObject({ movedSincePoll: ['w'], due: ['x'] })
  })
})

describe('a poll', () => {
  it('comes every 15 s in focus and every 60 s without, a tenth earlier or later', () => {
    const at = (isFocused: boolean, chance: number): number =>
      begun(AT_REST, { kind: 'poll', offset: 0 }, { now: 0, chance, attention: { ...attention, isFocused } }, POLICY)
        .pollAt
    expect([at(true, 0), at(true, 0.5), at(false, 0.5)]).toEqual([13_500, 15_000, 60_000])
    expect(at(true, 0.999)).toBeLessThanOrEqual(16_500)
  })

  it('has the open ones swept while the order is not learned, and not when the page was all there is', () => {
    const full = pageOf(Array.from({ length: 100 }, (_, index) => same(`c${index}`)))
    const openDue = (state: SyncState, page: typeof full): number =>
      polled(state, page, 50_000, POLICY).places.open.dueAt
    expect(openDue(AT_REST, full)).toBe(50_000)
    expect(openDue({ ...AT_REST, order: LEARNED }, full)).toBe(600_000)
    expect(openDue(AT_REST, pageOf(full.merged.slice(1)))).toBe(600_000)
    expect(openDue({ ...AT_REST, isHurried: true }, full)).toBe(600_000)
  })

  it('goes on with what is not settled', () => {
    const open = { ...AT_REST.places.open, isSettled: false }
    const all = { ...AT_REST.places.all, isSettled: false }
    const { places } = polled({ ...AT_REST, order: LEARNED, places: { open, all } }, pageOf([]), 50_000, POLICY)
    expect([places.open.dueAt, places.all.dueAt]).toEqual([50_000, 50_000])
    expect(isCatchingUp({ ...AT_REST, places })).toBe(true)
    expect(isCatchingUp(AT_REST)).toBe(false)
  })

  it('follows news below the first page while all that two pages share is news', () => {
    const state = { ...AT_REST, order: LEARNED }
    const news = Array.from({ length: 100 }, (_, index) => moved(`c${index}`))
    const deeper = polled(state, pageOf(news), 50_000, POLICY)
    expect(deeper).toMatchObject({ pollOffset: 80, pollAt: 50_000 })
    const quiet = polled(deeper, { ...pageOf([...news.slice(0, 99), same('old')]), offset: 80 }, 50_000, POLICY)
    expect(quiet.pollOffset).toBe(0)
    expect(polled(state, { ...pageOf(news), offset: 800 }, 50_000, POLICY).pollOffset).toBe(0)
    expect(polled(AT_REST, pageOf(news), 50_000, POLICY).pollOffset).toBe(0)
  })

  it('puts the threads of what moved and of what is new before all others', () => {
    const { queue, met } = polled(
      { ...AT_REST, queue: ['x', 'b'] },
      pageOf([moved('b'), same('c'), unknown('d')]),
      1,
      POLICY,
    )
    expect(queue).toEqual(['b', 'd', 'x'])
    expect(met).toEqual(['d'])
    expect(polled({ ...AT_REST, isFirstSync: true }, pageOf([unknown('d')]), 1, POLICY).queue).toEqual([])
  })
})

describe('a sweep', () => {
  const sweepWith = (state: SyncState, kind: 'open' | 'all', ids: readonly string[]) =>
    swept(state, { kind, ids, length: ids.length, merged: [] }, 7_000, POLICY)

  it('of the whole list goes at a trickle, of the open ones at the pace of the background', () => {
    const job = (sweep: 'open' | 'all') => ({ kind: 'sweep', sweep, offset: 0 }) as const
    const moment = { now: 1_000, chance: 0.5, attention }
    expect(begun(AT_REST, job('all'), moment, POLICY)).toMatchObject({ paceAt: 1_125, trickleAt: 4_000 })
    expect(begun(AT_REST, job('open'), moment, POLICY)).toMatchObject({ paceAt: 1_125, trickleAt: 0 })
  })

  it('that comes to its end sets the time of the next; the first one ends the first sync', () => {
    const fresh = firstState({ offset: null, sweptAt: null, newsSince: null }, { now: 0, wall: 0 }, POLICY)
    const short = sweepWith(fresh, 'all', ['a'])
    expect(short.state).toMatchObject({ isFirstSync: true })
    const once = sweepWith(short.state, 'all', [])
    expect(once.state).toMatchObject({ isFirstSync: false, isHurried: true })
    expect(once.state.places.open.dueAt).toBe(607_000)
    expect(isCatchingUp(once.state)).toBe(true)
    const twice = sweepWith(sweepWith(once.state, 'all', ['a']).state, 'all', [])
    expect(twice.state).toMatchObject({ isHurried: false })
    expect(twice.state.places.all).toMatchObject({ sweep: null, isSettled: true, dueAt: 1_807_000 })
  })

  it('at rest is settled with one pass: it agrees with the one before', () => {
    const all = { ...AT_REST.places.all, lastIds: new Set(['a']) }
    const state = { ...AT_REST, places: { ...AT_REST.places, all } }
    const { state: after } = sweepWith(sweepWith(state, 'all', ['a']).state, 'all', [])
    expect(after.places.all).toMatchObject({ sweep: null, isSettled: true })
  })
})

describe('what a pass did not show', () => {
  const KNOWN = ['a', 'b', 'c'].map((id) => ({ conversationId: id, serverId: id }))
  const passEnd = { ids: new Set(['a']), lastIds: new Set(['a', 'b']), isWhole: true, isSettled: false }
  const seek = (kind: 'open' | 'all', end: typeof passEnd | (Omit<typeof passEnd, 'lastIds'> & { lastIds: null })) =>
    absentees(kind, KNOWN, end).map((check) => [check.conversationId, check.mayRemove])

  it('is looked for after two whole passes, of the open ones after one', () => {
    expect(seek('all', passEnd)).toEqual([['c', true]])
    expect(seek('open', passEnd)).toEqual([
      ['b', false],
      ['c', true],
    ])
    expect(seek('all', { ...passEnd, lastIds: null })).toEqual([])
    expect(seek('open', { ...passEnd, lastIds: null })).toEqual([
      ['b', false],
      ['c', false],
    ])
  })

  it('is not looked for after a pass that was not whole', () => {
    for (const kind of ['open', 'all'] as const) expect(seek(kind, { ...passEnd, isWhole: false })).toEqual([])
  })

  it('is looked for once, and with the weightier reason', () => {
    const first = conversationMissed(AT_REST, 'open', KNOWN, { ...passEnd, lastIds: null })
    const again = conversationMissed(first, 'all', KNOWN, { ...passEnd, lastIds: new Set() })
    expect(again.checks.map((check) => [check.conversationId, check.mayRemove])).toEqual([
      ['b', true],
      ['c', true],
    ])
    const [one] = again.checks
    expect(one === undefined ? [] : checked(again, one).checks).toHaveLength(1)
  })

  const check: Check = { kind: 'all', conversationId: 'c', serverId: 'c', mayRemove: true }
  it.each<[string, Check, Failure, boolean]>([
    ['a 404', check, { kind: 'rejected', status: 404, words: '' }, true],
    ['a 404 after one pass', { ...check, mayRemove: false }, { kind: 'rejected', status: 404, words: '' }, false],
    ['a 410', check, { kind: 'rejected', status: 410, words: '' }, false],
    ['a 400', check, { kind: 'rejected', status: 400, words: '' }, false],
    ['a 500', check, { kind: 'server', status: 500, words: null }, false],
    ['an HTML 404 of a proxy', check, { kind: 'unreadable', status: 404, why: 'not JSON' }, false],
    ['silence', check, { kind: 'interrupted', code: 'TIMEOUT' }, false],
  ])('%s takes it away: only the server’s own word does', (_, one, failure, gone) => {
    expect(isGone(one, failure)).toBe(gone)
  })

  it('may be there under other letters', () => {
    expect(isSameInOtherLetters('Conv_1', 'conv_1')).toBe(true)
    expect(isSameInOtherLetters('conv_1', 'conv_1')).toBe(false)
    expect(isSameInOtherLetters('conv_1', 'conv_2')).toBe(false)
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
  ])('after %j, the %ith in a row, nothing is read for a while', (failure, misses, chance, waitMs) => {
    expect(backoff(failure, misses, chance, POLICY)).toBe(waitMs)
  })

  it('the first page is read as soon as the wait is over, and the open ones when the server is back', () => {
    const down = requestFailed({ ...AT_REST, pollAt: 90_000 }, DOWN, { now: 10_000, chance: 1 }, POLICY)
    expect(down).toMatchObject({ misses: 1, waitUntil: 11_000, pollAt: 11_000 })
    const back = requestAnswered(down, 11_500)
    expect(back).toMatchObject({ misses: 0 })
    expect(back.places.open.dueAt).toBe(11_500)
    expect(requestAnswered(AT_REST, 1)).toBe(AT_REST)
  })

  it('a person need not wait, unless the server asked for it', () => {
    const down = requestFailed(AT_REST, DOWN, { now: 10_000, chance: 1 }, POLICY)
    expect(nudged(down, 10_001)).toMatchObject({ waitUntil: 10_001, pollAt: 10_001, threadAt: 10_001 })
    const throttled = requestFailed(
      AT_REST,
      { kind: 'throttled', retryAfterMs: 20_000 },
      { now: 10_000, chance: 1 },
      POLICY,
    )
    expect(nudged(throttled, 10_001).waitUntil).toBe(30_000)
  })

  it('after a sleep the open ones are swept as well, once there was a first sync', () => {
    expect(woke(AT_REST, 5_000).places.open.dueAt).toBe(5_000)
    const fresh = firstState({ offset: null, sweptAt: null, newsSince: null }, { now: 0, wall: 0 }, POLICY)
    expect(woke(fresh, 5_000).places.open.dueAt).toBe(Infinity)
  })
})

it('threads leave the queue one by one, and none left is the end of it', () => {
  const asked = lookedUp(AT_REST, ['a', 'b'])
  expect(asked).toMatchObject({ queue: ['a', 'b'], isHydrated: false })
  const attention = { openConversationId: null, isFocused: true, hasSpace: true }
  const reading = begun(asked, { kind: 'hydrate', conversationId: 'a' }, { now: 0, chance: 0.5, attention }, POLICY)
  expect(reading.queue).toEqual(['b'])
  expect(putBack(reading, 'a').queue).toEqual(['a', 'b'])
  expect(lookedUp(AT_REST, []).isHydrated).toBe(true)
})

it('progress is told with its rate, once there is one', () => {
  expect(progressOf(400, { rows: 0, ms: 4_999 })).toEqual({ conversations: 400, perMinute: null })
  expect(progressOf(60_800, { rows: 60_000, ms: 10_000 })).toEqual({ conversations: 60_800, perMinute: 4_800 })
})
