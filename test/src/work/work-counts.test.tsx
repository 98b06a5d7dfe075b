// @vitest-environment happy-dom
import { type DrawnApp, drawApp, type Work } from '../../support/work/drawn-app.tsx'
import { countRequests, resetRequests } from '../../support/work/database-requests.ts'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { changeConversations } from '../../../src/commands/change.ts'
import { makeDatabase } from '../../../src/db/database.ts'
import { countOpened } from '../../support/work/opened-rows.ts'
import { storeAccount } from '../../support/work/stored-account.ts'
import { DATA_KEY } from '../../support/data-key.ts'

/**
 * Work is counted, not timed: a count is the same on every machine, and a render or a read too many is seen at once. A count may fall, and
 * then its limit here is lowered. It may not grow without a reason that this table then gives.
 */
type Limits = {
  /** Renders by component, and of all components. */
  readonly renders?: Readonly<Record<string, number>>
  readonly rendered?: number
  /** Runs of live queries. */
  readonly queries?: number
  /** Sealed parts opened, by table. */
  readonly opened?: Readonly<Record<string, number>>
  /** Of IndexedDB. */
  readonly transactions?: number
  readonly reads?: number
  readonly writes?: number
  /** Over the bridge: calls, and the size of what crosses, bytes. */
  readonly calls?: number
  readonly bytes?: number
}

/** On the screen. */
const VISIBLE_ROWS = 50
/** Six more are drawn below them when the window is idle. */
const DRAWN_ROWS = VISIBLE_ROWS + 6

const LIMITS = {
  // Twice: placeholders first, then the rows. The rows on screen and ahead are opened, and sync compares its first two pages of 100.
  start: {
    renders: { Row: 76, ConversationRow: VISIBLE_ROWS },
    rendered: 1_190,
    queries: 5,
    opened: { conversations: 300 },
  },
  // One page of 100 rows. Sync opens each to compare it; nothing is written, no query runs and no row renders.
  'poll without changes': {
    ...{
      renders: { Row: 0, ConversationRow: 0, Thread: 0, Rail: 0 },
      queries: 0,
      opened: { conversations: 100, threads: 0 },
    },
    ...{ transactions: 1, reads: 101, writes: 0, calls: 1, bytes: 19_206 },
  },
  // The row that is left and the next one; one thread; seven lines of its log, once. The screen reads the thread and its
  // unreadness, and sync reads the thread from the server, compares it and notes when.
  'next conversation': {
    renders: {
      Row: 2,
      ConversationRow: 2,
      ConversationList: 1,
      Thread: 1,
      MessageLog: 1,
      LogRowView: 7,
      Composer: 1,
      Rail: 0,
    },
    ...{
      rendered: 228,
      queries: 2,
      opened: { threads: 2, conversations: 4 },
      transactions: 9,
      reads: 21,
      writes: 1,
      calls: 1,
    },
  },
  // Every row is another one. All are in memory: nothing is read.
  'another view': {
    ...{
      renders: { Row: DRAWN_ROWS, ConversationRow: DRAWN_ROWS, Thread: 0, RailEntry: 16 },
      queries: 0,
      rendered: 880,
    },
    ...{ opened: { conversations: 0, threads: 0 }, transactions: 0, reads: 0 },
  },
  // The rows below move up, and the next thread is drawn. Then the op is sent and settled, which polls: 100 of the opened conversations.
  'resolve, until the server has it': {
    renders: {
      Row: DRAWN_ROWS,
      ConversationRow: DRAWN_ROWS,
      Thread: 1,
      LogRowView: 7,
      Composer: 1,
      Rail: 1,
      RailEntry: 18,
    },
    ...{ rendered: 612, queries: 2, opened: { conversations: 113, outbox: 14, threads: 4 } },
    ...{ transactions: 33, reads: 195, writes: 7, calls: 8 },
  },
  // The draft is stored. Neither the thread nor the list is read again.
  'a key in the composer': {
    renders: { Row: 0, Thread: 0, MessageLog: 0, Composer: 1, Rail: 0 },
    ...{
      rendered: 32,
      queries: 0,
      opened: { conversations: 1, threads: 0 },
      transactions: 4,
      reads: 8,
      writes: 1,
      calls: 0,
    },
  },
  // Its own row alone changes: it has no draft any more. The thread is read for the command, and twice for the screen: the write of
  // the op, and of the reading mark.
  // The composer renders three times, each with the tooltip of its send button. The whole log renders, because it is short: eight lines.
  'send, until the bubble is queued': {
    renders: { Row: 1, ConversationRow: 1, Thread: 1, MessageLog: 1, LogRowView: 8, Composer: 3, Rail: 1 },
    ...{ rendered: 398, queries: 3, opened: { threads: 3, outbox: 8, conversations: 7 } },
    ...{ transactions: 13, reads: 44, writes: 3, calls: 2 },
  },
  // Two chunks of 500, each with its undo step. A row is opened for the list's view of it and for the fields before the change; IndexedDB
  // has one request for each row that is read or written by key.
  '1,000 resolved at once': { opened: { conversations: 2_000 }, transactions: 2, reads: 4_010, writes: 1_002 },
} as const satisfies Readonly<Record<string, Limits>>

