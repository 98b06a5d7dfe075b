import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../../../src/db/database.ts'
import { adoptServerId, removeConversation } from '../../../src/db/vanish.ts'
import { aConversation, aDatabase, aMessage, anOp } from '../../support/builders.ts'

let db: Database
beforeEach(async () => {
  db = aDatabase()
  await db.conversations.put({ ...aConversation(), activityAt: 1 })
  await db.threads.put({ conversationId: 'conv_1', messages: [aMessage()], readAt: 1 })
  await db.seen.put({ conversationId: 'conv_1', lastMessage: '', seenAt: 1 })
  await db.claims.put({ messageId: 'm', opId: 'o', conversationId: 'conv_1' })
})
afterEach(() => db.delete())

describe('removeConversation', () => {
  it('deletes the conversation with all its data', async () => {
    expect(await removeConversation(db, 'conv_1')).toBe(true)
    const tables = [db.conversations, db.threads, db.seen, db.claims]
    expect(await Promise.all(tables.map((table) => table.count()))).toEqual([0, 0, 0, 0])
  })

  it('keeps a conversation with a draft', async () => {
    await db.drafts.put({ conversationId: 'conv_1', text: 'Dear', caret: 4, updatedAt: 0 })
    expect(await removeConversation(db, 'conv_1')).toBe(false)
    expect(await db.threads.count()).toBe(1)
  })

  it('keeps a conversation with unsent ops', async () => {
    const { seq: _, ...op } = anOp({ state: 'failed' })
    await db.outbox.add(op)
    expect(await removeConversation(db, 'conv_1')).toBe(false)
    expect(await db.conversations.count()).toBe(1)
  })
})

describe('adoptServerId', () => {
  it('keeps the local id and merges the data of the new id', async () => {
    await db.conversations.put({ ...aConversation({ id: 'CONV_1', status: 'closed' }), activityAt: 2 })
    await db.threads.put({ conversationId: 'CONV_1', messages: [], readAt: 1 })
    await db.drafts.put({ conversationId: 'CONV_1', text: 'Dear', caret: 4, updatedAt: 0 })
    const { seq: _, ...op } = anOp({ conversationId: 'CONV_1' })
    await db.outbox.add(op)
    await adoptServerId(db, 'conv_1', 'CONV_1')
    expect(await db.conversations.toArray()).toMatchObject([{ id: 'conv_1', serverId: 'CONV_1', status: 'closed' }])
    expect(await db.threads.toCollection().primaryKeys()).toEqual(['conv_1'])
    expect(await db.drafts.toCollection().primaryKeys()).toEqual(['conv_1'])
    expect((await db.outbox.toArray())[0]).toMatchObject({ conversationId: 'conv_1', revision: 1 })
  })

  it('drops `serverId` when the server returns to the first spelling', async () => {
    await adoptServerId(db, 'conv_1', 'CONV_1')
    await adoptServerId(db, 'conv_1', 'conv_1')
    const [row] = await db.conversations.toArray()
    expect(row).toMatchObject({ id: 'conv_1' })
    expect(row).not.toHaveProperty('serverId')
    expect(await db.threads.count()).toBe(1)
  })
})
