import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { applyPage, applyThread } from '../../../src/db/cache.ts'
import type { ConversationRow, Database } from '../../../src/db/database.ts'
import { mergeRow, waitingSince } from '../../../src/db/merge.ts'
import { settleOp } from '../../../src/outbox/settle.ts'
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
    expect(waitingSince(senders.map((sender, index) => aMessage({ id: `m${index}`, sender, sentAt: index })))).toBe(
      expected,
    )
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

  it('takes ids with any characters', async () => {
    const ids = ['a/b', 'a b?', 'a%2Fb', 'ключ', '__proto__', 'constructor']
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
