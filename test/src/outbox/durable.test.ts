import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { applyPage } from '../../../src/db/cache.ts'
import type { CommitWatch } from '../../../src/db/commit-watch.ts'
import { type Database, makeDatabase } from '../../../src/db/database.ts'
import { readThread } from '../../../src/db/queries.ts'
import { actsOn } from '../../../src/outbox/decisions.ts'
import {
  closeConversation,
  discardOp,
  renameCustomer,
  sendAnyway,
  setStatus,
  setTags,
  undoSend,
} from '../../../src/outbox/intents.ts'
import { sendMessage, startConversation } from '../../../src/outbox/send.ts'
import { type Outbox, startOutbox } from '../../../src/outbox/loop.ts'
import type { Bridge } from '../../../src/shared/bridge.ts'
import type { Failure } from '../../../src/shared/failure.ts'
import { Random } from '../../simulation/random.ts'
import { aConversation, ANY_TIME, aMessage } from '../../support/builders.ts'
import { FakeBridge } from '../../support/fake-bridge.ts'
import { aFeed } from '../../support/outbox-feed.ts'
import { DATA_KEY } from '../../support/data-key.ts'

/** The real loop on a real database: how many schedules, and from which seed. */
const SEEDS = Number(process.env['DURABLE_SEEDS'] ?? 300)
const FROM = Number(process.env['SIMULATION_FROM'] ?? 1)
/** Bounds a hang, ms. */
const LIMIT_MS = 3_600_000
const START_AT = 1_700_000_000_000

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: START_AT }))
afterEach(() => vi.useRealTimers())

const FAULTS: readonly { readonly failure: Failure; readonly isApplied: boolean }[] = [
  { failure: { kind: 'interrupted', code: 'ECONNRESET' }, isApplied: true },
  { failure: { kind: 'interrupted', code: 'ECONNRESET' }, isApplied: false },
  { failure: { kind: 'server', status: 502, words: null }, isApplied: true },
  { failure: { kind: 'server', status: 503, words: null }, isApplied: false },
  { failure: { kind: 'unreadable', status: 200, why: 'cut' }, isApplied: true },
  { failure: { kind: 'unreachable', code: 'ENOTFOUND' }, isApplied: false },
  { failure: { kind: 'throttled', retryAfterMs: 3_000 }, isApplied: false },
]

/** A disk on which a random write of the engine exceeds its time limit and is aborted. */
class SlowDisk {
  /** Set only while the engine writes. A failed command is repeated by the user, which this test does not simulate. */
  isSlow = false
  overdue = 0
  readonly #random: Random

  constructor(seed: number) {
    this.#random = new Random(seed)
  }

