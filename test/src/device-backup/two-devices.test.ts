import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type DeviceRows, importDevice } from '../../../src/device-backup/import-device.ts'
import { readDevice } from '../../../src/device-backup/read-device.ts'
import { applyPage } from '../../../src/db/cache.ts'
import { type Database, makeDatabase } from '../../../src/db/database.ts'
import type { Op } from '../../../src/db/op.ts'
import { discardOp, sendAnyway, setStatus } from '../../../src/outbox/intents.ts'
import { sendMessage, startConversation } from '../../../src/outbox/send.ts'
import { type Outbox, startOutbox } from '../../../src/outbox/loop.ts'
import type { MovedRow, MovedTable } from '../../../src/shared/device-backup.ts'
import type { Failure } from '../../../src/shared/failure.ts'
import { aConversation, ANY_TIME, aDatabase, aMessage } from '../../support/builders.ts'
import { FakeBridge } from '../../support/fake-bridge.ts'
import { aFeed } from '../../support/outbox-feed.ts'
import { passTime, until, useVirtualTime } from '../../support/virtual-time.ts'

const LOST: Failure = { kind: 'interrupted', code: 'ECONNRESET' }
const OFFLINE: Failure = { kind: 'unreachable', code: 'ENOTFOUND' }

/** One account, and two devices that know nothing of each other. */
let server: FakeBridge
let old: Database
let now: Database
const outboxes: Outbox[] = []

async function start(db: Database, workspaceId: string): Promise<Outbox> {
  const outbox = await startOutbox({
    ...{ db, feed: aFeed(db), bridge: server, workspaceId, now: Date.now, elapsed: Date.now },
    ...{ random: () => 0.5, onSettled: () => {}, onUnauthorized: () => {} },
  })
  outboxes.push(outbox)
  return outbox
}

async function stop(outbox: Outbox): Promise<void> {
  outboxes.splice(outboxes.indexOf(outbox), 1)
  await outbox.stop()
}

/** As through a file. */
async function backUp(db: Database): Promise<DeviceRows> {
  const rows = new Map<MovedTable, MovedRow[]>()
  for await (const part of readDevice(db, Date.now(), () => {}))
    rows.set(part.table, [...(rows.get(part.table) ?? []), ...part.rows])
  return new Map(JSON.parse(JSON.stringify([...rows])) as [MovedTable, MovedRow[]][])
}

const restore = (rows: DeviceRows, db = now) =>
  importDevice(db, rows, { workspaceId: 'w-now', workspaceIdThere: 'w-old', now: Date.now() })

const sent = (): unknown[] => server.applied.filter(({ method }) => method === 'send').map(({ body }) => body)
const mutations = (): string[] => server.applied.map(({ method }) => method)
const opsOf = (db: Database): Promise<Op[]> => db.outbox.orderBy('seq').toArray()
const isEmpty = async (): Promise<boolean> => (await now.outbox.count()) === 0
const isAsking = async (): Promise<boolean> => (await opsOf(now))[0]?.state === 'asking'

beforeEach(async () => {
  useVirtualTime()
  server = new FakeBridge()
  server.add(aConversation(), [aMessage()])
  old = aDatabase()
  now = makeDatabase('another-device', btoa('k'.repeat(32)), undefined, ANY_TIME)
  for (const [db, workspaceId] of [[old, 'w-old'] as const, [now, 'w-now'] as const]) {
    await applyPage(db, [aConversation()], { askedAt: Date.now(), now: Date.now() })
    await db.meta.put({ name: 'workspaceId', value: workspaceId })
  }
  await old.threads.put({ conversationId: 'conv_1', messages: [aMessage()], readAt: Date.now() })
})

afterEach(async () => {
  for (const outbox of outboxes.splice(0)) await outbox.stop()
  await Promise.all([old.delete(), now.delete()])
  vi.useRealTimers()
})

const TEXT = 'Your parcel arrives on Friday.'

