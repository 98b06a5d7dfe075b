import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CommitWatch } from '../../../src/db/commit-watch.ts'
import { type Database, makeDatabase } from '../../../src/db/database.ts'
import { makeLocalId } from '../../../src/db/local-id.ts'
import { listOpenServerIds, listServerIds } from '../../../src/db/server-ids.ts'
import { listThreadless } from '../../support/threadless.ts'
import { readSyncMemory } from '../../../src/db/sync-memory.ts'
import { type Failure, invariant } from '../../../src/shared/failure.ts'
import type { NewMessage } from '../../../src/db/notices.ts'
import { startSync, type Sync, type SyncReport } from '../../../src/sync/loop.ts'
import { aConversation, ANY_TIME, aDatabase, aMessage, anOp } from '../../support/builders.ts'
import { FakeBridge } from '../../support/fake-bridge.ts'
import { passTime, until, useVirtualTime } from '../../support/virtual-time.ts'
import { DATA_KEY } from '../../support/data-key.ts'

/** A step of virtual time: the interval of background requests, ms. */
const STEP_MS = 125

let db: Database
let server: FakeBridge
let sync: Sync | undefined
let reports: SyncReport[]
let found: NewMessage[]
/** ms by which the device's clock was set. */
let clockShiftMs: number

function start(): void {
  reports = []
  found = []
  sync = startSync({
    db,
    bridge: server,
    workspaceId: 'w',
    now: () => Date.now() + clockShiftMs,
    elapsed: Date.now,
    random: () => 0.5,
    listServerIds: async (kind) =>
      kind === 'all' ? listServerIds(db) : listOpenServerIds(db, await db.conversations.toCollection().primaryKeys()),
    listUnreadThreads: () => listThreadless(db),
    onFound: (messages) => found.push(...messages),
    isFocused: () => true,
    hasSpace: () => true,
    report: (report) => reports.push(report),
  })
}

const isHydrated = async (): Promise<boolean> => (await db.threads.count()) === server.kept.size
const isConfirmed = (): boolean => reports.at(-1)?.isFirstSync === false && reports.at(-1)?.isCatchingUp === false
const localIds = async (): Promise<readonly string[]> => (await listServerIds(db)).map((one) => one.serverId).toSorted()
const serverIds = (): readonly string[] => [...server.kept.keys()].toSorted()

/** The conversations of the account, newest first, as the fake lists them. */
function fill(count: number): void {
  for (let index = count; index > 0; index -= 1) {
    const at = 1_000 * index
    server.add(aConversation({ id: `conv_${index}`, timestamp: at }), [aMessage({ id: `msg_${index}`, sentAt: at })])
  }
}

beforeEach(() => {
  useVirtualTime()
  clockShiftMs = 0
  db = aDatabase()
  server = new FakeBridge()
  fill(250)
})

afterEach(async () => {
  await sync?.stop()
  sync = undefined
  await db.delete()
  vi.useRealTimers()
})

