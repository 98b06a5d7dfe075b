import Dexie from 'dexie'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { applyPage } from '../../../src/db/cache.ts'
import { type Database, makeDatabase } from '../../../src/db/database.ts'
import type { OutboxFeed } from '../../../src/db/outbox-feed.ts'
import { discardOp, setStatuses } from '../../../src/outbox/intents.ts'
import { sendMessage, startConversation } from '../../../src/outbox/send.ts'
import { settleOp } from '../../../src/outbox/settle.ts'
import { listOps, writeIfUnchanged } from '../../../src/outbox/store.ts'
import { aConversation, ANY_TIME, aDatabase, anOp } from '../../support/builders.ts'
import { aFeed, whenFed } from '../../support/outbox-feed.ts'
import { DATA_KEY } from '../../support/data-key.ts'

const IDS = Array.from({ length: 300 }, (_, index) => `conv_${index}`)
const asked = { askedAt: 1_000_000, now: 1_000_000 }

async function expectTruth(db: Database, feed: OutboxFeed): Promise<void> {
  const expected = JSON.stringify(await listOps(db))
  await whenFed(feed, () => JSON.stringify(feed.ops()) === expected)
}

async function closeAll(db: Database): Promise<void> {
  await setStatuses(
    db,
    IDS.map((conversationId) => ({ conversationId, status: 'closed' as const })),
  )
}

describe('makeOutboxFeed', () => {
  it('returns null before the first read, and the queued ops after it', async () => {
    const db = aDatabase()
    await sendMessage(db, { conversationId: 'conv_2', content: 'one' })
    await sendMessage(db, { conversationId: 'conv_1', content: 'two' })
    const feed = aFeed(db)
    expect([feed.ops(), feed.counts()]).toEqual([null, null])
    await whenFed(feed, () => feed.ops() !== null)
    expect(feed.ops()).toEqual(await listOps(db))
    expect(feed.counts()).toEqual({ waiting: 2, asking: 0, failed: 0 })
  })

  it('ends up with the contents of the database after any writes, sequential or concurrent', async () => {
    const act = fc.record({
      kind: fc.constantFrom('send', 'create', 'close', 'discard', 'claim', 'settle', 'move', 'read'),
      place: fc.nat(5),
      isAwaited: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 25 }), fc.nat(5), async (acts, beginsAt) => {
        const db = aDatabase()
        let feed = beginsAt === 0 ? aFeed(db) : null
        const underWay: Promise<unknown>[] = []
        for (const [index, act] of acts.entries()) {
          const acting = carryOut(db, act)
          underWay.push(acting)
          if (act.isAwaited) await acting
          if (index + 1 === beginsAt) feed = aFeed(db)
        }
        feed ??= aFeed(db)
        await Promise.all(underWay)
        await expectTruth(db, feed)
        await feed.stop()
        db.close()
      }),
      { numRuns: 100 },
    )
  })

  it('reads only changed conversations after the first read', async () => {
    const db = aDatabase()
    await closeAll(db)
    const feed = aFeed(db)
    await whenFed(feed, () => feed.ops() !== null)
    const [first] = await listOps(db)
    let count = 0
    db.outbox.hook('reading', (op) => {
      count += 1
      return op
    })
    await sendMessage(db, { conversationId: 'conv_7', content: 'Hi' })
    await discardOp(db, { opId: first?.id ?? '' })
    await whenFed(feed, () => feed.ops()?.length === 300 && feed.ops()?.[0]?.conversationId === 'conv_1')
    expect(count).toBeGreaterThan(0)
    expect(count).toBeLessThan(20)
  })

  it('reads the conversations of concurrent writes together, including the last write', async () => {
    const db = aDatabase()
    const feed = aFeed(db)
    await whenFed(feed, () => feed.ops() !== null)
    let readings = 0
    feed.subscribe(() => (readings += 1))
    await Promise.all(IDS.map((conversationId) => sendMessage(db, { conversationId, content: 'Hi' })))
    await expectTruth(db, feed)
    expect(feed.ops()).toHaveLength(IDS.length)
    expect(readings).toBeLessThanOrEqual(IDS.length)
  })

  it('reports conversations with current or removed ops, and none without ops', async () => {
    const db = aDatabase()
    const feed = aFeed(db)
    await whenFed(feed, () => feed.ops() !== null)
    const reported: string[][] = []
    feed.subscribe((ids) => reported.push([...ids]))
    await applyPage(db, [aConversation({ id: 'conv_9' })], asked)
    await sendMessage(db, { conversationId: 'conv_1', content: 'Hi' })
    await whenFed(feed, () => feed.ops()?.length === 1)
    await discardOp(db, { opId: feed.ops()?.[0]?.id ?? '' })
    await whenFed(feed, () => feed.ops()?.length === 0)
    expect(reported).toEqual([['conv_1'], ['conv_1']])
  })

  it('reports a conversation with ops when its row is written', async () => {
    const db = aDatabase()
    await sendMessage(db, { conversationId: 'conv_1', content: 'Hi' })
    const feed = aFeed(db)
    await whenFed(feed, () => feed.ops() !== null)
    const reported = new Promise((resolve) => feed.subscribe(resolve))
    await applyPage(db, [aConversation()], asked)
    expect(await reported).toEqual(new Set(['conv_1']))
  })

  it('keeps the identity of the counts until one changes', async () => {
    const db = aDatabase()
    await sendMessage(db, { conversationId: 'conv_1', content: 'Hi' })
    const feed = aFeed(db)
    await whenFed(feed, () => feed.ops() !== null)
    const counts = feed.counts()
    const [op] = await listOps(db)
    await writeIfUnchanged(db, op ?? anOp(), { state: 'sending' }, true)
    await whenFed(feed, () => feed.ops()?.[0]?.state === 'sending')
    expect(feed.counts()).toBe(counts)
    await writeIfUnchanged(db, { ...(op ?? anOp()), revision: 1 }, { state: 'failed' }, false)
    await whenFed(feed, () => feed.ops()?.[0]?.state === 'failed')
    expect(feed.counts()).toEqual({ waiting: 0, asking: 0, failed: 1 })
  })

  it('finds unreported writes with readAnew, and reports the affected conversations', async () => {
    const db = aDatabase()
    await sendMessage(db, { conversationId: 'conv_1', content: 'Hi' })
    const feed = aFeed(db)
    await whenFed(feed, () => feed.ops() !== null)
    const other = makeDatabase(db.name, DATA_KEY, undefined, ANY_TIME)
    await other.outbox.clear()
    await sendMessage(other, { conversationId: 'conv_2', content: 'Hi' })
    expect(feed.ops()?.map((op) => op.conversationId)).toEqual(['conv_1'])
    const reported = new Promise((resolve) => feed.subscribe(resolve))
    feed.readAnew()
    expect(await reported).toEqual(new Set(['conv_1', 'conv_2']))
    await expectTruth(db, feed)
    other.close()
  })

  it('retries a failed read and misses no change', async () => {
    const db = aDatabase()
    const feed = aFeed(db)
    await whenFed(feed, () => feed.ops() !== null)
    const broken = vi.spyOn(db.outbox, 'where').mockImplementation(() => {
      throw new Dexie.UnknownError('the disk is in trouble')
    })
    await db.outbox.add(anOp())
    await expect.poll(() => feed.due.size).toBe(1)
    expect(feed.ops()).toEqual([])
    broken.mockRestore()
    for (const then of feed.due) then()
    await expectTruth(db, feed)
  })

  it('reports nothing after stop, and leaves no timer', async () => {
    const db = aDatabase()
    const feed = aFeed(db)
    await whenFed(feed, () => feed.ops() !== null)
    const reported: unknown[] = []
    feed.subscribe((ids) => reported.push(ids))
    const sent = sendMessage(db, { conversationId: 'conv_1', content: 'Hi' })
    await feed.stop()
    await sent
    await sendMessage(db, { conversationId: 'conv_1', content: 'Hi' })
    expect([reported, feed.ops(), feed.due.size]).toEqual([[], [], 0])
  })
})