describe('a message that waited when the backup was made', () => {
  it('is never sent by itself, and is sent once when the user says so', async () => {
    await sendMessage(old, { conversationId: 'conv_1', content: TEXT })
    await restore(await backUp(old))
    await start(now, 'w-now')
    await until(isAsking)
    await passTime(48 * 60 * 60_000, 60 * 60_000)
    expect(sent()).toEqual([])
    const [op] = await opsOf(now)
    expect(op).toMatchObject({ state: 'asking', question: { why: 'restored' }, workspaceId: 'w-now' })
    await sendAnyway(now, { opId: op?.id ?? '' })
    await until(isEmpty)
    expect(sent()).toEqual([TEXT])
  })

  it('is done without a question when the old device sent it before the restore', async () => {
    await sendMessage(old, { conversationId: 'conv_1', content: TEXT })
    const rows = await backUp(old)
    await start(old, 'w-old')
    await until(() => sent().length === 1)
    await restore(rows)
    await start(now, 'w-now')
    await until(isEmpty)
    expect(sent()).toEqual([TEXT])
  })

  it('is not sent a second time when the old device sends it while this one asks', async () => {
    await sendMessage(old, { conversationId: 'conv_1', content: TEXT })
    await restore(await backUp(old))
    await start(now, 'w-now')
    await until(isAsking)
    await start(old, 'w-old')
    await until(() => sent().length === 1)
    // The user does not know that.
    await sendAnyway(now, { opId: (await opsOf(now))[0]?.id ?? '' })
    await until(isEmpty)
    expect(sent()).toEqual([TEXT])
  })

  it('is told from the same text that the old device had sent before', async () => {
    const before = await start(old, 'w-old')
    await sendMessage(old, { conversationId: 'conv_1', content: TEXT })
    await until(async () => (await old.outbox.count()) === 0)
    await stop(before)
    await sendMessage(old, { conversationId: 'conv_1', content: TEXT })
    await restore(await backUp(old))
    await start(now, 'w-now')
    await until(isAsking)
    expect(sent()).toEqual([TEXT])
  })

  it('asks when the old device had no thread to compare with', async () => {
    await old.threads.clear()
    await sendMessage(old, { conversationId: 'conv_1', content: TEXT })
    const rows = await backUp(old)
    await start(old, 'w-old')
    await until(() => sent().length === 1)
    await restore(rows)
    await start(now, 'w-now')
    await until(isAsking)
    await passTime(60 * 60_000, 60_000)
    expect(sent()).toEqual([TEXT])
    expect((await opsOf(now))[0]?.question).toEqual({ why: 'cannot-verify', because: 'uncovered' })
  })
})

describe('a message in flight when the backup was made', () => {
  it.each([
    ['reached the server', true, [TEXT], 'done'],
    ['did not reach the server', false, [], 'asking'],
  ] as const)('that %s', async (_, isApplied, expected, outcome) => {
    await sendMessage(old, { conversationId: 'conv_1', content: TEXT })
    server.faults.push({ failure: LOST, isApplied })
    const outbox = await start(old, 'w-old')
    await until(async () => (await opsOf(old))[0]?.state === 'uncertain')
    const rows = await backUp(old)
    await stop(outbox)
    await restore(rows)
    await start(now, 'w-now')
    await until(outcome === 'done' ? isEmpty : isAsking)
    // The old device alone would send it again after two minutes.
    await passTime(60 * 60_000, 60_000)
    expect(sent()).toEqual(expected)
  })
})

describe('other ops', () => {
  it('a change that the old device made is done; another one asks', async () => {
    await setStatus(old, { conversationId: 'conv_1', status: 'resolved' })
    const rows = await backUp(old)
    await restore(rows)
    const outbox = await start(now, 'w-now')
    await until(isAsking)
    expect(mutations()).toEqual([])
    await stop(outbox)
    await start(old, 'w-old')
    await until(() => mutations().length === 1)
    await sendAnyway(now, { opId: (await opsOf(now))[0]?.id ?? '' })
    await start(now, 'w-now')
    await until(isEmpty)
    expect(mutations()).toEqual(['update'])
  })

  it('a new conversation and its message are begun once, on the device where the user says so', async () => {
    server.outage = OFFLINE
    await startConversation(old, { channel: 'sms', customerPhone: '+12025550143', content: TEXT })
    const rows = await backUp(old)
    server.outage = null
    await restore(rows)
    await start(now, 'w-now')
    await until(isAsking)
    await passTime(60 * 60_000, 60_000)
    expect(mutations()).toEqual([])
    // One answer is for both.
    await sendAnyway(now, { opId: (await opsOf(now))[0]?.id ?? '' })
    await until(isEmpty)
    expect(mutations()).toEqual(['create', 'send'])
  })

  it('the first message asks when only its conversation had been begun', async () => {
    server.outage = OFFLINE
    await startConversation(old, { channel: 'sms', customerPhone: '+12025550143', content: TEXT })
    const rows = await backUp(old)
    server.outage = null
    await old.outbox.filter(({ intent }) => intent.kind === 'send').delete()
    await start(old, 'w-old')
    await until(() => mutations().length === 1)
    await restore(rows)
    await start(now, 'w-now')
    await until(isAsking)
    expect((await opsOf(now)).map(({ intent }) => intent.kind)).toEqual(['send'])
    await passTime(60 * 60_000, 60_000)
    expect(mutations()).toEqual(['create'])
  })

  it('a second message in a new conversation asks by itself', async () => {
    server.outage = OFFLINE
    const conversationId = await startConversation(old, {
      channel: 'sms',
      customerPhone: '+12025550143',
      content: TEXT,
    })
    await sendMessage(old, { conversationId, content: 'A second message.' })
    const rows = await backUp(old)
    server.outage = null
    await restore(rows)
    await start(now, 'w-now')
    await until(isAsking)
    await sendAnyway(now, { opId: (await opsOf(now))[0]?.id ?? '' })
    await until(async () => (await now.outbox.count()) === 1 && (await isAsking()))
    await passTime(60 * 60_000, 60_000)
    expect(sent()).toEqual([TEXT])
  })

  it('a new conversation that the old device has begun meanwhile is found, with its message', async () => {
    await startConversation(old, { channel: 'sms', customerPhone: '+12025550143', content: TEXT })
    const rows = await backUp(old)
    await start(old, 'w-old')
    await until(() => mutations().length === 2)
    await restore(rows)
    await start(now, 'w-now')
    await until(isEmpty)
    expect(mutations()).toEqual(['create', 'send'])
  })
})

