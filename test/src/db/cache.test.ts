import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { applyPage, applyThread } from '../../../src/db/cache.ts'
import type { Database } from '../../../src/db/database.ts'
import type { ConversationRow } from '../../../src/db/rows.ts'
import { mergeRow, customerWaitingSince, withNewest } from '../../../src/db/merge.ts'
import { overlayConversation } from '../../../src/db/overlay.ts'
import { readSyncMemory, syncMemoryRow } from '../../../src/db/sync-memory.ts'
import { settleOp } from '../../../src/outbox/settle.ts'
import type { Message } from '../../../src/shared/model.ts'
import { aConversation, aDatabase, aMessage, anOp } from '../../support/builders.ts'

const TIMING = { askedAt: 5_000, now: 5_000 }
const KNOWN: ConversationRow = { ...aConversation(), activityAt: 1_000 }

describe('mergeRow', () => {
  it('takes a new conversation as received, with its timestamp as activity time', () => {
    expect(mergeRow(undefined, aConversation(), TIMING)).toEqual(KNOWN)
    const { timestamp: _, ...unstamped } = aConversation()
    expect(mergeRow(undefined, unstamped, TIMING).activityAt).toBe(5_000)
  })

  it('keeps fields that are missing in the response', () => {
    expect(mergeRow(KNOWN, { id: 'conv_1', status: 'closed' }, TIMING)).toEqual({ ...KNOWN, status: 'closed' })
  })

  it('returns the known row when nothing changed', () => {
    expect(mergeRow(KNOWN, aConversation(), TIMING)).toBe(KNOWN)
  })

  it('sets the activity time to the new timestamp, or to now without one, when the last message changed', () => {
    expect(mergeRow(KNOWN, aConversation({ lastMessage: 'New', timestamp: 4_000 }), TIMING).activityAt).toBe(4_000)
    expect(mergeRow(KNOWN, aConversation({ lastMessage: 'New' }), TIMING).activityAt).toBe(5_000)
  })

  it('drops `newest` when the thread lacks the new message, and keeps it otherwise', () => {
    const newest = { messageId: 'm', sender: 'customer', words: 'Hello?', waitingSince: 1_000 }
    expect(mergeRow({ ...KNOWN, newest }, aConversation({ lastMessage: 'New' }), TIMING).newest).toBeUndefined()
    const ours = { ...newest, words: 'Our reply' }
    expect(mergeRow({ ...KNOWN, newest: ours }, aConversation({ lastMessage: 'Our reply' }), TIMING).newest).toEqual(
      ours,
    )
  })

  it('keeps the waiting time until the thread is read', () => {
    const newest = { messageId: 'm', sender: 'customer', words: 'Hello?', waitingSince: 1_000 }
    const moved = mergeRow({ ...KNOWN, newest }, aConversation({ lastMessage: 'Hello??' }), TIMING)
    expect(moved.wasWaitingSince).toBe(1_000)
    const shown = (row: ConversationRow) => overlayConversation({ id: row.id, row, ops: [], seen: undefined })
    expect(shown(moved).waitingSince).toBe(1_000)
    expect(mergeRow(moved, aConversation({ lastMessage: 'Hello???' }), TIMING).wasWaitingSince).toBe(1_000)
    const read = withNewest(moved, [aMessage({ sender: 'assistant', sentAt: 4_000 })])
    expect(read.wasWaitingSince).toBeUndefined()
    expect(shown(read).waitingSince).toBeNull()
  })

  it('detects a new message with the same text by its later timestamp', () => {
    const newest = { messageId: 'm', sender: 'customer', words: 'Hello?', waitingSince: 1_000 }
    const again = mergeRow({ ...KNOWN, newest }, aConversation({ timestamp: 3_000 }), TIMING)
    expect(again).toMatchObject({ activityAt: 3_000 })
    expect(again.newest).toBeUndefined()
    // The timestamp of our own reply is not a new message.
    const settled = { ...KNOWN, newest, activityAt: 3_000 }
    expect(mergeRow(settled, aConversation({ timestamp: 3_000 }), TIMING).newest).toEqual(newest)
  })

  it('keeps the activity time when the timestamp is the start of the conversation', () => {
    const row = { ...KNOWN, activityAt: 900_000 }
    expect(mergeRow(row, aConversation({ status: 'closed' }), TIMING).activityAt).toBe(900_000)
  })

  it('lets the server set unread but not clear it for the same message', () => {
    const read = { ...KNOWN, unread: false }
    expect(mergeRow(read, aConversation({ unread: true }), TIMING).unread).toBe(true)
    expect(mergeRow(KNOWN, aConversation({ unread: false }), TIMING)).toBe(KNOWN)
    expect(mergeRow(KNOWN, aConversation({ unread: false, lastMessage: 'Our reply' }), TIMING).unread).toBe(false)
    const theirs = { messageId: 'm', sender: 'customer', words: 'And?', waitingSince: 1 }
    const known = { ...KNOWN, newest: theirs }
    expect(mergeRow(known, aConversation({ unread: false, lastMessage: 'And?' }), TIMING).unread).toBe(true)
  })

  it('keeps unknown channels and statuses', () => {
    const odd = mergeRow(undefined, aConversation({ channel: 'carrier-pigeon', status: 'snoozed' }), TIMING)
    expect(odd).toMatchObject({ channel: 'carrier-pigeon', status: 'snoozed' })
  })

  it.each([-86_400_000, 86_400_000])('accepts timestamps of a server whose clock is off by %i ms', (skewMs) => {
    const now = 1_700_000_000_000
    const timing = { askedAt: now, now }
    const row = mergeRow(undefined, aConversation({ timestamp: now + skewMs }), timing)
    expect(row.activityAt).toBe(now + skewMs)
    expect(mergeRow(row, aConversation({ timestamp: now + skewMs }), timing)).toBe(row)
    const received = aConversation({ timestamp: now + skewMs + 5, lastMessage: 'New' })
    expect(mergeRow(row, received, timing).activityAt).toBe(now + skewMs + 5)
  })

  it('ignores a change of ours that lies in the future because the clock was set back', () => {
    const touched = { ...KNOWN, status: 'resolved', touchedAt: 3_605_000 }
    expect(mergeRow(touched, aConversation(), TIMING).status).toBe('open')
  })

  it('ignores a response that was read before our last change was answered, and stored after it', () => {
    const touched = { ...KNOWN, tags: ['vip'], touchedAt: 5_020 }
    expect(mergeRow(touched, aConversation({ tags: [] }), { askedAt: 5_000, now: 5_010 })).toBe(touched)
  })

  it('ignores a response to a request sent before our last change', () => {
    const touched = { ...KNOWN, status: 'resolved', touchedAt: 5_000 }
    expect(mergeRow(touched, aConversation(), TIMING)).toBe(touched)
    expect(mergeRow(touched, aConversation(), { askedAt: 5_001, now: 6_000 }).status).toBe('open')
  })
})

