import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { applyPage } from '../../../src/db/cache.ts'
import type { Database } from '../../../src/db/database.ts'
import { sendMessage } from '../../../src/outbox/commands.ts'
import { type Outbox, startOutbox } from '../../../src/outbox/loop.ts'
import { DEFAULT_SETTINGS, readOutboxSettings, saveOutboxSettings } from '../../../src/outbox/settings.ts'
import { aConversation, aDatabase, aMessage } from '../../support/builders.ts'
import { FakeBridge } from '../../support/fake-bridge.ts'
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

it('what is not named stays as it was', async () => {
  await saveOutboxSettings(db, { emailHoldMs: 30_000 })
  await saveOutboxSettings(db, { onUncertain: 'ask' })
  expect(await readOutboxSettings(db)).toEqual({ ...DEFAULT_SETTINGS, emailHoldMs: 30_000, onUncertain: 'ask' })
})

it.each([
  [-1, 0],
  [60_001, 60_000],
])('an undo window of %i ms is kept as one of %i ms', async (chatHoldMs, kept) => {
  await saveOutboxSettings(db, { chatHoldMs })
  expect((await readOutboxSettings(db)).chatHoldMs).toBe(kept)
})

it('an engine that runs goes by what was changed meanwhile', async () => {
  const server = new FakeBridge()
  server.add(aConversation(), [aMessage()])
  await applyPage(db, [aConversation()], { askedAt: Date.now(), now: Date.now() })
  outbox = await startOutbox({
    db,
    bridge: server,
    workspaceId: 'w',
    now: Date.now,
    elapsed: Date.now,
    random: () => 0.5,
    onSettled: () => {},
    onUnauthorized: () => {},
  })
  await saveOutboxSettings(db, { chatHoldMs: 0, onUncertain: 'ask' })
  server.faults.push({ failure: { kind: 'interrupted', code: 'ECONNRESET' }, isApplied: false })
  const words = 'Words that got lost on their way to the server'
  await sendMessage(db, { conversationId: 'conv_1', content: words })
  expect((await db.outbox.toArray()).map((op) => op.notBefore <= Date.now())).toEqual([true])
  await until(async () => (await db.outbox.toCollection().first())?.state === 'asking')
  expect((await db.outbox.toCollection().first())?.question).toEqual({ why: 'absent' })
  expect(server.applied).toEqual([])
})