/** Changes the outbox in one of several ways. Does nothing when the needed op does not exist. */
async function carryOut(
  db: Database,
  { kind, place }: { readonly kind: string; readonly place: number },
): Promise<unknown> {
  const conversationId = `conv_${place}`
  const op = await db.outbox.offset(place).first()
  switch (kind) {
    case 'send':
      return sendMessage(db, { conversationId, content: 'Hi' })
    case 'create':
      return startConversation(db, { channel: 'sms', content: 'Hi' })
    case 'close':
      return setStatuses(db, [{ conversationId, status: 'closed' }])
    case 'read':
      return applyPage(db, [aConversation({ id: conversationId })], asked)
    default:
      if (op === undefined) return undefined
  }
  if (kind === 'discard') return discardOp(db, { opId: op.id })
  if (kind === 'claim') return writeIfUnchanged(db, op, { state: 'sending' }, true)
  if (kind === 'settle') {
    const conversation = aConversation({ id: op.conversationId })
    return settleOp(db, op, { kind: 'change', conversation }, false, 1)
  }
  // When two conversations are merged, the ops move along. If they are already merged with a third, the write is aborted.
  const conversation = aConversation({ id: conversationId })
  return settleOp(db, op, { kind: 'create', conversation }, false, 1).catch((error: unknown) => {
    if (!(error instanceof Dexie.ConstraintError)) throw error
  })
}
