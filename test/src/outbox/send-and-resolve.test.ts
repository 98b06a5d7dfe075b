import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { applyPage } from '../../../src/db/cache.ts'
import type { Database } from '../../../src/db/database.ts'
import { findLastHeld } from '../../../src/db/outbox-queries.ts'
import { readDraft, readThread } from '../../../src/db/queries.ts'
import { discardOp, editOp, markDelivered, retryOp, setStatus, setTags } from '../../../src/outbox/intents.ts'
import { sendAndFinish } from '../../../src/outbox/send.ts'
import { type Outbox, startOutbox } from '../../../src/outbox/loop.ts'
import { invariant } from '../../../src/shared/failure.ts'
import { aConversation, aDatabase, aMessage } from '../../support/builders.ts'
import { FakeBridge } from '../../support/fake-bridge.ts'
import { aFeed } from '../../support/outbox-feed.ts'
import { passTime, until, useVirtualTime } from '../../support/virtual-time.ts'

const REPLY = { conversationId: 'conv_1', content: 'All done, have a good day!' }
const REFUSED = { kind: 'rejected', status: 400, words: 'Not reachable' } as const

let db: Database
let server: FakeBridge
let outbox: Outbox | undefined

beforeEach(async () => {
  useVirtualTime()
  db = aDatabase()
  server = new FakeBridge()
  server.add(aConversation(), [aMessage()])
  await applyPage(db, [aConversation()], { askedAt: Date.now(), now: Date.now() })
})

afterEach(async () => {
  await outbox?.stop()
  outbox = undefined
  await db.delete()
  vi.useRealTimers()
})

async function start(): Promise<void> {
  const listeners = { onSettled: () => {}, onUnauthorized: () => {} }
  const clock = { now: Date.now, elapsed: Date.now, random: () => 0.5 }
  outbox = await startOutbox({ db, feed: aFeed(db), bridge: server, workspaceId: 'w', ...clock, ...listeners })
}

const isEmpty = async (): Promise<boolean> => (await db.outbox.count()) === 0
const applied = (): readonly string[] => server.applied.map((call) => call.method)
const statusShown = async (): Promise<string | undefined> => (await readThread(db, 'conv_1'))?.conversation.status

async function findMessage(): Promise<{ readonly opId: string }> {
  const op = await db.outbox.filter(({ intent }) => intent.kind === 'send').first()
  invariant(op !== undefined, 'the message waits')
  return { opId: op.id }
}

describe('sendAndFinish', () => {
  it('shows both at once, and sends the message before the change', async () => {
    await sendAndFinish(db, REPLY, 'resolved')
    expect(await statusShown()).toBe('resolved')
    await start()
    await until(isEmpty)
    expect(applied()).toEqual(['send', 'update'])
    expect(server.applied.at(1)?.body).toEqual({ status: 'resolved' })
  })

  it('takes back both with one undo, and sends nothing', async () => {
    await sendAndFinish(db, REPLY, 'resolved')
    await start()
    await passTime(2_000)
    const held = await findLastHeld(db)
    invariant(held !== null, 'the message is in its undo window')
    await editOp(db, held)
    await passTime(60_000)
    expect(await isEmpty()).toBe(true)
    expect(applied()).toEqual([])
    expect(await statusShown()).toBe('open')
    expect((await readDraft(db, 'conv_1'))?.text).toBe(REPLY.content)
  })

  it('sends no change while the message is rejected, and shows the old status', async () => {
    server.faults.push({ failure: REFUSED, isApplied: false })
    await sendAndFinish(db, REPLY, 'resolved')
    await start()
    await passTime(60_000)
    expect(applied()).toEqual([])
    expect(await statusShown()).toBe('open')
    await retryOp(db, await findMessage())
    await until(isEmpty)
    expect(applied()).toEqual(['send', 'update'])
  })

  it('discards the change with a rejected message', async () => {
    server.faults.push({ failure: REFUSED, isApplied: false })
    await sendAndFinish(db, REPLY, 'resolved')
    await start()
    await passTime(60_000)
    await discardOp(db, await findMessage())
    await passTime(60_000)
    expect(await isEmpty()).toBe(true)
    expect(applied()).toEqual([])
  })

  it('sends the change when the user marks the message as delivered', async () => {
    await sendAndFinish(db, REPLY, 'resolved')
    const op = await findMessage()
    const attempt = { begunAt: 0, endedAt: 1, baselineIds: null, clockOffsetMs: null, outcome: 'ambiguous' as const }
    await db.outbox.where({ id: op.opId }).modify({ state: 'asking', question: { why: 'absent' }, attempts: [attempt] })
    await markDelivered(db, op)
    await start()
    await until(isEmpty)
    expect(applied()).toEqual(['update'])
  })

  it('keeps a later change when the message is taken back', async () => {
    await sendAndFinish(db, REPLY, 'resolved')
    await setTags(db, { conversationId: 'conv_1', tags: ['vip'] })
    await editOp(db, await findMessage())
    await start()
    await until(isEmpty)
    expect(server.applied.map((call) => call.body)).toEqual([{ tags: ['vip'] }])
  })

  it('queues only the message when the conversation is resolved already', async () => {
    await setStatus(db, { conversationId: 'conv_1', status: 'resolved' })
    await sendAndFinish(db, REPLY, 'resolved')
    expect(await db.outbox.count()).toBe(2)
  })

  it('closes the conversation for the status closed', async () => {
    await sendAndFinish(db, REPLY, 'closed')
    expect(await statusShown()).toBe('closed')
    await start()
    await until(isEmpty)
    expect(applied()).toEqual(['send', 'close'])
  })

  it('takes a close back with its message', async () => {
    await sendAndFinish(db, REPLY, 'closed')
    await editOp(db, await findMessage())
    expect(await isEmpty()).toBe(true)
    expect(await statusShown()).toBe('open')
  })
})