  readonly watch: CommitWatch = {
    limitMs: 10_000,
    after: (_, then) => {
      if (!this.isSlow || !this.#random.chance(0.05)) return () => {}
      const timeout = setImmediate(() => {
        this.overdue += 1
        then()
      })
      return () => clearImmediate(timeout)
    },
    report: () => {},
  }
}

/** A window whose process can die. After that, no answer reaches it. */
async function openWindow(
  db: Database,
  server: Bridge,
): Promise<{ readonly outbox: Outbox; readonly die: () => void }> {
  let isDead = false
  const bridge = new Proxy(server, {
    get: (target, name) => async (input: unknown) => {
      const method: unknown = Reflect.get(target, name)
      const result: unknown = typeof method === 'function' ? await Reflect.apply(method, target, [input]) : undefined
      return isDead ? new Promise(() => {}) : result
    },
  })
  const options = { now: Date.now, elapsed: Date.now, random: () => 0.5, onSettled: () => {}, onUnauthorized: () => {} }
  const outbox = await startOutbox({ db, feed: aFeed(db), bridge, workspaceId: 'w', ...options })
  return {
    outbox,
    die() {
      isDead = true
      // Not awaited, because a dead window's answers never come.
      void outbox.stop()
    },
  }
}

/** Lets the database finish its running work, then advances to the next timer. */
async function advance(): Promise<void> {
  for (let times = 0; times < 12; times += 1) await new Promise((resolve) => setImmediate(resolve))
  await vi.advanceTimersToNextTimerAsync()
}

async function runSeed(seed: number): Promise<{
  readonly applied: number
  readonly faults: number
  readonly overdue: number
  readonly isKilled: boolean
}> {
  const random = new Random(seed)
  const disk = new SlowDisk(seed)
  const db = makeDatabase(`durable-${seed}`, DATA_KEY, disk.watch, ANY_TIME)
  const server = new FakeBridge()
  for (const id of ['conv_1', 'conv_2']) server.add(aConversation({ id }), [aMessage({ id: `${id}_hello` })])
  await applyPage(db, [aConversation(), aConversation({ id: 'conv_2' })], { askedAt: Date.now(), now: Date.now() })
  const faults = random.between(0, 3)
  for (let count = 0; count < faults; count += 1) server.faults.push(random.pick(FAULTS))
  const undone = await queueRandomOps(db, random)
  let window = await openWindow(db, server)
  disk.isSlow = true
  const killAt = random.chance(0.5) ? random.between(0, 12) : -1
  for (let turns = 0; turns < 200 && (await db.outbox.count()) > 0; turns += 1) {
    await advance()
    if (turns === killAt) {
      window.die()
      disk.isSlow = false
      window = await openWindow(db, server)
    }
    disk.isSlow = false
    for (const op of await db.outbox.toArray())
      if (actsOn(op).includes('send anyway')) await sendAnyway(db, { opId: op.id })
    disk.isSlow = true
  }
  disk.isSlow = false
  const label = `seed ${seed}`
  expect(await db.outbox.toArray(), `I15 ${label}`).toEqual([])
  const sends = server.applied.filter((call) => call.method === 'send')
  expect(new Set(sends.map((call) => call.opId)).size, `I2 ${label}`).toBe(sends.length)
  expect(
    sends.map((call) => call.body).filter((body) => undone.has(String(body))),
    `I16 ${label}`,
  ).toEqual([])
  expect(JSON.stringify(server.applied), `I5 ${label}`).not.toContain('local-')
  const claims = await db.claims.toArray()
  expect(new Set(claims.map((claim) => claim.opId)).size, `I6 ${label}`).toBe(sends.length)
  for (const id of new Set(claims.map((claim) => claim.conversationId))) {
    const items = (await readThread(db, id))?.items ?? []
    const mine = items.filter((item) => item.isMine).map((item) => item.content)
    expect(mine, `I14 and I4 ${label}`).toEqual([...mine].toSorted())
    expect(new Set(mine).size, `I14 ${label}`).toBe(mine.length)
  }
  await window.outbox.stop()
  await db.delete()
  return { applied: server.applied.length, faults, overdue: disk.overdue, isKilled: killAt >= 0 }
}

/** Queues random messages (numbered, so that their order can be checked) and changes. Returns the texts that were taken back. */
async function queueRandomOps(db: Database, random: Random): Promise<ReadonlySet<string>> {
  const undone = new Set<string>()
  for (let count = random.between(1, 4), number = 0; count > 0; count -= 1, number += 1) {
    const conversationId = random.pick(['conv_1', 'conv_2'])
    const content = `Message no. ${number} of this seed`
    const what = random.weighted({ send: 5, create: 1, change: 3, undo: 1 })
    if (what === 'create') await startConversation(db, { channel: 'sms', customerPhone: `+1555${number}`, content })
    else if (what === 'change') {
      await random.pick([
        () => setStatus(db, { conversationId, status: 'resolved' }),
        () => closeConversation(db, { conversationId }),
        () => renameCustomer(db, { conversationId, customerName: 'Bo' }),
        () => setTags(db, { conversationId, tags: ['vip'] }),
      ])()
    } else {
      await sendMessage(db, { conversationId, content })
      const op = (await db.outbox.toArray()).at(-1)
      if (what === 'undo' && op !== undefined && (await undoSend(db, { opId: op.id }))) undone.add(content)
    }
  }
  return undone
}

it(
  `the real loop keeps every invariant on a real database over ${SEEDS} schedules`,
  { timeout: LIMIT_MS },
  async () => {
    const total = { applied: 0, faults: 0, overdue: 0, killed: 0 }
    for (let seed = FROM; seed < FROM + SEEDS; seed += 1) {
      const { applied, faults, overdue, isKilled } = await runSeed(seed)
      total.applied += applied
      total.faults += faults
      total.overdue += overdue
      total.killed += isKilled ? 1 : 0
    }
    console.info(
      `real loop, real database: ${SEEDS} schedules · mutations applied ${total.applied} · faults planned ${total.faults} · writes aborted ${total.overdue} · windows killed ${total.killed}`,
    )
    expect(total.applied).toBeGreaterThan(SEEDS)
    expect(total.overdue).toBeGreaterThan(SEEDS / 20)
  },
)

it('I18: a message is not queued when its transaction fails; its draft and earlier ops stay', async () => {
  const db = makeDatabase('durable-full', DATA_KEY, undefined, ANY_TIME)
  await sendMessage(db, { conversationId: 'conv_1', content: 'earlier words' })
  await db.drafts.put({ conversationId: 'conv_1', text: 'new words', caret: 0, updatedAt: 0 })
  db.drafts.hook('deleting', () => {
    throw new Error('QuotaExceededError')
  })
  await expect(sendMessage(db, { conversationId: 'conv_1', content: 'new words' })).rejects.toThrow(
    'QuotaExceededError',
  )
  expect((await db.outbox.toArray()).map((op) => op.intent)).toMatchObject([{ content: 'earlier words' }])
  expect((await db.drafts.get('conv_1'))?.text).toBe('new words')
  await db.delete()
})

it('I19: a database with a full outbox opens again with every op unchanged', async () => {
  const db = makeDatabase('durable-again', DATA_KEY, undefined, ANY_TIME)
  await sendMessage(db, { conversationId: 'conv_1', content: 'kept words' })
  await setTags(db, { conversationId: 'conv_1', tags: ['vip'] })
  const before = await db.outbox.toArray()
  db.close()
  const again = makeDatabase('durable-again', DATA_KEY, undefined, ANY_TIME)
  expect(await again.outbox.toArray()).toEqual(before)
  await discardOp(again, { opId: before[0]?.id ?? '' })
  expect(await again.outbox.count()).toBe(1)
  await again.delete()
})
