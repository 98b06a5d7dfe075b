import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Database } from '../../../src/db/database.ts'
import type { NewMessage } from '../../../src/db/notices.ts'
import { listOpenServerIds, listServerIds } from '../../../src/db/server-ids.ts'
import { type Failure, failed, invariant, type Result } from '../../../src/shared/failure.ts'
import { startSync, type Sync, type SyncOptions, type SyncReport } from '../../../src/sync/loop.ts'
import { SYNC_POLICY } from '../../../src/sync/policy.ts'
import { aConversation, aDatabase, aMessage } from '../../support/builders.ts'
import { FakeBridge } from '../../support/fake-bridge.ts'
import { listThreadless } from '../../support/threadless.ts'
import { passTime, until, useVirtualTime } from '../../support/virtual-time.ts'
import { Random } from '../../simulation/random.ts'

const CONVERSATIONS = 30
/** A step of virtual time, ms. */
const STEP_MS = 125
type Request = { readonly name: string; readonly isBackground: boolean }

let db: Database
let server: FakeBridge
let sync: Sync | undefined
let reports: SyncReport[]
let found: NewMessage[]
let listUnreadThreads: () => Promise<readonly string[]>
/** The requests that are not answered yet. */
let running: Request[]
/** By name: how long a request takes, ms, and how it fails. */
let latencyOf: (name: string) => number
let failureOf: (name: string) => Failure | null
/** Of the background, the most at once. */
let most: number
const problems = new Set<string>()

function start(): void {
  sync = startSync({
    db,
    bridge,
    workspaceId: 'w',
    now: Date.now,
    elapsed: Date.now,
    random: () => 0.5,
    listServerIds: async (kind) =>
      kind === 'all' ? listServerIds(db) : listOpenServerIds(db, await db.conversations.toCollection().primaryKeys()),
    listUnreadThreads: () => listUnreadThreads(),
    onFound: (messages) => found.push(...messages),
    isFocused: () => true,
    hasSpace: () => true,
    report: (report) => reports.push(report),
  })
}

/** Each request takes some time, and the server answers it in the middle of that. */
async function answer<T>(name: string, isBackground: boolean, call: () => Promise<Result<T>>): Promise<Result<T>> {
  const request = { name, isBackground }
  noteStart(request)
  const ms = latencyOf(name)
  await pass(ms / 2)
  const failure = failureOf(name)
  const result = failure === null ? await call() : failed(failure)
  await pass(ms / 2)
  running = running.filter((one) => one !== request)
  return result
}

const bridge: SyncOptions['bridge'] = {
  listConversations: (input) =>
    answer(`page ${input.offset}`, input.isBackground === true, () => server.listConversations(input)),
  readConversation: (input) =>
    answer(input.conversationId, input.isBackground === true, () => server.readConversation(input)),
}

const isPage = (name: string): boolean => name.startsWith('page')
const pass = (ms: number): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, ms))
const ahead = (): readonly Request[] => running.filter(({ isBackground }) => isBackground)

function noteStart(request: Request): void {
  running = [...running, request]
  const names = ahead().map(({ name }) => name)
  most = Math.max(most, names.length)
  if (new Set(names).size < names.length) problems.add(`${request.name} is read twice at once`)
  if (names.length > 1 && names.some(isPage)) problems.add('a page is read beside threads')
}

function say(id: string, message: Partial<ReturnType<typeof aMessage>>): void {
  const kept = server.kept.get(id)
  invariant(kept !== undefined, 'the account has it')
  const said = aMessage({ sentAt: Date.now(), ...message })
  kept.messages.push(said)
  kept.conversation = { ...kept.conversation, lastMessage: said.content }
}

const isHydrated = async (): Promise<boolean> => (await db.threads.count()) === server.kept.size
const idsOf = async (id: string): Promise<readonly string[]> =>
  ((await db.threads.get(id))?.messages ?? []).map((message) => message.id)

beforeEach(() => {
  useVirtualTime()
  db = aDatabase()
  server = new FakeBridge()
  reports = []
  found = []
  running = []
  most = 0
  problems.clear()
  latencyOf = (name) => (isPage(name) ? 10 : 1_000)
  failureOf = () => null
  listUnreadThreads = () => listThreadless(db)
  for (let index = CONVERSATIONS; index > 0; index -= 1) {
    const at = 1_000 * index
    server.add(aConversation({ id: `conv_${index}`, timestamp: at }), [aMessage({ id: `msg_${index}`, sentAt: at })])
  }
})

afterEach(async () => {
  await sync?.stop()
  sync = undefined
  await db.delete()
  vi.restoreAllMocks()
  vi.useRealTimers()
})

it('reads several threads at once, and nothing beside them', async () => {
  start()
  await until(isHydrated, STEP_MS)
  expect(most).toBe(SYNC_POLICY.threadsAtOnce)
  expect([...problems]).toEqual([])
})

it('reads the other threads while the server does not answer for one', async () => {
  latencyOf = (name) => (name === 'conv_30' ? 600_000 : 50)
  start()
  await until(async () => (await db.threads.count()) === CONVERSATIONS - 1, STEP_MS)
  expect(ahead().map(({ name }) => name)).toEqual(['conv_30'])
  await passTime(600_000, 100_000)
})

