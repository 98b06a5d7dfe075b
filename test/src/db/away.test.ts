import { describe, expect, it, onTestFinished, vi } from 'vitest'
import {
  type Away,
  type AwayOp,
  noteReach,
  type Offline,
  reachAfter,
  type ReachEvent,
  watchAway,
} from '../../../src/db/away.ts'
import { readReview } from '../../../src/db/review.ts'
import { aConversation, aDatabase, aMessage, anOp } from '../../support/builders.ts'
import { aFeed, whenFed } from '../../support/outbox-feed.ts'

const MINUTE = 60_000
const op = (opId: string): AwayOp => ({ opId, conversationId: 'conv_1', kind: 'send' })
const [A, B, C] = [op('a'), op('b'), op('c')]
const lost = (at: number, lastResponseAt: number | null = null): ReachEvent => ({
  kind: 'unreachable',
  at,
  lastResponseAt,
})
const back = (at: number): ReachEvent => ({ kind: 'reached', at })
const AWAY: Away = { since: 1, backAt: 2, ops: [A] }

describe('reachAfter', () => {
  it.each([
    ['starts offline at the last response', null, lost(5 * MINUTE, MINUTE), [A], { since: MINUTE, ops: [A] }],
    ['starts offline now when there was no response', null, lost(5 * MINUTE), [], { since: 5 * MINUTE, ops: [] }],
    [
      'keeps the start while the server stays unreachable',
      { since: 1, ops: [A] },
      lost(9 * MINUTE, 8 * MINUTE),
      [A],
      { since: 1, ops: [A] },
    ],
    ['adds ops queued while offline', { since: 1, ops: [A] }, { kind: 'waiting' }, [A, B], { since: 1, ops: [A, B] }],
    [
      'keeps ops that have left the outbox',
      { since: 1, ops: [A, B] },
      { kind: 'waiting' },
      [C],
      { since: 1, ops: [A, B, C] },
    ],
    ['records nothing while online', null, { kind: 'waiting' }, [A], null],
    ['ends offline when the server is reached', { since: 1, ops: [A] }, back(MINUTE), [], null],
  ] as const)('%s', (_what, offline, event, waiting, after) => {
    expect(reachAfter({ offline, away: null }, event, waiting)).toEqual({ offline: after, away: null })
  })

  it.each([
    ['creates a review after ten minutes', back(10 * MINUTE), { since: 0, backAt: 10 * MINUTE, ops: [A, B] }],
    ['creates none after less', back(10 * MINUTE - 1), null],
    ['creates none when the clock was set back', back(-60 * MINUTE), null],
  ] as const)('%s', (_what, event, away) => {
    expect(reachAfter({ offline: { since: 0, ops: [A] }, away: null }, event, [A, B])).toEqual({ offline: null, away })
  })

  it('merges an undismissed review with the next one', () => {
    const offline = { since: 20 * MINUTE, ops: [B] }
    expect(reachAfter({ offline, away: AWAY }, back(40 * MINUTE), [A, B])).toEqual({
      offline: null,
      away: { since: 1, backAt: 40 * MINUTE, ops: [A, B] },
    })
  })

  it('keeps an undismissed review after a short time offline', () => {
    const offline = { since: 20 * MINUTE, ops: [B] }
    expect(reachAfter({ offline, away: AWAY }, back(21 * MINUTE), [])).toEqual({ offline: null, away: AWAY })
  })

  it('accepts another minimum duration', () => {
    const after = reachAfter({ offline: { since: 0, ops: [] }, away: null }, back(500), [], 500)
    expect(after.away).toEqual({ since: 0, backAt: 500, ops: [] })
  })
})

it('noteReach keeps the offline time across a restart, and knows ops sent before the first successful read', async () => {
  const db = aDatabase()
  onTestFinished(() => db.delete())
  await db.conversations.put({ ...aConversation(), activityAt: 1, newest: null })
  await noteReach(db, lost(MINUTE))
  const { seq: _, ...row } = anOp({ id: 'a' })
  await db.outbox.add(row)
  await noteReach(db, { kind: 'waiting' })
  // After a restart the outbox sends before the first read.
  await db.outbox.clear()
  await db.claims.put({ messageId: 'm', opId: 'a', conversationId: 'conv_1' })
  await db.threads.put({
    conversationId: 'conv_1',
    messages: [aMessage({ id: 'm', sender: 'assistant', sentAt: 12 * MINUTE })],
    readAt: 1,
  })
  await noteReach(db, lost(11 * MINUTE))
  await noteReach(db, back(12 * MINUTE))
  expect(await readReview(db)).toEqual({
    awayMs: 11 * MINUTE,
    sent: [{ conversationId: 'conv_1', name: 'Ana Petrović', channel: 'sms', count: 1 }],
    held: [],
    news: [],
  })
})

it('watchAway records ops queued while offline, and writes nothing for failed attempts', async () => {
  const db = aDatabase()
  onTestFinished(() => db.delete())
  const feed = aFeed(db)
  await whenFed(feed, () => feed.ops() !== null)
  const watch = watchAway(db, feed)
  watch.record(lost(MINUTE))
  const recordedIds = async () =>
    ((await db.meta.get('offline'))?.value as Offline | undefined)?.ops.map((op) => op.opId)
  const { seq: _, ...row } = anOp({ id: 'a' })
  await db.outbox.add({ ...row })
  await expect.poll(recordedIds).toEqual(['a'])
  const writes = vi.spyOn(db, 'transaction')
  await db.outbox.update(1, { state: 'sending' })
  await whenFed(feed, () => feed.ops()?.[0]?.state === 'sending')
  expect(writes).not.toHaveBeenCalled()
  await db.outbox.add({ ...row, id: 'b' })
  await expect.poll(recordedIds).toEqual(['a', 'b'])
  watch.record(back(2 * MINUTE))
  await expect.poll(recordedIds).toBeUndefined()
  await db.outbox.add({ ...row, id: 'c' })
  await whenFed(feed, () => feed.ops()?.length === 3)
  watch.record(lost(3 * MINUTE))
  await expect.poll(recordedIds).toEqual(['a', 'b', 'c'])
  watch.stop()
})
