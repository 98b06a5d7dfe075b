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

const ASKED = { askedAt: 5_000, now: 5_000 }
const KNOWN: ConversationRow = { ...aConversation(), activityAt: 1_000 }

describe('what the list says of a conversation', () => {
  it('is all there is at first sight, and its activity is its stamp', () => {
    expect(mergeRow(undefined, aConversation(), ASKED)).toEqual(KNOWN)
    const { timestamp: _, ...unstamped } = aConversation()
    expect(mergeRow(undefined, unstamped, ASKED).activityAt).toBe(5_000)
  })

  it('never erases a field by not telling it', () => {
    expect(mergeRow(KNOWN, { id: 'conv_1', status: 'closed' }, ASKED)).toEqual({ ...KNOWN, status: 'closed' })
  })

  it('writes nothing when nothing is new', () => {
    expect(mergeRow(KNOWN, aConversation(), ASKED)).toBe(KNOWN)
  })

  it('moves the conversation when its words changed: to the new stamp, else to now', () => {
    expect(mergeRow(KNOWN, aConversation({ lastMessage: 'New', timestamp: 4_000 }), ASKED).activityAt).toBe(4_000)
    expect(mergeRow(KNOWN, aConversation({ lastMessage: 'New' }), ASKED).activityAt).toBe(5_000)
  })

  it('marks a thread that does not hold the new words as wanting to be read, and keeps one that does', () => {
    const newest = { messageId: 'm', sender: 'customer', words: 'Hello?', waitingSince: 1_000 }
    expect(mergeRow({ ...KNOWN, newest }, aConversation({ lastMessage: 'New' }), ASKED).newest).toBeUndefined()
    const ours = { ...newest, words: 'Our reply' }
    expect(mergeRow({ ...KNOWN, newest: ours }, aConversation({ lastMessage: 'Our reply' }), ASKED).newest).toEqual(
      ours,
    )
  })

  it('lets whoever waits go on waiting until the thread is read', () => {
    const newest = { messageId: 'm', sender: 'customer', words: 'Hello?', waitingSince: 1_000 }
    const moved = mergeRow({ ...KNOWN, newest }, aConversation({ lastMessage: 'Hello??' }), ASKED)
    expect(moved.wasWaitingSince).toBe(1_000)
    const shown = (row: ConversationRow) => overlayConversation({ id: row.id, row, ops: [], seen: undefined })
    expect(shown(moved).waitingSince).toBe(1_000)
    expect(mergeRow(moved, aConversation({ lastMessage: 'Hello???' }), ASKED).wasWaitingSince).toBe(1_000)
    const read = withNewest(moved, [aMessage({ sender: 'assistant', sentAt: 4_000 })])
    expect(read.wasWaitingSince).toBeUndefined()
    expect(shown(read).waitingSince).toBeNull()
  })

  it('moves at a later stamp even with the same words, where the stamp moves at all', () => {
    const newest = { messageId: 'm', sender: 'customer', words: 'Hello?', waitingSince: 1_000 }
    const again = mergeRow({ ...KNOWN, newest }, aConversation({ timestamp: 3_000 }), ASKED)
    expect(again).toMatchObject({ activityAt: 3_000 })
    expect(again.newest).toBeUndefined()
    // Our own reply of that very moment is no news.
    const settled = { ...KNOWN, newest, activityAt: 3_000 }
    expect(mergeRow(settled, aConversation({ timestamp: 3_000 }), ASKED).newest).toEqual(newest)
  })

  it('keeps its moment where the stamp is the start of the conversation', () => {
    const row = { ...KNOWN, activityAt: 900_000 }
    expect(mergeRow(row, aConversation({ status: 'closed' }), ASKED).activityAt).toBe(900_000)
  })

  it('is raised to unread by the server and never lowered by it for the same words', () => {
    const read = { ...KNOWN, unread: false }
    expect(mergeRow(read, aConversation({ unread: true }), ASKED).unread).toBe(true)
    expect(mergeRow(KNOWN, aConversation({ unread: false }), ASKED)).toBe(KNOWN)
    expect(mergeRow(KNOWN, aConversation({ unread: false, lastMessage: 'Our reply' }), ASKED).unread).toBe(false)
    const theirs = { messageId: 'm', sender: 'customer', words: 'And?', waitingSince: 1 }
    const known = { ...KNOWN, newest: theirs }
    expect(mergeRow(known, aConversation({ unread: false, lastMessage: 'And?' }), ASKED).unread).toBe(true)
  })

  it('is shown whatever its channel and status are called', () => {
    const odd = mergeRow(undefined, aConversation({ channel: 'carrier-pigeon', status: 'snoozed' }), ASKED)
    expect(odd).toMatchObject({ channel: 'carrier-pigeon', status: 'snoozed' })
  })

  it.each([-86_400_000, 86_400_000])('takes a server whose clock is off by %i ms as it is', (skewMs) => {
    const now = 1_700_000_000_000
    const asked = { askedAt: now, now }
    const row = mergeRow(undefined, aConversation({ timestamp: now + skewMs }), asked)
    expect(row.activityAt).toBe(now + skewMs)
    expect(mergeRow(row, aConversation({ timestamp: now + skewMs }), asked)).toBe(row)
    const told = aConversation({ timestamp: now + skewMs + 5, lastMessage: 'New' })
    expect(mergeRow(row, told, asked).activityAt).toBe(now + skewMs + 5)
  })

  it('a clock that was set back holds up no answer: our change lies in its future', () => {
    const touched = { ...KNOWN, status: 'resolved', touchedAt: 3_605_000 }
    expect(mergeRow(touched, aConversation(), ASKED).status).toBe('open')
  })

  it('an answer to a question older than our last change says nothing new', () => {
    const touched = { ...KNOWN, status: 'resolved', touchedAt: 5_000 }
    expect(mergeRow(touched, aConversation(), ASKED)).toBe(touched)
    expect(mergeRow(touched, aConversation(), { askedAt: 5_001, now: 6_000 }).status).toBe('open')
  })
})