it('waits once for threads that fail together, and then reads them all', async () => {
  start()
  await until(() => ahead().filter(({ name }) => !isPage(name)).length === 4, STEP_MS)
  failureOf = () => ({ kind: 'unreachable', code: 'ENOTFOUND' })
  await until(() => running.length === 0, STEP_MS)
  const failedAt = Date.now()
  expect(reports.at(-1)?.failure?.kind).toBe('unreachable')
  failureOf = () => null
  await until(() => ahead().length > 0, STEP_MS)
  // Four doublings would be six seconds.
  expect(Date.now() - failedAt).toBeLessThanOrEqual(SYNC_POLICY.firstWaitMs)
  await until(isHydrated, STEP_MS)
  expect(reports.at(-1)?.failure).toBeNull()
})

it('keeps the pause that the server asks for, whatever the other requests bring', async () => {
  let isAsked = false
  failureOf = () => {
    if (isAsked || ahead().length < 3) return null
    isAsked = true
    return { kind: 'throttled', retryAfterMs: 20_000 }
  }
  start()
  await until(() => isAsked && running.length === 0, STEP_MS)
  const { reads } = server
  sync?.nudge()
  await passTime(15_000)
  expect(server.reads).toBe(reads)
  expect(reports.findLast((report) => report.failure !== undefined)?.failure?.kind).toBe('throttled')
  await until(isHydrated, STEP_MS)
})

it('stores no answer after another one of the same time, and reads the thread again', async () => {
  start()
  await until(() => reports.at(-1)?.areThreadsRead === true, STEP_MS)
  say('conv_7', { id: 'first', content: 'First text' })
  latencyOf = (name) => (isPage(name) ? 10 : 6_000)
  await until(() => ahead().some(({ name }) => name === 'conv_7'), STEP_MS)
  // Answered after three seconds, and received after six.
  await passTime(4_000, STEP_MS)
  say('conv_7', { id: 'second', content: 'Second text' })
  latencyOf = () => 100
  sync?.lookAt('conv_7')
  await until(async () => (await idsOf('conv_7')).includes('second'), STEP_MS)
  sync?.lookAt(null)
  expect(ahead().map(({ name }) => name)).toEqual(['conv_7'])
  for (let step = 0; step < 40; step += 1) {
    await passTime(STEP_MS, STEP_MS)
    expect(await idsOf('conv_7')).toContain('second')
  }
  expect(found.map(({ text }) => text)).toEqual(['Second text'])
})

it('reads a thread that a poll queued while the missing ones were listed', async () => {
  let endListing = (): void => {}
  const listed = new Promise<void>((resolve) => (endListing = resolve))
  let isListing = false
  listUnreadThreads = async () => {
    const unread = await listThreadless(db)
    isListing = unread.length === 0
    if (isListing) await listed
    return unread
  }
  start()
  await until(() => isListing, STEP_MS)
  say('conv_9', { id: 'new', content: 'Any news?' })
  await until(async () => (await db.conversations.get('conv_9'))?.lastMessage === 'Any news?', STEP_MS)
  endListing()
  await until(async () => (await idsOf('conv_9')).length === 2, STEP_MS)
  expect(await idsOf('conv_9')).toEqual(['msg_9', 'new'])
})

it('stops when the last of several threads has ended', async () => {
  latencyOf = (name) => (isPage(name) ? 10 : name === 'conv_30' ? 3_000 : 500)
  start()
  await until(() => ahead().length === 4, STEP_MS)
  let isStopped = false
  const stopping = sync?.stop().then(() => (isStopped = true))
  await passTime(1_000, STEP_MS)
  expect([isStopped, running.map(({ name }) => name)]).toEqual([false, ['conv_30']])
  await passTime(3_000, STEP_MS)
  await stopping
  expect(running).toEqual([])
})

it.each([1, 2, 3, 4])(
  'ends with every thread of the server, whatever order answers come in (seed %i)',
  async (seed) => {
    const random = new Random(seed)
    latencyOf = () => random.between(1, 3_000)
    start()
    let said = 0
    for (let step = 0; step < 120; step += 1) {
      const id = `conv_${random.between(1, CONVERSATIONS)}`
      if (reports.some((report) => report.isFirstSync === false) && random.chance(0.3)) {
        said += 1
        say(id, { id: `said_${step}`, content: `text ${step}` })
      }
      if (random.chance(0.3)) sync?.lookAt(random.chance(0.4) ? null : (ahead().at(-1)?.name ?? id))
      if (random.chance(0.05)) sync?.nudge()
      if (random.chance(0.05)) server.outage = { kind: 'unreachable', code: 'ENOTFOUND' }
      else if (random.chance(0.5)) server.outage = null
      await passTime(500, STEP_MS)
    }
    server.outage = null
    sync?.lookAt(null)
    const isEqual = async (): Promise<boolean> => {
      for (const [id, kept] of server.kept)
        if ((await idsOf(id)).join() !== kept.messages.map((message) => message.id).join()) return false
      return true
    }
    await until(isEqual, 500)
    expect([...problems]).toEqual([])
    expect(new Set(found.map(({ text }) => text)).size).toBe(found.length)
    expect(found.length).toBeGreaterThan(said / 4)
  },
)
