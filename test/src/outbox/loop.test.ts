import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { applyPage } from '../../../src/db/cache.ts'
import { makeCommitWatch } from '../../../src/db/commit-watch.ts'
import { type Database, makeDatabase } from '../../../src/db/database.ts'
import type { OutboxFeed } from '../../../src/db/outbox-feed.ts'
import { readThread } from '../../../src/db/queries.ts'
import {
  closeConversation,
  discardOp,
  editOp,
  renameCustomer,
  retryOp,
  setStatus,
} from '../../../src/outbox/intents.ts'
import { sendMessage, startConversation } from '../../../src/outbox/send.ts'
import { type Outbox, startOutbox } from '../../../src/outbox/loop.ts'
import type { Failure } from '../../../src/shared/failure.ts'
import { aConversation, ANY_TIME, aDatabase, aMessage } from '../../support/builders.ts'
import { FakeBridge } from '../../support/fake-bridge.ts'
import { aFeed } from '../../support/outbox-feed.ts'
import { passTime, until, useVirtualTime } from '../../support/virtual-time.ts'
import { listInbox } from '../../support/naive-inbox.ts'
import { DATA_KEY } from '../../support/data-key.ts'

const LOST: Failure = { kind: 'interrupted', code: 'ECONNRESET' }

let db: Database
let server: FakeBridge
let outbox: Outbox | undefined
const unauthorized = vi.fn()

async function start(feed: OutboxFeed = aFeed(db)): Promise<void> {
  outbox = await startOutbox({
    db,
    feed,
    bridge: server,
    workspaceId: 'w',
    now: Date.now,
    elapsed: Date.now,
    random: () => 0.5,
    onSettled: () => {},
    onUnauthorized: unauthorized,
  })
}

const isEmpty = async (): Promise<boolean> => (await db.outbox.count()) === 0
const sent = (): unknown[] => server.applied.filter((call) => call.method === 'send').map((call) => call.body)

beforeEach(async () => {
  useVirtualTime()
  db = aDatabase()
  server = new FakeBridge()
  unauthorized.mockClear()
  server.add(aConversation(), [aMessage()])
  await applyPage(db, [aConversation()], { askedAt: Date.now(), now: Date.now() })
})

afterEach(async () => {
  await outbox?.stop()
  outbox = undefined
  await db.delete()
  vi.useRealTimers()
})

