import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { applyPage } from '../../../src/db/cache.ts'
import type { Database } from '../../../src/db/database.ts'
import { sendMessage } from '../../../src/outbox/send.ts'
import { type Outbox, startOutbox } from '../../../src/outbox/loop.ts'
import { holdMsFor, readOutboxSettings, saveOutboxSettings } from '../../../src/outbox/settings.ts'
import { aConversation, aDatabase, aMessage } from '../../support/builders.ts'
import { FakeBridge } from '../../support/fake-bridge.ts'
import { aFeed } from '../../support/outbox-feed.ts'
import { until, useVirtualTime } from '../../support/virtual-time.ts'

let db: Database
let outbox: Outbox | undefined

beforeEach(() => {
  useVirtualTime()
  db = aDatabase()
})

afterEach(async () => {
  await outbox?.stop()
  outbox = undefined
  await db.delete()
  vi.useRealTimers()
})

const INITIAL = { sms: 5_000, email: 10_000, whatsapp: 5_000, instagram: 5_000, facebook: 5_000 }

it('saveOutboxSettings keeps fields and channels that are not named', async () => {
  expect(await readOutboxSettings(db)).toEqual({ holdMs: INITIAL, onUncertain: 'resend' })
  await saveOutboxSettings(db, { holdMs: { email: 30_000 } })
  await saveOutboxSettings(db, { holdMs: { whatsapp: 0 } })
  await saveOutboxSettings(db, { onUncertain: 'ask' })
  const holdMs = { ...INITIAL, email: 30_000, whatsapp: 0 }
  expect(await readOutboxSettings(db)).toEqual({ holdMs, onUncertain: 'ask' })
})

it('readOutboxSettings applies settings of the version with two undo windows to their channels', async () => {
  const value = { emailHoldMs: 20_000, chatHoldMs: 3_000, onUncertain: 'ask' }
  await db.meta.put({ name: 'outboxSettings', value })
  const before = { sms: 3_000, email: 20_000, whatsapp: 3_000, instagram: 3_000, facebook: 3_000 }
  expect(await readOutboxSettings(db)).toEqual({ holdMs: before, onUncertain: 'ask' })
  await saveOutboxSettings(db, { holdMs: { instagram: 0 } })
  expect(await readOutboxSettings(db)).toEqual({ holdMs: { ...before, instagram: 0 }, onUncertain: 'ask' })
})

it.each([
  [-1, 0],
  [60_001, 60_000],
])('saveOutboxSettings stores an undo window of %i ms as %i ms', async (facebook, stored) => {
  await saveOutboxSettings(db, { holdMs: { facebook } })
  expect((await readOutboxSettings(db)).holdMs.facebook).toBe(stored)
})

it.each([
  ['email', 10_000],
  ['sms', 7_000],
  ['telegram', 7_000],
  ['voice', 7_000],
])('holdMsFor returns for %s %i ms', async (channel, holdMs) => {
  await saveOutboxSettings(db, { holdMs: { sms: 7_000 } })
  expect(holdMsFor(await readOutboxSettings(db), channel)).toBe(holdMs)
})

it('a running engine uses changed settings', async () => {
  const server = new FakeBridge()
  server.add(aConversation(), [aMessage()])
  await applyPage(db, [aConversation()], { askedAt: Date.now(), now: Date.now() })
  outbox = await startOutbox({
    db,
    feed: aFeed(db),
    bridge: server,
    workspaceId: 'w',
    now: Date.now,
    elapsed: Date.now,
    random: () => 0.5,
    onSettled: () => {},
    onUnauthorized: () => {},
  })
  await saveOutboxSettings(db, { holdMs: { sms: 0 }, onUncertain: 'ask' })
  server.faults.push({ failure: { kind: 'interrupted', code: 'ECONNRESET' }, isApplied: false })
  const content = 'A message that got lost on its way to the server'
  await sendMessage(db, { conversationId: 'conv_1', content })
  expect((await db.outbox.toArray()).map((op) => op.notBefore <= Date.now())).toEqual([true])
  await until(async () => (await db.outbox.toCollection().first())?.state === 'asking')
  expect((await db.outbox.toCollection().first())?.question).toEqual({ why: 'absent' })
  expect(server.applied).toEqual([])
})
