import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Database } from '../../../src/db/database.ts'
import { readCachedThreads } from '../../../src/db/cached-threads.ts'
import { aConversation, aDatabase, aMessage, anOp } from '../../support/builders.ts'

let db: Database

beforeEach(() => {
  db = aDatabase()
})

afterEach(() => db.delete())

const NEWEST = { messageId: 'm', sender: 'customer', words: 'Hello?', waitingSince: 1 }

function say(content: string) {
  return { kind: 'send', content, seenMessageId: null } as const
}

it('readCachedThreads returns threads in the order of the ids, with how much of each is on this device', async () => {
  const row = (id: string) => ({ ...aConversation({ id }), activityAt: 1 })
  await db.conversations.bulkAdd([{ ...row('whole'), newest: NEWEST }, row('older'), row('none')])
  await db.conversations.add({ ...row('empty'), newest: null })
  const messages = [aMessage({ id: 'm1' }), aMessage({ id: 'm2', sender: 'assistant', content: 'Yes' })]
  await db.threads.bulkAdd(['whole', 'older'].map((conversationId) => ({ conversationId, messages, readAt: 1 })))
  await db.claims.add({ messageId: 'm2', opId: 'gone', conversationId: 'whole' })
  await db.outbox.add(anOp({ seq: 1, id: 'op_1', conversationId: 'whole', intent: say('And more') }))
  const create = { kind: 'create', channel: 'sms', customerPhone: '+15550001111' } as const
  await db.outbox.add(anOp({ seq: 2, id: 'op_2', conversationId: 'local-1', intent: create }))
  await db.outbox.add(anOp({ seq: 3, id: 'op_3', conversationId: 'local-1', intent: say('First words') }))

  const ids = ['none', 'gone', 'whole', 'local-1', 'older', 'empty']
  const threads = await readCachedThreads(db, ids)
  expect(threads.map((thread) => thread?.conversation.id ?? null)).toEqual(ids.map((id) => (id === 'gone' ? null : id)))
  expect(threads.map((thread) => thread?.held ?? null)).toEqual(['none', null, 'whole', 'whole', 'older', 'whole'])
  const texts = threads.map((thread) =>
    thread?.items.map(({ content, isMine }) => (isMine ? `You: ${content}` : content)),
  )
  expect(texts[2]).toEqual(['Hello?', 'You: Yes', 'You: And more'])
  expect(texts[3]).toEqual(['You: First words'])
  expect(texts[0]).toEqual([])
})