describe('customerWaitingSince', () => {
  it.each([
    [[], null],
    [['customer'], 0],
    [['customer', 'assistant'], null],
    [['assistant', 'customer', 'customer'], 1],
    [['customer', 'bot'], null],
  ] as const)('for senders %j is the time of message %s', (senders, expected) => {
    expect(
      customerWaitingSince(senders.map((sender, index) => aMessage({ id: `m${index}`, sender, sentAt: index }))),
    ).toBe(expected)
  })
})

describe('applyPage and applyThread', () => {
  let db: Database
  beforeEach(() => {
    db = aDatabase()
  })
  afterEach(() => db.delete())

  it('store a page, with conversations begun here under their local ids', async () => {
    await db.conversations.put({ ...KNOWN, id: 'local-x', serverId: 'conv_9' })
    await applyPage(db, [aConversation(), aConversation({ id: 'conv_9', status: 'closed' })], TIMING)
    expect(await db.conversations.toCollection().primaryKeys()).toEqual(['conv_1', 'local-x'])
    expect((await db.conversations.get('local-x'))?.status).toBe('closed')
  })

  it('merge a conversation that is twice in a page', async () => {
    const { customerPhone: _, ...first } = aConversation()
    const merged = await applyPage(db, [first, { id: 'conv_1', customerPhone: '+1555' }, first], TIMING)
    expect(merged).toHaveLength(1)
    expect(await db.conversations.toArray()).toMatchObject([{ id: 'conv_1', customerPhone: '+1555', channel: 'sms' }])
  })

  it('write and return only changed rows', async () => {
    await applyPage(db, [aConversation(), aConversation({ id: 'conv_2' })], TIMING)
    const writes: string[] = []
    db.conversations.hook('updating', (_, key) => void writes.push(key))
    db.conversations.hook('creating', (key) => void writes.push(key))
    const merged = await applyPage(db, [aConversation(), aConversation({ id: 'conv_2', status: 'closed' })], TIMING)
    expect(writes).toEqual(['conv_2'])
    expect(merged.map(({ before, after }) => [before?.status, after.status])).toEqual([
      ['open', 'open'],
      ['open', 'closed'],
    ])
  })

  it('store a page and the progress in one transaction', async () => {
    const place = syncMemoryRow({ offset: 80, sweptAt: null, newsSince: null })
    await applyPage(db, [aConversation()], TIMING, place)
    expect(await readSyncMemory(db)).toEqual({ offset: 80, sweptAt: null, newsSince: null })
    const broken = [{ ...aConversation({ id: 'conv_2' }), unread: Symbol('no') as unknown as boolean }]
    await expect(applyPage(db, broken, TIMING, { ...place, value: { offset: 160 } })).rejects.toThrow()
    expect(await db.conversations.count()).toBe(1)
    expect((await readSyncMemory(db)).offset).toBe(80)
  })

  it('store a thread of 10,000 messages, one of 100 KB, and keep its row small', async () => {
    await applyPage(db, [aConversation()], TIMING)
    const messages = Array.from({ length: 10_000 }, (_, index) =>
      aMessage({ id: `m${index}`, sender: index % 2 === 0 ? 'customer' : 'bot', sentAt: index }),
    )
    messages.push(aMessage({ id: 'long', content: 'x'.repeat(100_000), sentAt: 10_000 }))
    const detail = { conversation: aConversation(), messages, serverAt: null }
    const change = await applyThread(db, 'conv_1', detail, TIMING)
    expect(change?.messagesBefore).toBeUndefined()
    expect((await db.threads.get('conv_1'))?.messages).toEqual(messages)
    expect((await db.conversations.get('conv_1'))?.newest?.words).toHaveLength(300)
    const writes: string[] = []
    db.threads.hook('updating', (_, key) => void writes.push(key))
    await applyThread(db, 'conv_1', { ...detail, messages: [...messages] }, { askedAt: 9_000, now: 9_000 })
    expect(writes).toEqual([])
  })

  it('mark the conversation unread when the thread has a new customer message, whatever the list says', async () => {
    await applyPage(db, [aConversation({ unread: false })], TIMING)
    const read = (messages: readonly Message[], at: number) =>
      applyThread(db, 'conv_1', { conversation: { id: 'conv_1' }, messages, serverAt: null }, { askedAt: at, now: at })
    await read([aMessage()], 6_000)
    expect((await db.conversations.get('conv_1'))?.unread).toBe(false)
    await read([aMessage(), aMessage({ id: 'm2', sender: 'assistant' })], 7_000)
    expect((await db.conversations.get('conv_1'))?.unread).toBe(false)
    await read([aMessage(), aMessage({ id: 'm2', sender: 'assistant' }), aMessage({ id: 'm3', sentAt: 8_000 })], 8_000)
    expect(await db.conversations.get('conv_1')).toMatchObject({ unread: true, newest: { waitingSince: 8_000 } })
  })

  it('accept ids with any characters', async () => {
    const ids = ['a/b', 'a b?', 'a%2Fb', 'ключ', '日本 🙂', 'A/b', '__proto__', 'constructor']
    await applyPage(
      db,
      ids.map((id) => aConversation({ id })),
      TIMING,
    )
    expect((await db.conversations.toCollection().primaryKeys()).toSorted()).toEqual(ids.toSorted())
  })

  it('update the row from the thread’s last message, and keep the messages when a read has none', async () => {
    await applyPage(db, [aConversation()], TIMING)
    const { lastMessage: _, ...conversation } = aConversation()
    await applyThread(db, 'conv_1', { conversation, messages: [aMessage()], serverAt: null }, TIMING)
    expect((await db.conversations.get('conv_1'))?.newest).toMatchObject({ sender: 'customer', waitingSince: 1_000 })
    await applyThread(db, 'conv_1', { conversation, messages: null, serverAt: null }, { askedAt: 6_000, now: 6_000 })
    expect((await db.threads.get('conv_1'))?.messages).toHaveLength(1)
  })

  it('keep an acknowledged message when a read does not show it yet', async () => {
    await applyPage(db, [aConversation()], TIMING)
    const detail = { conversation: aConversation(), messages: [aMessage()], serverAt: null }
    await applyThread(db, 'conv_1', detail, TIMING)
    const seq = await db.outbox.add(anOp())
    const ours = aMessage({ id: 'ours', sender: 'assistant', content: 'Our reply' })
    await settleOp(db, anOp({ seq }), { kind: 'send', message: ours }, false, 7_000)
    const idsAfter = async (now: number): Promise<unknown> => {
      await applyThread(db, 'conv_1', detail, { askedAt: now, now })
      return (await db.threads.get('conv_1'))?.messages.map((message) => message.id)
    }
    expect(await idsAfter(6_999)).toEqual(['msg_1', 'ours'])
    expect(await idsAfter(8_000)).toEqual(['msg_1', 'ours'])
    expect(await idsAfter(200_000)).toEqual(['msg_1'])
  })
})
