import Dexie from 'dexie'
import fc from 'fast-check'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { OpBackup } from '../../../electron/op-backup/backup.ts'
import type { Database } from '../../../src/db/database.ts'
import { dismissLoss, readLoss } from '../../../src/db/loss.ts'
import { readThread } from '../../../src/db/queries.ts'
import type { Attempt, Op, OpState } from '../../../src/db/op.ts'
import { identifyDatabase, restoredOp } from '../../../src/outbox/restore.ts'
import { diffMirror } from '../../../src/outbox/mirror.ts'
import { fromPayload, toPayload } from '../../../src/outbox/remembered.ts'
import { newEngine, step } from '../../../src/outbox/engine/step.ts'
import { failed, success } from '../../../src/shared/failure.ts'
import { lossWords } from '../../../src/words/loss.ts'
import { makeKeyring, makeVault } from '../../electron/fake-keyring.ts'
import { aDatabase, anOp } from '../../support/builders.ts'
import { FakeBridge } from '../../support/fake-bridge.ts'
import { listInbox } from '../../support/naive-inbox.ts'

const ENDED: Attempt = { begunAt: 1, endedAt: 3, baselineIds: [], clockOffsetMs: 0, outcome: 'not-applied' }
const IN_FLIGHT: Attempt = { ...ENDED, endedAt: null, outcome: null }
const NOW = 1_700_000_000_000

describe('restoredOp', () => {
  const table: readonly [string, OpState, readonly Attempt[], readonly number[], OpState][] = [
    ['keeps an op queued that was never tried', 'queued', [], [], 'queued'],
    ['keeps a held op held', 'held', [], [], 'held'],
    ['makes a held op ask when main made a request for it', 'held', [], [2], 'asking'],
    ['keeps an op queued that was tried without effect', 'queued', [ENDED], [2], 'queued'],
    ['makes a queued op ask when main made a request that it does not know', 'queued', [], [2], 'asking'],
    ['makes a queued op ask when main made one more request than it knows', 'queued', [ENDED], [2, 4], 'asking'],
    ['makes a queued op ask when its attempt has not ended', 'queued', [{ ...ENDED, endedAt: null }], [2], 'asking'],
    ['keeps an op queued whose older attempts were dropped', 'queued', [ENDED], [], 'queued'],
    ['keeps a sending op sending, which the engine makes uncertain', 'sending', [IN_FLIGHT], [2], 'sending'],
    ['keeps an uncertain op uncertain', 'uncertain', [{ ...ENDED, outcome: 'ambiguous' }], [2], 'uncertain'],
    ['keeps an asking op asking', 'asking', [ENDED], [2], 'asking'],
    ['keeps a failed op failed', 'failed', [ENDED], [2], 'failed'],
  ]

  it.each(table)('%s', (_, state, attempts, requestedAt, restoredState) => {
    const op = anOp({ state, attempts, notBefore: 99 })
    const restored = restoredOp(op, requestedAt)
    expect(restored.state).toBe(restoredState)
    expect(restored.attempts).toEqual(attempts)
    expect(restored.intent).toEqual(op.intent)
  })

  it('gives a held op its whole undo window again', () => {
    const held = anOp({ state: 'held', createdAt: NOW, notBefore: NOW + 5_000 })
    const later = { at: NOW + 60_000, elapsedMs: 700, random: 0.5 }
    const { engine } = step(newEngine('w'), { kind: 'started', ops: [restoredOp(held, [])] }, later)
    expect(engine.timerMs).toBe(700 + 5_000)
  })
})

/** A bridge to a real journal that is kept in memory. */
class BridgeToJournal extends FakeBridge {
  lines: readonly string[] = []
  /** After this many calls the process is killed. */
  callsLeft = Number.POSITIVE_INFINITY
  keyring = makeKeyring()
  #journal = this.#open()

  restart(): void {
    this.callsLeft = Number.POSITIVE_INFINITY
    this.#journal = this.#open()
  }

  request(opId: string, at: number): void {
    this.#journal.request(opId, at)
  }

  override openedDatabase = async (input: { installId: string | null }) =>
    this.#call(() => this.#journal.opened(input.installId))
  override rememberOps = async (input: { ops: readonly { opId: string; payload: string }[] }) =>
    this.#call(() => (this.#journal.remember(input.ops), null))
  override recallOps = async (input: { opIds: readonly string[] }) =>
    this.#call(() => this.#journal.recall(input.opIds))
  override forgetOps = async (input: { opIds: readonly string[] }) =>
    this.#call(() => (this.#journal.forget(input.opIds), null))

