import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { applyPage } from '../../../src/db/cache.ts'
import type { Database } from '../../../src/db/database.ts'
import { findLastHeld } from '../../../src/db/outbox-queries.ts'
import { readDraft, readThread } from '../../../src/db/queries.ts'
import {
  discardOp,
  editOp,
  markDelivered,
  retryOp,
  sendAndFinish,
  setStatus,
  setTags,
} from '../../../src/outbox/intents.ts'
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
  const told = { onSettled: () => {}, onUnauthorized: () => {} }
  const clock = { now: Date.now, elapsed: Date.now, random: () => 0.5 }
  outbox = await startOutbox({ db, feed: aFeed(db), bridge: server, workspaceId: 'w', ...clock, ...told })
}

const isEmpty = async (): Promise<boolean> => (await db.outbox.count()) === 0
const applied = (): readonly string[] => server.applied.map((one) => one.method)
const statusShown = async (): Promise<string | undefined> => (await readThread(db, 'conv_1'))?.conversation.status

async function theMessage(): Promise<{ readonly opId: string }> {
  const op = await db.outbox.filter(({ intent }) => intent.kind === 'send').first()
  invariant(op !== undefined, 'the message waits')
  return { opId: op.id }
}

describe('send and resolve', () => {
  it('shows both at once, and the server gets the words first, then the change', async () => {
    await sendAndFinish(db, REPLY, 'resolved')
    expect(await statusShown()).toBe('resolved')
    await start()
    await until(isEmpty)
    expect(applied()).toEqual(['send', 'update'])
    expect(server.applied.at(1)?.body).toEqual({ status: 'resolved' })
  })

  it('one undo takes back both: the words are in the composer, the conversation is as it was, nothing went out', async () => {
    await sendAndFinish(db, REPLY, 'resolved')
    await start()
    await passTime(2_000)
    const held = await findLastHeld(db)
    invariant(held !== null, 'the message is in its window')
    await editOp(db, held)
    await passTime(60_000)
    expect(await isEmpty()).toBe(true)
    expect(applied()).toEqual([])
    expect(await statusShown()).toBe('open')
    expect((await readDraft(db, 'conv_1'))?.text).toBe(REPLY.content)
  })

  it('a refused message holds the change back, and the conversation does not look resolved', async () => {
    server.faults.push({ failure: REFUSED, isApplied: false })
    await sendAndFinish(db, REPLY, 'resolved')
    await start()
    await passTime(60_000)
    expect(applied()).toEqual([])
    expect(await statusShown()).toBe('open')
    await retryOp(db, await theMessage())
    await until(isEmpty)
    expect(applied()).toEqual(['send', 'update'])
  })

  it('a refused message that is discarded takes the change with it', async () => {
    server.faults.push({ failure: REFUSED, isApplied: false })
    await sendAndFinish(db, REPLY, 'resolved')
    await start()
    await passTime(60_000)
    await discardOp(db, await theMessage())
    await passTime(60_000)
    expect(await isEmpty()).toBe(true)
    expect(applied()).toEqual([])
  })

  it('a message that a person knows to have arrived is followed by the change', async () => {
    await sendAndFinish(db, REPLY, 'resolved')
    const op = await theMessage()
    const attempt = { begunAt: 0, endedAt: 1, baselineIds: null, clockOffsetMs: null, outcome: 'ambiguous' as const }
    await db.outbox.where({ id: op.opId }).modify({ state: 'asking', question: { why: 'absent' }, attempts: [attempt] })
    await markDelivered(db, op)
    await start()
    await until(isEmpty)
    expect(applied()).toEqual(['update'])
  })

  it('what is changed afterwards stays when the message is taken back', async () => {
    await sendAndFinish(db, REPLY, 'resolved')
    await setTags(db, { conversationId: 'conv_1', tags: ['vip'] })
    await editOp(db, await theMessage())
    await start()
    await until(isEmpty)
    expect(server.applied.map((one) => one.body)).toEqual([{ tags: ['vip'] }])
  })

  it('is a plain message where the conversation is resolved already', async () => {
    await setStatus(db, { conversationId: 'conv_1', status: 'resolved' })
    await sendAndFinish(db, REPLY, 'resolved')
    expect(await db.outbox.count()).toBe(2)
  })

  it('closes instead, where that is wanted', async () => {
    await sendAndFinish(db, REPLY, 'closed')
    expect(await statusShown()).toBe('closed')
    await start()
    await until(isEmpty)
    expect(applied()).toEqual(['send', 'close'])
  })

  it('takes a close back together with its message', async () => {
    await sendAndFinish(db, REPLY, 'closed')
    await editOp(db, await theMessage())
    expect(await isEmpty()).toBe(true)
    expect(await statusShown()).toBe('open')
  })
})
