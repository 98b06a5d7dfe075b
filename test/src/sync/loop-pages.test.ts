import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { CommitWatch } from '../../../src/db/commit-watch.ts'
import { type Database, makeDatabase } from '../../../src/db/database.ts'
import { listServerIds } from '../../../src/db/server-ids.ts'
import { readSyncMemory } from '../../../src/db/sync-memory.ts'
import { startSync, type Sync, type SyncReport } from '../../../src/sync/loop.ts'
import { aConversation, ANY_TIME } from '../../support/builders.ts'
import { DATA_KEY } from '../../support/data-key.ts'
import { FakeBridge } from '../../support/fake-bridge.ts'
import { passTime, until, useVirtualTime } from '../../support/virtual-time.ts'

const ROWS = 500
const STEP_MS = 35

let db: Database
let server: FakeBridge
let sync: Sync | undefined
let reports: SyncReport[]
/** The offsets of the list's pages, in the order in which they were requested. */
let requested: number[]
/** The time limits of the writes that have not ended. */
let writes: (() => void)[]
/** While it is set, writes do not end. */
let disk: { readonly isFree: Promise<void>; readonly free: () => void } | null

const watch: CommitWatch = {
  limitMs: 10_000,
  after(_, then) {
    writes.push(then)
    return () => void (writes = writes.filter((one) => one !== then))
  },
  report: () => {},
}

function start(): void {
  reports = []
  sync = startSync({
    db,
    bridge: {
      listConversations: (input) => {
        if (input.isBackground === true && input.status === undefined) requested.push(input.offset)
        return server.listConversations(input)
      },
      readConversation: (input) => server.readConversation(input),
    },
    workspaceId: 'w',
    now: Date.now,
    elapsed: Date.now,
    random: () => 0.5,
    listServerIds: () => listServerIds(db),
    listUnreadThreads: () => Promise.resolve([]),
    isFocused: () => true,
    hasSpace: () => true,
    report: (report) => reports.push(report),
  })
}

/** Holds every write of the list back until `free`. */
function holdDisk(): void {
  let free = (): void => {}
  const isFree = new Promise<void>((resolve) => (free = resolve))
  disk = { isFree, free }
}

beforeEach(async () => {
  useVirtualTime()
  server = new FakeBridge()
  requested = []
  writes = []
  disk = null
  db = makeDatabase('pages', DATA_KEY, watch, ANY_TIME)
  await db.open()
  const { transaction } = db
  vi.spyOn(db, 'transaction').mockImplementation((...input: unknown[]) => {
    const begin = () => Reflect.apply(transaction, db, input) as never
    return input[0] === 'rw' && disk !== null ? (disk.isFree.then(begin) as never) : begin()
  })
  for (let index = ROWS; index > 0; index -= 1)
    server.add(aConversation({ id: `conv_${index}`, timestamp: 1_000 * index }))
})

afterEach(async () => {
  disk?.free()
  await sync?.stop()
  sync = undefined
  vi.restoreAllMocks()
  await db.delete()
  vi.useRealTimers()
})

const isStored = async (offset: number): Promise<boolean> => ((await readSyncMemory(db)).offset ?? 0) >= offset

it('requests the next page while one is being stored, and no page more', async () => {
  start()
  await until(() => isStored(80), STEP_MS)
  holdDisk()
  await passTime(2_000, STEP_MS)
  const held = [...requested]
  const { offset } = await readSyncMemory(db)
  expect(held.at(-1)).toBe((offset ?? 0) + 80)
  disk?.free()
  disk = null
  await until(() => reports.at(-1)?.isFirstSync === false, STEP_MS)
  expect(requested.slice(0, 8)).toEqual([0, 80, 160, 240, 320, 400, 480, 500])
  expect(await db.conversations.count()).toBe(ROWS)
})

it('reads a page again that was not stored, and then the one after it', async () => {
  start()
  await until(() => isStored(80), STEP_MS)
  holdDisk()
  await passTime(2_000, STEP_MS)
  const { offset } = await readSyncMemory(db)
  const failed = offset ?? 0
  // The time limit passes before the transaction begins.
  for (const end of [...writes]) end()
  vi.spyOn(db, 'transaction').mockRestore()
  disk = null
  const before = requested.length
  await until(() => reports.at(-1)?.isFirstSync === false, STEP_MS)
  expect(requested.slice(before, before + 2)).toEqual([failed, failed + 80])
  expect(await db.conversations.count()).toBe(ROWS)
})

it('stores no position beyond the pages that are stored', async () => {
  start()
  await until(() => isStored(160), STEP_MS)
  holdDisk()
  await passTime(500, STEP_MS)
  const { offset } = await readSyncMemory(db)
  expect(await db.conversations.count()).toBe((offset ?? 0) + 20)
  expect(requested.at(-1)).toBe((offset ?? 0) + 80)
})