  #call<T>(work: () => T) {
    if (this.callsLeft <= 0) throw new Error('killed')
    this.callsLeft -= 1
    return success(work())
  }

  #open(): OpBackup {
    const file = {
      read: () => this.lines,
      append: (lines: readonly string[]) => {
        this.lines = [...this.lines, ...lines]
      },
      replace: (lines: readonly string[]) => {
        this.lines = lines
      },
      remove: () => {},
    }
    return new OpBackup(file, makeVault(this.keyring))
  }
}

let main: BridgeToJournal
beforeEach(() => {
  main = new BridgeToJournal()
})

function open(): Database {
  const db = aDatabase()
  onTestFinished(async () => {
    db.close()
    await Dexie.delete(db.name)
  })
  return db
}

const identify = (db: Database) => identifyDatabase(db, { bridge: main, workspaceId: 'w', now: () => NOW })

async function fill(db: Database, ops: readonly Op[]): Promise<void> {
  await db.outbox.bulkAdd([...ops])
  const rows = await db.conversations.bulkGet(ops.map((op) => op.conversationId))
  await main.rememberOps({
    ops: diffMirror(new Map(), {
      conversationIds: 'all',
      remembered: ops.map((op, index) => ({ op, conversation: rows[index] ?? null })),
    }).remember,
  })
}

const LOCAL = 'local-00000000-0000-4000-8000-000000000000'