describe('the sync loop', () => {
  it('reads the whole list, then every thread, then only what may have changed', async () => {
    start()
    await until(() => reports.some((report) => report.isFirstSync === false), STEP_MS)
    expect(await db.conversations.count()).toBe(250)
    expect(reports.at(-1)?.areThreadsRead).not.toBe(true)
    await until(async () => (await isHydrated()) && isConfirmed(), STEP_MS)
    await until(() => reports.at(-1)?.areThreadsRead === true, STEP_MS)
    // Twenty polls with the newest first.
    await passTime(21 * 15_000)
    const reads = server.reads
    await passTime(60_000)
    expect(server.reads - reads).toBe(4)
  })

  it('shows a new message of the open thread within five seconds', async () => {
    start()
    await until(isHydrated, STEP_MS)
    sync?.lookAt('conv_7')
    await passTime(1_000)
    server.kept.get('conv_7')?.messages.push(aMessage({ id: 'new', content: 'one more thing' }))
    const at = Date.now()
    await until(async () => (await db.threads.get('conv_7'))?.messages.length === 2, STEP_MS)
    expect(Date.now() - at).toBeLessThanOrEqual(6_000)
  })

  it.each([
    { kind: 'unreachable', code: 'ENOTFOUND' },
    { kind: 'unreadable', status: 200, why: 'not JSON' },
    { kind: 'server', status: 500, words: null },
    { kind: 'throttled', retryAfterMs: 20_000 },
  ] as const)('reports $kind, keeps its data and retries automatically', async (outage) => {
    start()
    await until(isHydrated, STEP_MS)
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

  it('continues the first sync after a 429, and misses nothing', async () => {
    start()
    await until(() => server.reads === 2, STEP_MS)
    server.outage = { kind: 'throttled', retryAfterMs: 5_000 }
    await until(() => reports.some((report) => report.failure?.kind === 'throttled'), STEP_MS)
    server.outage = null
    await until(isConfirmed, STEP_MS)
    expect(await localIds()).toEqual(serverIds())
  })

  it('reads a thread again when a poll showed a newer message during the read', async () => {
    start()
    await until(async () => (await isHydrated()) && isConfirmed(), STEP_MS)
    const kept = server.kept.get('conv_250')
    invariant(kept !== undefined, 'the account has it')
    const read = server.readConversation.bind(server)
    let answer = (): void => {}
    const reading = vi.spyOn(server, 'readConversation').mockImplementationOnce(async (input) => {
      const early = await read(input)
      await new Promise<void>((resolve) => (answer = resolve))
      return early
    })
    const say = (id: string, content: string): void => {
      kept.messages.push(aMessage({ id, content, sentAt: Date.now() }))
      kept.conversation = { ...kept.conversation, lastMessage: content }
    }
    say('first', 'First text')
    await until(() => reading.mock.calls.length === 1, STEP_MS)
    say('second', 'Second text')
    await until(async () => (await db.conversations.get('conv_250'))?.lastMessage === 'Second text', STEP_MS)
    answer()
    await until(async () => (await db.threads.get('conv_250'))?.messages.at(-1)?.id === 'second', STEP_MS)
    expect(found.map(({ text }) => text)).toContain('Second text')
  })

  it('reads the other threads when one is always unreadable', async () => {
    const broken: Failure = { kind: 'unreadable', status: 200, why: 'the answer lacks an id or a list' }
    const read = server.readConversation.bind(server)
    vi.spyOn(server, 'readConversation').mockImplementation((input) =>
      input.conversationId === 'conv_250' ? Promise.resolve({ ok: false, failure: broken }) : read(input),
    )
    start()
    await until(async () => (await db.threads.count()) === 249, STEP_MS)
    expect(await db.threads.get('conv_250')).toBeUndefined()
  })

  it('keeps reading when the clock is set back an hour', async () => {
    start()
    await until(isHydrated, STEP_MS)
    await db.conversations.update('conv_250', { touchedAt: Date.now() })
    clockShiftMs = -3_600_000
    const kept = server.kept.get('conv_250')
    if (kept !== undefined) kept.conversation = { ...kept.conversation, status: 'resolved' }
    sync?.nudge()
    await until(async () => (await db.conversations.get('conv_250'))?.status === 'resolved', STEP_MS)
    expect(reports.at(-1)?.failure).toBeNull()
  })
})

describe('a conversation missing from the list', () => {
  it('is removed after two passes and a 404, unless it has a draft or an op', async () => {
    const ghosts = ['gone', 'written', 'queued']
    for (const id of ghosts) await db.conversations.put({ ...aConversation({ id }), activityAt: 1 })
    await db.drafts.put({ conversationId: 'written', text: 'Dear', caret: 4, updatedAt: 0 })
    const { seq: _, ...op } = anOp({ conversationId: 'queued' })
    await db.outbox.add(op)
    start()
    await until(async () => (await db.conversations.get('gone')) === undefined, STEP_MS)
    await until(isHydrated, STEP_MS)
    expect((await localIds()).filter((id) => ghosts.includes(id))).toEqual(['queued', 'written'])
  })

  it('is kept when it was started here and is not on the server yet', async () => {
    const id = makeLocalId()
    await db.conversations.put({ ...aConversation({ id }), activityAt: 1 })
    start()
    await until(isConfirmed, STEP_MS)
    expect(await db.conversations.get(id)).toBeDefined()
  })

  it('keeps its first id when the server changes the case of its id', async () => {
    start()
    await until(async () => (await isHydrated()) && isConfirmed(), STEP_MS)
    await db.drafts.put({ conversationId: 'conv_3', text: 'Dear', caret: 4, updatedAt: 0 })
    const kept = server.kept.get('conv_3')
    server.kept.delete('conv_3')
    if (kept !== undefined) server.add({ ...kept.conversation, id: 'CONV_3' }, kept.messages)
    const read = server.readConversation.bind(server)
    vi.spyOn(server, 'readConversation').mockImplementation((input) =>
      read({ conversationId: input.conversationId === 'conv_3' ? 'CONV_3' : input.conversationId }),
    )
    await until(async () => (await db.conversations.get('conv_3'))?.serverId === 'CONV_3', 5_000)
    expect(await localIds()).toEqual(serverIds())
    expect(await db.conversations.get('CONV_3')).toBeUndefined()
    expect(await db.drafts.get('conv_3')).toBeDefined()
  })
})

describe('an unusual account', () => {
  it('is copied exactly with ids of any characters, repeated rows and missing fields', async () => {
    server.kept.clear()
    const ids = ['a/b', 'a b?', 'a%2Fb', 'ключ', '日本 🙂', 'A/b', '..a', '__proto__']
    for (const id of ids)
      server.add({ id, channel: 'carrier-pigeon', status: 'snoozed' }, [aMessage({ id: `m ${id}` })])
    const list = server.listConversations.bind(server)
    vi.spyOn(server, 'listConversations').mockImplementation(async (input) => {
      const page = await list(input)
      if (!page.ok || input.offset > 0) return page
      const { conversations } = page.value
      return {
        ok: true,
        value: { ...page.value, conversations: [...conversations, ...conversations], unreadableRows: 3 },
      }
    })
    start()
    await until(async () => (await isHydrated()) && isConfirmed(), STEP_MS)
    expect(await localIds()).toEqual(ids.toSorted())
    const odd = await db.conversations.get('a/b')
    expect(odd).toMatchObject({ channel: 'carrier-pigeon', status: 'snoozed', newest: { messageId: 'm a/b' } })
  })

  it('may be empty', async () => {
    server.kept.clear()
    start()
    await until(isConfirmed, STEP_MS)
    expect(await localIds()).toEqual([])
    expect(reports.at(-1)?.isFirstSync).toBe(false)
  })
})

describe('a restart', () => {
  it('during the first sync continues at the stored offset, and misses nothing', async () => {
    fill(1_000)
    start()
    await until(async () => ((await readSyncMemory(db)).offset ?? 0) >= 560, STEP_MS)
    await sync?.stop()
    const { offset } = await readSyncMemory(db)
    const lists = vi.spyOn(server, 'listConversations')
    start()
    await until(isConfirmed, STEP_MS)
    expect(lists.mock.calls[0]?.[0]).toMatchObject({ offset, isBackground: true })
    expect(reports.find((report) => report.progress != null)?.progress?.conversations).toBeGreaterThanOrEqual(560)
    expect(await localIds()).toEqual(serverIds())
  })

  it('after the first sync starts with a poll', async () => {
    start()
    await until(isConfirmed, STEP_MS)
    await sync?.stop()
    start()
    await until(() => reports.length > 0)
    expect(reports[0]).toMatchObject({ isFirstSync: false, progress: null })
  })

  it('finds a page and its offset stored together, or neither', async () => {
    start()
    for (let count = 0; count < 20; count += 1) {
      await passTime(STEP_MS, STEP_MS)
      const [rows, memory] = await db.transaction('r', [db.conversations, db.meta], () =>
        Promise.all([db.conversations.count(), readSyncMemory(db)]),
      )
      if (memory.sweptAt === null) expect([0, 100, 180, 250]).toContain(rows)
      if (memory.sweptAt === null) expect(rows).toBe(memory.offset === null ? 0 : Math.min(250, memory.offset + 20))
    }
    expect((await readSyncMemory(db)).sweptAt).not.toBeNull()
  })
})

describe('sleep', () => {
  it('is noticed by a timer that is a minute late: the open conversations are swept at once', async () => {
    start()
    await until(isConfirmed, STEP_MS)
    await until(isHydrated, STEP_MS)
    await passTime(21 * 15_000)
    const lists = vi.spyOn(server, 'listConversations')
    clockShiftMs = 3 * 3_600_000
    await passTime(16_000)
    expect(lists.mock.calls.filter(([input]) => input.status === 'open').length).toBeGreaterThan(0)
  })
})

describe('a new message', () => {
  it('from a customer is reported once, and none of the first sync', async () => {
    start()
    await until(async () => (await isHydrated()) && isConfirmed(), STEP_MS)
    expect(found).toEqual([])
    const kept = server.kept.get('conv_250')
    const at = Date.now()
    kept?.messages.push(aMessage({ id: 'new', content: 'Is Friday free?', sentAt: at }))
    if (kept !== undefined) kept.conversation = { ...kept.conversation, lastMessage: 'Is Friday free?' }
    await until(() => found.length > 0, STEP_MS)
    await passTime(60_000)
    expect(found).toEqual([{ conversationId: 'conv_250', text: 'Is Friday free?', at }])
  })
})

it('reports a page that the disk does not store in time, and reads it again', async () => {
  const saving: boolean[] = []
  const overdue: (() => void)[] = []
  const watch: CommitWatch = {
    limitMs: 10_000,
    after(_, then) {
      overdue.push(then)
      return () => overdue.splice(overdue.indexOf(then), 1)
    },
    report: (isSaving) => saving.push(isSaving),
  }
  await db.delete()
  db = makeDatabase('slow-disk', DATA_KEY, watch, ANY_TIME)
  await db.open()
  start()
  // The write of the first page is aborted.
  await until(() => overdue.length > 0, 1)
  for (const then of overdue.splice(0)) then()
  expect(saving).toContain(false)
  await until(isConfirmed, STEP_MS)
  expect(saving.at(-1)).toBe(true)
  expect(await localIds()).toEqual(serverIds())
})