describe('the outbox loop', () => {
  it('sends queued messages once and in order, with one bubble each', async () => {
    for (const content of ['one', 'two', 'three']) await sendMessage(db, { conversationId: 'conv_1', content })
    await start()
    await until(isEmpty)
    expect(sent()).toEqual(['one', 'two', 'three'])
    const thread = await readThread(db, 'conv_1')
    expect(thread?.items.map((item) => [item.content, item.isMine, item.echo])).toEqual([
      ['Hello?', false, null],
      ['one', true, null],
      ['two', true, null],
      ['three', true, null],
    ])
  })

  it('updates the feed with the writes of the previous lock holder', async () => {
    await sendMessage(db, { conversationId: 'conv_1', content: 'words' })
    const feed = aFeed(db)
    await until(() => feed.ops()?.length === 1)
    const previous = makeDatabase(db.name, DATA_KEY, undefined, ANY_TIME)
    await previous.outbox.clear()
    previous.close()
    await start(feed)
    await until(() => feed.ops()?.length === 0)
    await passTime(10_000)
    expect([sent(), feed.ops()]).toEqual([[], []])
  })

  it('keeps everything while offline, and sends it when the network is back', async () => {
    server.outage = { kind: 'unreachable', code: 'ENOTFOUND' }
    await start()
    await sendMessage(db, { conversationId: 'conv_1', content: 'offline words' })
    await setStatus(db, { conversationId: 'conv_1', status: 'resolved' })
    await until(async () => (await db.outbox.toCollection().first())?.failure !== null)
    expect(await db.outbox.count()).toBe(2)
    expect((await listInbox(db, { name: 'resolved', channel: null })).rows).toHaveLength(1)
    server.outage = null
    outbox?.nudge()
    await until(isEmpty)
    expect(server.applied.map((call) => call.method)).toEqual(['send', 'update'])
  })

  it.each([
    ['ends at the start after a long outage', { kind: 'unreachable', code: 'ENOTFOUND' }, ['words']],
    ['continues when the server asked for the pause', { kind: 'throttled', retryAfterMs: 240_000 }, []],
  ] as const)('a wait of an earlier session %s', async (_, failure, sentSoon) => {
    await sendMessage(db, { conversationId: 'conv_1', content: 'words' })
    await db.outbox.toCollection().modify({ state: 'queued', failure, notBefore: Date.now() + 240_000 })
    await start()
    await passTime(2_000)
    expect(sent()).toEqual(sentSoon)
    await until(isEmpty)
    expect(sent()).toEqual(['words'])
  })

  it('does not send a message again when only its answer was lost', async () => {
    server.faults.push({ failure: LOST, isApplied: true })
    await sendMessage(db, { conversationId: 'conv_1', content: 'your appointment is on Friday' })
    await start()
    await until(isEmpty)
    expect(sent()).toEqual(['your appointment is on Friday'])
    expect((await readThread(db, 'conv_1'))?.items.at(-1)).toMatchObject({ isMine: true, echo: null })
  })

  it('sends a message again when it is still absent after two minutes of reading back', async () => {
    server.faults.push({ failure: LOST, isApplied: false })
    const startedAt = Date.now()
    await sendMessage(db, { conversationId: 'conv_1', content: 'your appointment is on Friday' })
    await start()
    await until(isEmpty)
    expect(sent()).toEqual(['your appointment is on Friday'])
    expect(Date.now() - startedAt).toBeGreaterThanOrEqual(120_000)
  })

  it('asks instead of sending a fourth time', async () => {
    for (let time = 0; time < 4; time += 1) server.faults.push({ failure: LOST, isApplied: false })
    await sendMessage(db, { conversationId: 'conv_1', content: 'your appointment is on Friday' })
    await start()
    await until(async () => (await db.outbox.toCollection().first())?.state === 'asking')
    expect(server.faults).toHaveLength(1)
  })

  it('reads back an op that was in flight when the process died', async () => {
    await sendMessage(db, { conversationId: 'conv_1', content: 'your appointment is on Friday' })
    const attempt = { begunAt: Date.now(), endedAt: null, baselineIds: ['msg_1'], clockOffsetMs: 0, outcome: null }
    await db.outbox.toCollection().modify({ state: 'sending', attempts: [attempt] })
    await server.sendMessage({ opId: 'x', conversationId: 'conv_1', content: 'your appointment is on Friday' })
    await start()
    await until(isEmpty)
    expect(sent()).toHaveLength(1)
  })

  it('does not match the same text from an hour ago', async () => {
    server.add(aConversation(), [
      aMessage({ id: 'old', sender: 'assistant', content: 'OK, see you then', sentAt: Date.now() - 3_600_000 }),
    ])
    server.faults.push({ failure: LOST, isApplied: false })
    await sendMessage(db, { conversationId: 'conv_1', content: 'OK, see you then' })
    await start()
    await until(isEmpty)
    expect(sent()).toHaveLength(1)
  })

  it('keeps a rejected message with the server’s error, and continues with other conversations', async () => {
    server.add(aConversation({ id: 'conv_2' }))
    await applyPage(db, [aConversation({ id: 'conv_2' })], { askedAt: Date.now(), now: Date.now() })
    const refusal: Failure = { kind: 'rejected', status: 400, words: 'Number is not in service' }
    server.faults.push({ failure: refusal, isApplied: false })
    await sendMessage(db, { conversationId: 'conv_1', content: 'refused' })
    await start()
    await until(async () => (await db.outbox.toCollection().first())?.state === 'failed')
    await sendMessage(db, { conversationId: 'conv_1', content: 'waits after it' })
    await sendMessage(db, { conversationId: 'conv_2', content: 'goes' })
    await until(async () => sent().length === 1)
    expect(sent()).toEqual(['goes'])
    const [op] = await db.outbox.orderBy('seq').toArray()
    expect(op?.failure).toEqual(refusal)
    await retryOp(db, { opId: op?.id ?? '' })
    await until(isEmpty)
    expect(sent()).toEqual(['goes', 'refused', 'waits after it'])
  })

  it('pauses after a 401, counts it as no attempt, and resumes with a new key', async () => {
    server.outage = { kind: 'unauthorized', status: 401, words: 'Invalid API key' }
    await sendMessage(db, { conversationId: 'conv_1', content: 'words' })
    await start()
    await until(async () => unauthorized.mock.calls.length > 0)
    const reads = server.reads
    await passTime(600_000, 10_000)
    expect(server.reads).toBe(reads)
    server.outage = null
    outbox?.resume()
    outbox?.nudge()
    await until(isEmpty)
    expect(sent()).toEqual(['words'])
  })

  it('creates a conversation without its message, then sends the message with the server’s id', async () => {
    const id = await startConversation(db, { channel: 'sms', customerPhone: '+15550001111', content: 'first words' })
    expect((await readThread(db, id))?.items.map((item) => item.content)).toEqual(['first words'])
    await start()
    await until(isEmpty)
    expect(server.applied.map((call) => [call.method, JSON.stringify(call.body).includes('first words')])).toEqual([
      ['create', false],
      ['send', true],
    ])
    expect(JSON.stringify(server.applied)).not.toContain('local-')
    const thread = await readThread(db, id)
    expect(thread?.conversation.isOnServer).toBe(true)
    expect(thread?.items.map((item) => item.content)).toEqual(['first words'])
  })

  it('finds its created conversation when the answer was lost, even if sync stored it first', async () => {
    server.faults.push({ failure: LOST, isApplied: true })
    const id = await startConversation(db, { channel: 'sms', customerPhone: '+1 555 000 1111', content: 'first words' })
    await start()
    await until(async () => server.applied.length === 1)
    const created = [...server.kept.values()].at(-1)?.conversation
    await applyPage(db, created === undefined ? [] : [created], { askedAt: Date.now(), now: Date.now() })
    await until(isEmpty)
    expect(server.applied.map((call) => call.method)).toEqual(['create', 'send'])
    const { rows } = await listInbox(db, { name: 'all', channel: null })
    expect(rows.map((row) => row.id).toSorted()).toEqual(['conv_1', id].toSorted())
  })

  it('reads a change back after a lost answer, before it sends the next one', async () => {
    server.faults.push({ failure: LOST, isApplied: true })
    await renameCustomer(db, { conversationId: 'conv_1', customerName: 'Ana P.' })
    await closeConversation(db, { conversationId: 'conv_1' })
    await start()
    await until(isEmpty)
    expect(server.applied.map((call) => call.method)).toEqual(['update', 'close'])
    const { rows } = await listInbox(db, { name: 'closed', channel: null })
    expect(rows.map((row) => row.name)).toEqual(['Ana P.'])
  })
})