describe('waiting', () => {
  it.each([
    [[], null],
    [['customer'], 0],
    [['customer', 'assistant'], null],
    [['assistant', 'customer', 'customer'], 1],
    [['customer', 'bot'], null],
  ] as const)('%j waits since message %s', (senders, expected) => {
    expect(
      customerWaitingSince(senders.map((sender, index) => aMessage({ id: `m${index}`, sender, sentAt: index }))),
    ).toBe(expected)
  })
})

describe('the cache', () => {
  let db: Database
  beforeEach(() => {
    db = aDatabase()
  })
  afterEach(() => db.delete())

  it('keeps a page whole, and a conversation begun here under its local id', async () => {
    await db.conversations.put({ ...KNOWN, id: 'local-x', serverId: 'conv_9' })
    await applyPage(db, [aConversation(), aConversation({ id: 'conv_9', status: 'closed' })], ASKED)
    expect(await db.conversations.toCollection().primaryKeys()).toEqual(['conv_1', 'local-x'])
    expect((await db.conversations.get('local-x'))?.status).toBe('closed')
  })

  it('a conversation that stands twice in a page is one, with all that was told of it', async () => {
    const { customerPhone: _, ...first } = aConversation()
    const merged = await applyPage(db, [first, { id: 'conv_1', customerPhone: '+1555' }, first], ASKED)
    expect(merged).toHaveLength(1)
    expect(await db.conversations.toArray()).toMatchObject([{ id: 'conv_1', customerPhone: '+1555', channel: 'sms' }])
  })

  it('writes only what changed, and says what that was', async () => {
    await applyPage(db, [aConversation(), aConversation({ id: 'conv_2' })], ASKED)
    const writes: string[] = []
    db.conversations.hook('updating', (_, key) => void writes.push(key))
    db.conversations.hook('creating', (key) => void writes.push(key))
    const merged = await applyPage(db, [aConversation(), aConversation({ id: 'conv_2', status: 'closed' })], ASKED)
    expect(writes).toEqual(['conv_2'])
    expect(merged.map(({ before, after }) => [before?.status, after.status])).toEqual([
      ['open', 'open'],
      ['open', 'closed'],
    ])
  })

  it('keeps a page and how far it came in one transaction', async () => {
    const place = syncMemoryRow({ offset: 80, sweptAt: null, newsSince: null })
    await applyPage(db, [aConversation()], ASKED, place)
    expect(await readSyncMemory(db)).toEqual({ offset: 80, sweptAt: null, newsSince: null })
    const broken = [{ ...aConversation({ id: 'conv_2' }), tags: [Symbol('no') as unknown as string] }]
    await expect(applyPage(db, broken, ASKED, { ...place, value: { offset: 160 } })).rejects.toThrow()
    expect(await db.conversations.count()).toBe(1)
    expect((await readSyncMemory(db)).offset).toBe(80)
  })

  it('a thread of 10,000 messages, one of them of 100 KB, is kept whole, and its row stays small', async () => {
    await applyPage(db, [aConversation()], ASKED)
    const messages = Array.from({ length: 10_000 }, (_, index) =>
      aMessage({ id: `m${index}`, sender: index % 2 === 0 ? 'customer' : 'bot', sentAt: index }),
    )
    messages.push(aMessage({ id: 'long', content: 'x'.repeat(100_000), sentAt: 10_000 }))
    const detail = { conversation: aConversation(), messages, serverAt: null }
    const change = await applyThread(db, 'conv_1', detail, ASKED)
    expect(change?.messagesBefore).toBeUndefined()
    expect((await db.threads.get('conv_1'))?.messages).toEqual(messages)
    expect((await db.conversations.get('conv_1'))?.newest?.words).toHaveLength(300)
    const writes: string[] = []
    db.threads.hook('updating', (_, key) => void writes.push(key))
    await applyThread(db, 'conv_1', { ...detail, messages: [...messages] }, { askedAt: 9_000, now: 9_000 })
    expect(writes).toEqual([])
  })

  it('a new message of the customer’s makes the conversation unread, whatever the list says', async () => {
    await applyPage(db, [aConversation({ unread: false })], ASKED)
    const read = (messages: readonly Message[], at: number) =>
      applyThread(db, 'conv_1', { conversation: { id: 'conv_1' }, messages, serverAt: null }, { askedAt: at, now: at })
    await read([aMessage()], 6_000)
    expect((await db.conversations.get('conv_1'))?.unread).toBe(false)
    await read([aMessage(), aMessage({ id: 'm2', sender: 'assistant' })], 7_000)
    expect((await db.conversations.get('conv_1'))?.unread).toBe(false)
    await read([aMessage(), aMessage({ id: 'm2', sender: 'assistant' }), aMessage({ id: 'm3', sentAt: 8_000 })], 8_000)
    expect(await db.conversations.get('conv_1')).toMatchObject({ unread: true, newest: { waitingSince: 8_000 } })
  })

  it('takes ids with any characters', async () => {
    const ids = ['a/b', 'a b?', 'a%2Fb', 'ключ', '日本 🙂', 'A/b', '__proto__', 'constructor']
    await applyPage(
      db,
      ids.map((id) => aConversation({ id })),
      ASKED,
    )
    expect((await db.conversations.toCollection().primaryKeys()).toSorted()).toEqual(ids.toSorted())
  })

  it('a thread tells its row who spoke last, and a read without messages changes none', async () => {
    await applyPage(db, [aConversation()], ASKED)
    const { lastMessage: _, ...conversation } = aConversation()
    await applyThread(db, 'conv_1', { conversation, messages: [aMessage()], serverAt: null }, ASKED)
    expect((await db.conversations.get('conv_1'))?.newest).toMatchObject({ sender: 'customer', waitingSince: 1_000 })
    await applyThread(db, 'conv_1', { conversation, messages: null, serverAt: null }, { askedAt: 6_000, now: 6_000 })
    expect((await db.threads.get('conv_1'))?.messages).toHaveLength(1)
  })

  it('a message the server acknowledged does not vanish when a read does not show it yet', async () => {
    await applyPage(db, [aConversation()], ASKED)
    const detail = { conversation: aConversation(), messages: [aMessage()], serverAt: null }
    await applyThread(db, 'conv_1', detail, ASKED)
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
