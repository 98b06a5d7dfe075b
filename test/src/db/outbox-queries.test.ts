import { describe, expect, it } from 'vitest'
import { findLastHeld, listOutbox, readLastFate, readUnsent } from '../../../src/db/outbox-queries.ts'
import { aConversation, aDatabase, aMessage, anOp } from '../../support/builders.ts'

const SEND = { kind: 'send', content: 'Hi', seenMessageId: null } as const

describe('listOutbox', () => {
  it('separates ops that need the user from waiting ones, each in queue order', async () => {
    const db = aDatabase()
    await db.outbox.bulkAdd([
      anOp({ seq: 1, id: 'a', conversationId: 'x' }),
      anOp({ seq: 2, id: 'b', conversationId: 'y', state: 'failed' }),
      anOp({ seq: 3, id: 'c', conversationId: 'x', state: 'asking' }),
      anOp({ seq: 4, id: 'd', conversationId: 'y' }),
      anOp({ seq: 5, id: 'e', conversationId: 'x' }),
    ])
    const { needsUser, waiting } = await listOutbox(db)
    expect(needsUser.map(({ op, place }) => [op.id, place])).toEqual([
      ['b', 'first'],
      ['c', 'behind'],
    ])
    expect(waiting.map(({ op, place }) => [op.id, place])).toEqual([
      ['a', 'first'],
      ['d', 'blocked'],
      ['e', 'blocked'],
    ])
  })

  it('includes the newer messages, with their senders, in a question about them', async () => {
    const db = aDatabase()
    await db.conversations.add({ ...aConversation(), activityAt: 1 })
    const messages = [aMessage({ id: 'old' }), aMessage({ id: 'new', content: 'Forget it' })]
    await db.threads.add({ conversationId: 'conv_1', messages, readAt: 1 })
    await db.outbox.add(anOp({ state: 'asking', question: { why: 'stale', newIds: ['new'] } }))
    const [entry] = (await listOutbox(db)).needsUser
    expect(entry?.echo.news.map((message) => message.content)).toEqual(['Forget it'])
    expect(entry?.conversation.name).toBe('Ana Petrović')
  })

  it('is empty when nothing is queued', async () => {
    expect(await listOutbox(aDatabase())).toEqual({ needsUser: [], waiting: [] })
  })
})

describe('findLastHeld', () => {
  it('returns the last message in its undo window, in any conversation', async () => {
    const db = aDatabase()
    expect(await findLastHeld(db)).toBeNull()
    await db.outbox.bulkAdd([
      anOp({ seq: 1, id: 'a', state: 'held', intent: SEND }),
      anOp({ seq: 2, id: 'b', conversationId: 'y', state: 'held', intent: SEND }),
      anOp({ seq: 3, id: 'c', state: 'queued', intent: SEND }),
    ])
    expect(await findLastHeld(db)).toMatchObject({ opId: 'b', conversationId: 'y' })
  })
})

describe('readUnsent', () => {
  it('counts ops by kind, with those that need the user apart', async () => {
    const db = aDatabase()
    await db.outbox.bulkAdd([
      anOp({ seq: 1, id: 'a', intent: SEND, state: 'held' }),
      anOp({ seq: 2, id: 'b', intent: SEND, state: 'asking' }),
      anOp({ seq: 3, id: 'c', intent: { kind: 'create', channel: 'sms' } }),
      anOp({ seq: 4, id: 'd', intent: { kind: 'close' }, state: 'failed' }),
      anOp({ seq: 5, id: 'e', intent: { kind: 'patch', status: 'resolved' }, state: 'uncertain' }),
    ])
    expect(await readUnsent(db)).toEqual({
      waiting: { messages: 1, conversations: 1, changes: 1 },
      asking: { messages: 1, conversations: 0, changes: 1 },
    })
  })
})

describe('readLastFate', () => {
  it.each([
    ['sending', 'under-way'],
    ['uncertain', 'under-way'],
    ['queued', 'waiting'],
    ['failed', 'waiting'],
  ] as const)('reads a message that is %s as %s', async (state, fate) => {
    const db = aDatabase()
    await db.outbox.bulkAdd([
      anOp({ seq: 1, id: 'a', state }),
      anOp({ seq: 2, id: 'b', intent: { kind: 'close' }, state: 'sending' }),
    ])
    expect(await readLastFate(db)).toBe(fate)
  })

  it('returns gone-out when the server has the message, and nothing when none was ever sent', async () => {
    const db = aDatabase()
    expect(await readLastFate(db)).toBe('nothing')
    await db.claims.add({ messageId: 'm', opId: 'o', conversationId: 'c' })
    expect(await readLastFate(db)).toBe('gone-out')
  })
})