vi.mock('dexie', async (load) => {
  const dexie = await load<typeof import('dexie')>()
  const { countedLiveQuery } = await import('../../support/work/live-queries.ts')
  return { ...dexie, liveQuery: countedLiveQuery(dexie.liveQuery) }
})
vi.mock('dexie-react-hooks', async (load) => {
  const hooks = await load<typeof import('dexie-react-hooks')>()
  const { countedHook } = await import('../../support/work/live-queries.ts')
  return { ...hooks, useLiveQuery: countedHook(hooks.useLiveQuery) }
})
// Search works in a worker, on another core.
vi.mock('../../../src/search/start-worker.ts', () => ({
  startSearchWorker: () => ({ send: () => {}, terminate: () => {} }),
}))

const TIME = ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'] as const
const FRAMES = ['requestAnimationFrame', 'cancelAnimationFrame'] as const
const AT_ONCE_MS = 100
/** Until a thread's earlier versions and its place are read and stored. */
const SETTLED_MS = 1_000
const AROUND_POLL_MS = 1_000

function sumOf(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0)
}

/** The counts that a row of the table limits, in its form. */
function countsOf(work: Work, limits: Limits): Limits {
  const pick = (counts: ReadonlyMap<string, number>, names: Readonly<Record<string, number>>) =>
    Object.fromEntries(Object.keys(names).map((name) => [name, counts.get(name) ?? 0]))
  const all: Limits = {
    ...(limits.renders !== undefined && { renders: pick(work.renders, limits.renders) }),
    ...(limits.opened !== undefined && { opened: pick(work.opened, limits.opened) }),
    ...{ rendered: sumOf(work.renders), queries: sumOf(work.queries), calls: work.methods.length, bytes: work.bytes },
    ...{ transactions: work.transactions, reads: work.reads, writes: work.writes },
  }
  return Object.fromEntries(Object.entries(all).filter(([name]) => name in limits))
}

function isAbove(count: unknown, limit: unknown): boolean {
  if (typeof count !== 'object' || count === null) return Number(count) > Number(limit)
  return Object.entries(count).some(([name, one]) => isAbove(one, Reflect.get(Object(limit), name)))
}

function isFarBelow(count: unknown, limit: unknown): boolean {
  if (typeof count !== 'object' || count === null) return Number(count) < Number(limit) / 2
  return Object.entries(count).some(([name, one]) => isFarBelow(one, Reflect.get(Object(limit), name)))
}