describe('restoring twice', () => {
  it('adds an op once, also after it was sent or discarded here', async () => {
    await sendMessage(old, { conversationId: 'conv_1', content: TEXT })
    await sendMessage(old, { conversationId: 'conv_1', content: 'A second message, which is discarded.' })
    const rows = await backUp(old)
    expect((await restore(rows)).ops).toBe(2)
    expect((await restore(rows)).ops).toBe(0)
    expect(await now.outbox.count()).toBe(2)
    const [, second] = await opsOf(now)
    const outbox = await start(now, 'w-now')
    await until(isAsking)
    await sendAnyway(now, { opId: (await opsOf(now))[0]?.id ?? '' })
    await until(async () => (await opsOf(now)).every(({ id, state }) => id === second?.id && state === 'asking'))
    await discardOp(now, { opId: second?.id ?? '' })
    await stop(outbox)
    expect((await restore(rows)).ops).toBe(0)
    await start(now, 'w-now')
    await passTime(60 * 60_000, 60_000)
    expect([sent(), await now.outbox.count()]).toEqual([[TEXT], 0])
  })

  it('does not bring an op back to the device that made the backup and has sent it', async () => {
    await sendMessage(old, { conversationId: 'conv_1', content: TEXT })
    const rows = await backUp(old)
    const outbox = await start(old, 'w-old')
    await until(async () => (await old.outbox.count()) === 0)
    await stop(outbox)
    const restored = await importDevice(old, rows, { workspaceId: 'w-old', workspaceIdThere: 'w-old', now: Date.now() })
    expect([restored.ops, await old.outbox.count()]).toEqual([0, 0])
  })
})

const TRIED = { begunAt: 1, endedAt: 2, baselineIds: [], clockOffsetMs: null, outcome: 'ambiguous' }

it.each([
  ['that it was never tried', { attempts: [] }],
  ['that it was tried, and that the user has confirmed it', { attempts: [TRIED] }],
])('a backup sends nothing by itself, even if it says of an op %s', async (_, said) => {
  await sendMessage(old, { conversationId: 'conv_1', content: TEXT })
  const rows = await backUp(old)
  const [op] = rows.get('outbox') ?? []
  const forged = { ...op, state: 'queued', confirmed: { at: Date.now(), doubtful: 9 }, restoredAt: undefined, ...said }
  await restore(new Map([...rows, ['outbox', [forged]]]))
  await start(now, 'w-now')
  await until(isAsking)
  await passTime(60 * 60_000, 60_000)
  expect(sent()).toEqual([])
})

it('an op of another account stays one', async () => {
  await sendMessage(old, { conversationId: 'conv_1', content: TEXT })
  await old.outbox.toCollection().modify({ workspaceId: 'w-third' })
  await restore(await backUp(old))
  await start(now, 'w-now')
  await until(isAsking)
  expect((await opsOf(now))[0]).toMatchObject({ workspaceId: 'w-third', question: { why: 'other-account' } })
})