describe('a disk that accepts no writes for a while', () => {
  let reports: boolean[]

  beforeEach(() => {
    reports = []
    Object.assign(db, { watch: makeCommitWatch((isSaving) => reports.push(isSaving)) })
  })

  /** Holds a write transaction on the outbox until the returned function is called. */
  function jam(): () => void {
    let isJammed = true
    const store = db.backendDB().transaction(['outbox'], 'readwrite').objectStore('outbox')
    const spin = (): void => {
      if (isJammed) store.get(0).addEventListener('success', spin)
    }
    spin()
    const release = (): void => {
      isJammed = false
    }
    onTestFinished(release)
    return release
  }

  it('before a request: nothing is sent, the user is told, and the message is sent once the write succeeds', async () => {
    let release = (): void => {}
    const { readConversation } = server
    server.readConversation = async (input) => {
      release = jam()
      server.readConversation = readConversation
      return readConversation.call(server, input)
    }
    await sendMessage(db, { conversationId: 'conv_1', content: 'words' })
    await start()
    await until(() => reports.at(-1) === false)
    expect(sent()).toEqual([])
    release()
    await until(isEmpty)
    expect(sent()).toEqual(['words'])
    expect(reports.at(-1)).toBe(true)
  })

  it('after the answer: the write is aborted, the user is told, and it is repeated later', async () => {
    let release = (): void => {}
    const { sendMessage: accept } = server
    server.sendMessage = async (input) => {
      const answer = await accept.call(server, input)
      release = jam()
      return answer
    }
    await sendMessage(db, { conversationId: 'conv_1', content: 'words' })
    await start()
    await until(() => reports.at(-1) === false)
    expect(await db.claims.count()).toBe(0)
    release()
    await until(isEmpty)
    expect(sent()).toEqual(['words'])
    expect(await db.claims.count()).toBe(1)
    expect(reports.at(-1)).toBe(true)
  })

  it('at the start: waiting ops are still sent', async () => {
    await sendMessage(db, { conversationId: 'conv_1', content: 'words' })
    const refuse = (): never => {
      throw new Error('QuotaExceededError')
    }
    db.meta.hook('creating', refuse)
    await start()
    await until(isEmpty)
    expect(sent()).toEqual(['words'])
  })
})

describe('the queue commands', () => {
  it('discard an op, and move one back into the composer before newer text', async () => {
    await sendMessage(db, { conversationId: 'conv_1', content: 'wrong' })
    await sendMessage(db, { conversationId: 'conv_1', content: 'nearly right' })
    await db.drafts.put({ conversationId: 'conv_1', text: 'and more', caret: 8, updatedAt: 0 })
    const [wrong, nearly] = await db.outbox.orderBy('seq').toArray()
    await discardOp(db, { opId: wrong?.id ?? '' })
    await editOp(db, { opId: nearly?.id ?? '' })
    expect(await db.outbox.count()).toBe(0)
    expect((await db.drafts.get('conv_1'))?.text).toBe('nearly right\nand more')
  })

  it('discard no op that is being sent or uncertain', async () => {
    await sendMessage(db, { conversationId: 'conv_1', content: 'words' })
    for (const state of ['sending', 'uncertain'] as const) {
      await db.outbox.toCollection().modify({ state })
      const op = await db.outbox.toCollection().first()
      await discardOp(db, { opId: op?.id ?? '' })
      expect(await db.outbox.count()).toBe(1)
    }
  })

  it('discard every op of a conversation with its create', async () => {
    const id = await startConversation(db, { channel: 'email', customerEmail: 'a@b.example', content: 'hello' })
    const op = await db.outbox.orderBy('seq').first()
    await discardOp(db, { opId: op?.id ?? '' })
    expect(await db.outbox.count()).toBe(0)
    expect(await readThread(db, id)).toBeNull()
  })
})
