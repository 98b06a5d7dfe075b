import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Database } from '../../../src/db/database.ts'
import { listServerIds, listUnreadThreads } from '../../../src/db/hydration.ts'
import { startSync, type Sync, type SyncReport } from '../../../src/sync/loop.ts'
import { aConversation, aDatabase, aMessage } from '../../support/builders.ts'
import { FakeBridge } from '../../support/fake-bridge.ts'
import { passTime, until, useVirtualTime } from '../../support/virtual-time.ts'

let db: Database
let server: FakeBridge
let sync: Sync | undefined
let reports: SyncReport[]

function start(): void {
  reports = []
  sync = startSync({
    db,
    bridge: server,
    workspaceId: 'w',
    now: Date.now,
    elapsed: Date.now,
    random: () => 0.5,
    listServerIds: (which) => listServerIds(db, which),
    listUnreadThreads: () => listUnreadThreads(db),
    isFocused: () => true,
    hasSpace: () => true,
    report: (report) => reports.push(report),
  })
}

beforeEach(() => {
  useVirtualTime()
  db = aDatabase()
  server = new FakeBridge()
  for (let index = 0; index < 250; index += 1) {
    server.add(aConversation({ id: `conv_${index}`, timestamp: index }), [aMessage({ id: `msg_${index}` })])
  }
})

afterEach(async () => {
  await sync?.stop()
  await db.delete()
  vi.useRealTimers()
})

describe('the loop that reads', () => {
  it('reads the whole list, then every thread, so that all of it can be read offline', async () => {
    start()
    await until(() => reports.some((report) => report.isFirstSync === false))
    expect(await db.conversations.count()).toBe(250)
    await until(async () => (await db.threads.count()) === 250, 125)
    const reads = server.reads
    await passTime(14_000)
    expect(server.reads - reads).toBeLessThanOrEqual(1)
  })

  it('shows a new message of the open thread within five seconds', async () => {
    start()
    await until(async () => (await db.threads.count()) === 250, 125)
    sync?.lookAt('conv_7')
    await until(() => reports.length > 0)
    server.kept.get('conv_7')?.messages.push(aMessage({ id: 'new', content: 'one more thing' }))
    const at = Date.now()
    await until(async () => (await db.threads.get('conv_7'))?.messages.length === 2)
    expect(Date.now() - at).toBeLessThanOrEqual(6_000)
  })

  it.each([
    { kind: 'unreachable', code: 'ENOTFOUND' },
    { kind: 'unreadable', status: 200, why: 'not JSON' },
    { kind: 'server', status: 500, words: null },
    { kind: 'throttled', retryAfterMs: 20_000 },
  ] as const)('says $kind, keeps what it has, and tries again by itself', async (outage) => {
    start()
    await until(async () => (await db.threads.count()) === 250, 125)
    server.outage = outage
    sync?.nudge()
    await until(() => reports.some((report) => report.failure?.kind === outage.kind))
    expect(await db.conversations.count()).toBe(250)
    const reads = server.reads
    await passTime(60_000)
    expect(server.reads).toBeGreaterThan(reads)
    expect(server.reads).toBeLessThan(reads + 20)
    server.outage = null
    await until(() => reports.at(-1)?.failure === null)
  })

  it('one conversation that the server does not know holds up no other', async () => {
    await db.conversations.put({ ...aConversation({ id: 'gone' }), activityAt: Date.now() })
    start()
    await until(async () => (await db.threads.count()) === 250, 125)
    expect(await db.conversations.get('gone')).toBeDefined()
  })
})