/** Fails when a count is above its limit. A count far below it means that the limit is out of date, or that nothing is counted. */
function expectWithin(name: keyof typeof LIMITS, work: Work): void {
  const limits: Limits = LIMITS[name]
  const counts = countsOf(work, limits)
  const queries = [...work.queries.keys()]
  expect(Object.keys(counts).length).toBe(Object.keys(limits).length)
  if (isAbove(counts, limits) || isFarBelow(counts, limits)) expect({ ...counts, queriesRun: queries }).toEqual(limits)
}

let app: DrawnApp

/** Presses keys one after the other, as a chord. */
function press(...keys: readonly string[]): () => void {
  return () => keys.forEach((key) => app.press(key))
}

/** Types into the composer as a browser does. */
function type(text: string): void {
  const field = document.querySelector('textarea')
  field?.focus()
  Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(field, text)
  field?.dispatchEvent(new InputEvent('input', { bubbles: true, data: text }))
}

describe('the database', () => {
  it('resolves 1,000 conversations in two transactions', async () => {
    await storeAccount('bulk', 1_000)
    const db = makeDatabase('bulk', DATA_KEY)
    const conversationIds = await db.conversations.toCollection().primaryKeys()
    const opened = countOpened(db)
    resetRequests()
    const outcome = changeConversations(db, { field: 'status', conversationIds, valueFor: 'resolved' })
    expect(await outcome).toMatchObject({ changed: 1_000, problems: [] })
    const nothing = { renders: new Map(), queries: new Map(), bytes: 0, methods: [] }
    expectWithin('1,000 resolved at once', { ...nothing, ...countRequests(), opened })
    db.close()
  })
})

describe('the window of 150 conversations', () => {
  beforeAll(async () => {
    vi.useFakeTimers({ toFake: [...TIME, ...FRAMES], now: 1_780_000_000_000 })
    app = await drawApp(await storeAccount('work', 150), 'work')
  })

  afterAll(async () => {
    await app.close()
    vi.useRealTimers()
    vi.restoreAllMocks()
  })

  it('starts with the rows on screen', () => {
    expectWithin('start', app.startWork())
    expect(document.querySelectorAll('[role=option]')).toHaveLength(VISIBLE_ROWS)
  })

  it('polls without a write, a query or a row', async () => {
    await app.settle()
    expect(document.querySelectorAll('[role=option]')).toHaveLength(DRAWN_ROWS)
    await app.afterPoll()
    // Half a second before the next one.
    await app.workOf(() => {}, 13_500)
    expectWithin('poll without changes', await app.workOf(() => {}, AROUND_POLL_MS))
  })

  it('moves to the next conversation by two rows and one thread', async () => {
    await app.afterPoll()
    await app.workOf(press('j'), SETTLED_MS)
    expectWithin('next conversation', await app.workOf(press('j'), AT_ONCE_MS))
  })

  it('shows another view from memory', async () => {
    await app.afterPoll()
    await app.workOf(press('g', 'u'), SETTLED_MS)
    expectWithin('another view', await app.workOf(press('g', 'i'), AT_ONCE_MS))
  })

  it('resolves a conversation', async () => {
    await app.workOf(press('j'), SETTLED_MS)
    await app.afterPoll()
    expectWithin('resolve, until the server has it', await app.workOf(press('e'), AT_ONCE_MS))
  })

  it('types and sends a reply', async () => {
    await app.workOf(press('r'), AT_ONCE_MS)
    await app.afterPoll()
    // The first character makes a draft, which the list and the rail show.
    await app.workOf(() => type('H'), AT_ONCE_MS)
    expectWithin('a key in the composer', await app.workOf(() => type('Hello'), AT_ONCE_MS))
    const sent = await app.workOf(() => app.press('Enter', { ctrlKey: true }), AT_ONCE_MS)
    expectWithin('send, until the bubble is queued', sent)
    expect(document.querySelector('[role=log]')?.textContent).toContain('Hello')
  })
})