describe('identifyDatabase', () => {
  it('gives a new database an id, and reports no loss', async () => {
    const db = open()
    expect(await identify(db)).toEqual([])
    expect(await db.meta.get('installId')).toBeDefined()
    expect(await readLoss(db)).toBeNull()
    const { lines } = main
    expect(await identify(db)).toEqual([])
    expect(main.lines).toEqual(lines)
  })

  it('restores a lost database’s ops in order, with their conversations, and reports the loss', async () => {
    const first = open()
    await identify(first)
    await first.conversations.add({
      id: LOCAL,
      serverId: 'c9',
      customerName: 'Ana',
      channel: 'sms',
      status: 'open',
      activityAt: 5,
      newest: null,
    })
    await fill(first, [
      anOp({ seq: 8, id: 'a', conversationId: LOCAL }),
      anOp({ seq: 9, id: 'b', conversationId: 'c1', state: 'sending', attempts: [IN_FLIGHT] }),
      anOp({
        seq: 10,
        id: 'c',
        conversationId: 'local-2',
        intent: { kind: 'create', channel: 'sms', customerPhone: '+1' },
      }),
    ])
    const second = open()
    main.restart()
    expect((await identify(second))?.toSorted()).toEqual(['a', 'b', 'c'])
    const ops = await second.outbox.orderBy('seq').toArray()
    expect(ops.map(({ id, state }) => [id, state])).toEqual([
      ['a', 'queued'],
      ['b', 'sending'],
      ['c', 'queued'],
    ])
    expect((await readThread(second, LOCAL))?.conversation).toMatchObject({ name: 'Ana', channel: 'sms' })
    // Without `newest`, sync fetches the thread.
    expect(await second.conversations.get(LOCAL)).not.toHaveProperty('newest')
    expect((await listInbox(second, { name: 'inbox', channel: null })).conversations).toBe(2)
    const loss = await readLoss(second)
    expect(loss).toEqual({ noticedAt: NOW, opsBack: 3, opsUnreadable: 0 })
    main.restart()
    expect((await identify(second))?.toSorted()).toEqual(['a', 'b', 'c'])
    expect(await readLoss(second)).toEqual(loss)
    await dismissLoss(second)
    expect(await readLoss(second)).toBeNull()
  })

  it('reports a loss when no op was unsent', async () => {
    await identify(open())
    main.restart()
    const second = open()
    await identify(second)
    expect(await readLoss(second)).toEqual({ noticedAt: NOW, opsBack: 0, opsUnreadable: 0 })
  })

  it('reports how many ops could not be read', async () => {
    const first = open()
    await identify(first)
    await fill(first, [anOp({ id: 'a' })])
    await main.rememberOps({ ops: [{ opId: 'x', payload: '{"from":"the future"}' }] })
    main.keyring.secret = 'another'
    main.restart()
    const second = open()
    await identify(second)
    expect(await readLoss(second)).toMatchObject({ opsBack: 0, opsUnreadable: 2 })
  })

  it('replaces a row that sync stored under the server’s id', async () => {
    const first = open()
    await identify(first)
    await first.conversations.add({ id: LOCAL, serverId: 'c9', activityAt: 5 })
    await fill(first, [anOp({ id: 'a', conversationId: LOCAL })])
    main.restart()
    const second = open()
    await second.conversations.add({ id: 'c9', activityAt: 6 })
    await identify(second)
    expect((await second.conversations.toArray()).map((row) => row.id)).toEqual([LOCAL])
  })

  it('returns null when main does not answer', async () => {
    const db = open()
    main.openedDatabase = async () => failed({ kind: 'refused', words: 'Something broke inside the app.' })
    expect(await identify(db)).toBeNull()
    expect(await db.meta.get('installId')).toBeUndefined()
  })

  it.each([0, 1, 2])('restores everything once when it was interrupted after %i calls', async (callsLeft) => {
    const first = open()
    await identify(first)
    await fill(first, [anOp({ seq: 1, id: 'a' }), anOp({ seq: 2, id: 'b' })])
    main.restart()
    const second = open()
    main.callsLeft = callsLeft
    await expect(identify(second)).rejects.toThrow('killed')
    main.restart()
    await identify(second)
    main.restart()
    await identify(second)
    expect((await second.outbox.toArray()).map((op) => op.id)).toEqual(['a', 'b'])
    expect(await readLoss(second)).toMatchObject({ opsBack: 2 })
    // The database is lost again before anything was sent: nothing is lost or doubled.
    main.restart()
    const third = open()
    await identify(third)
    expect((await third.outbox.toArray()).map((op) => op.id)).toEqual(['a', 'b'])
  })

  it('never restores an op as queued that main may have sent', async () => {
    const states = fc.constantFrom<OpState>('held', 'queued', 'sending', 'uncertain', 'asking', 'failed')
    const anyOp = fc.record({
      state: states,
      isEnded: fc.boolean(),
      requests: fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 2 }),
    })
    let queued = 0
    await fc.assert(
      fc.asyncProperty(fc.array(anyOp, { maxLength: 6 }), async (wanted) => {
        main = new BridgeToJournal()
        const first = aDatabase()
        const second = aDatabase()
        await identify(first)
        await fill(
          first,
          wanted.map(({ state, isEnded }, index) =>
            anOp({ seq: index + 1, id: `o${index}`, state, attempts: isEnded ? [ENDED] : [] }),
          ),
        )
        for (const [index, { requests }] of wanted.entries()) for (const at of requests) main.request(`o${index}`, at)
        main.restart()
        await identify(second)
        const restored = await second.outbox.orderBy('seq').toArray()
        expect(restored.map((op) => op.id)).toEqual(wanted.map((_, index) => `o${index}`))
        for (const [index, op] of restored.entries()) {
          const { isEnded = false, requests = [] } = wanted[index] ?? {}
          const unknown = requests.filter((at) => !isEnded || at < ENDED.begunAt || at > (ENDED.endedAt ?? 0))
          if (op.state === 'queued') expect(unknown).toEqual([])
          if (op.state === 'queued') queued += 1
        }
        await Promise.all([first.delete(), second.delete()])
      }),
      { numRuns: 200 },
    )
    expect(queued).toBeGreaterThan(10)
  })
})

it('fromPayload reads back an op and its conversation, and returns null for anything else', () => {
  const remembered = { op: anOp(), conversation: { id: 'conv_1', activityAt: 1 } }
  expect(fromPayload(toPayload(remembered))).toEqual(remembered)
  expect(fromPayload(toPayload({ ...remembered, conversation: null }))).toEqual({ ...remembered, conversation: null })
  for (const junk of ['', 'null', '1', '[]', '{}', '{"op":{}}', '{"op":{"id":"a"}}', '{"op":null}'])
    expect(fromPayload(junk)).toBeNull()
})

it.each([
  [{ opsBack: 0, opsUnreadable: 0 }, /Nothing was waiting to be sent/],
  [{ opsBack: 1, opsUnreadable: 0 }, /1 message or change not sent yet was restored/],
  [
    { opsBack: 2, opsUnreadable: 1 },
    /2 messages or changes .* were restored.*1 message or change couldn’t be restored/,
  ],
  [{ opsBack: 0, opsUnreadable: 3 }, /^(?!.*Nothing was waiting).*3 messages or changes couldn’t be restored/],
])('a loss is said in words: %j', (loss, words) => {
  expect(lossWords({ noticedAt: 0, ...loss })).toMatch(words)
})
