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
const lost = (at: number, lastHeardAt: number | null = null): ReachEvent => ({ kind: 'unreachable', at, lastHeardAt })
const back = (at: number): ReachEvent => ({ kind: 'reached', at })
const AWAY: Away = { since: 1, backAt: 2, ops: [A] }

describe('what is remembered of the time offline', () => {
  it.each([
    ['it begins with the last that was heard', null, lost(5 * MINUTE, MINUTE), [A], { since: MINUTE, ops: [A] }],
    ['or now, where nothing was heard yet', null, lost(5 * MINUTE), [], { since: 5 * MINUTE, ops: [] }],
    ['it goes on', { since: 1, ops: [A] }, lost(9 * MINUTE, 8 * MINUTE), [A], { since: 1, ops: [A] }],
    ['what is said meanwhile is kept', { since: 1, ops: [A] }, { kind: 'waiting' }, [A, B], { since: 1, ops: [A, B] }],
    ['also when it is gone again', { since: 1, ops: [A, B] }, { kind: 'waiting' }, [C], { since: 1, ops: [A, B, C] }],
    ['online nothing is noted', null, { kind: 'waiting' }, [A], null],
    ['it ends', { since: 1, ops: [A] }, back(MINUTE), [], null],
  ] as const)('%s', (_what, offline, event, waiting, after) => {
    expect(reachAfter({ offline, away: null }, event, waiting)).toEqual({ offline: after, away: null })
  })

  it.each([
    ['ten minutes are long', back(10 * MINUTE), { since: 0, backAt: 10 * MINUTE, ops: [A, B] }],
    ['less is not', back(10 * MINUTE - 1), null],
    ['a clock that was set back makes nothing long', back(-60 * MINUTE), null],
  ] as const)('%s', (_what, event, away) => {
    expect(reachAfter({ offline: { since: 0, ops: [A] }, away: null }, event, [A, B])).toEqual({ offline: null, away })
  })

  it('what was not read yet is told together with what came after it', () => {
    const offline = { since: 20 * MINUTE, ops: [B] }
    expect(reachAfter({ offline, away: AWAY }, back(40 * MINUTE), [A, B])).toEqual({
      offline: null,
      away: { since: 1, backAt: 40 * MINUTE, ops: [A, B] },
    })
  })

  it('a moment offline leaves what was not read yet as it is', () => {
    const offline = { since: 20 * MINUTE, ops: [B] }
    expect(reachAfter({ offline, away: AWAY }, back(21 * MINUTE), [])).toEqual({ offline: null, away: AWAY })
  })

  it('how long is long is the caller’s to say', () => {
    const after = reachAfter({ offline: { since: 0, ops: [] }, away: null }, back(500), [], 500)
    expect(after.away).toEqual({ since: 0, backAt: 500, ops: [] })
  })
})

it('a restart meanwhile makes it no shorter, and what was sent before the first good read is known', async () => {
  const db = aDatabase()
  onTestFinished(() => db.delete())
  await db.conversations.put({ ...aConversation(), activityAt: 1, newest: null })
  await noteReach(db, lost(MINUTE))
  const { seq: _, ...row } = anOp({ id: 'a' })
  await db.outbox.add(row)
  await noteReach(db, { kind: 'waiting' })
  // The next start; the outbox is quicker than the first read.
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
    sent: [{ conversationId: 'conv_1', name: 'Ana Petrović', count: 1 }],
    held: [],
    news: [],
  })
})

it('while the server is out of reach all that comes into the outbox is noted, and that it is tried in vain is no news', async () => {
  const db = aDatabase()
  onTestFinished(() => db.delete())
  const feed = aFeed(db)
  await whenFed(feed, () => feed.ops() !== null)
  const watch = watchAway(db, feed)
  watch.hear(lost(MINUTE))
  const noted = async () => ((await db.meta.get('offline'))?.value as Offline | undefined)?.ops.map((one) => one.opId)
  const { seq: _, ...row } = anOp({ id: 'a' })
  await db.outbox.add({ ...row })
  await expect.poll(noted).toEqual(['a'])
  const notes = vi.spyOn(db, 'transaction')
  await db.outbox.update(1, { state: 'sending' })
  await whenFed(feed, () => feed.ops()?.[0]?.state === 'sending')
  expect(notes).not.toHaveBeenCalled()
  await db.outbox.add({ ...row, id: 'b' })
  await expect.poll(noted).toEqual(['a', 'b'])
  watch.hear(back(2 * MINUTE))
  await expect.poll(noted).toBeUndefined()
  await db.outbox.add({ ...row, id: 'c' })
  await whenFed(feed, () => feed.ops()?.length === 3)
  watch.hear(lost(3 * MINUTE))
  await expect.poll(noted).toEqual(['a', 'b', 'c'])
  watch.stop()
})
