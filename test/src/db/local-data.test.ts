import { afterEach, expect, it } from 'vitest'
import Dexie from 'dexie'
import type { Database } from '../../../src/db/database.ts'
import { readLocalData, readClosedLocalData } from '../../../src/db/local-data.ts'
import { findServerIds } from '../../../src/db/server-ids.ts'
import { sendMessage, startConversation } from '../../../src/outbox/send.ts'
import { aConversation, aDatabase } from '../../support/builders.ts'

let db: Database

afterEach(() => db.delete())

it('readClosedLocalData counts the data of a closed workspace without upgrading it', async () => {
  db = aDatabase()
  await db.conversations.bulkAdd(['a', 'b'].map((id) => ({ ...aConversation({ id }), activityAt: 1 })))
  await db.drafts.put({ conversationId: 'a', text: 'Begun', caret: 5, updatedAt: 1 })
  await sendMessage(db, { conversationId: 'b', content: 'Not sent yet' })
  const held = await readLocalData(db)
  expect(held).toMatchObject({ conversations: 2, drafts: 1, unsent: { waiting: { messages: 1 } } })
  db.close()
  expect(await readClosedLocalData(db.name)).toEqual(held)
})

it('readClosedLocalData returns null for a missing database, and does not create it', async () => {
  db = aDatabase()
  expect(await readClosedLocalData('never-opened')).toBeNull()
  expect(await Dexie.exists('never-opened')).toBe(false)
})

it('findServerIds returns the server ids of preferred conversations, or of any one', async () => {
  db = aDatabase()
  const begunHere = await startConversation(db, { channel: 'sms', customerPhone: '+15551234567' })
  expect(await findServerIds(db, [], 5)).toEqual([])
  const local = 'local-00000000-0000-4000-8000-000000000000'
  await db.conversations.bulkAdd([
    ...['conv_1', 'conv_2', 'conv_3'].map((id) => ({ ...aConversation({ id }), activityAt: 1 })),
    { ...aConversation({ id: local }), serverId: 'conv_9', activityAt: 1 },
  ])
  const preferred = ['conv_3', String(begunHere), 'gone', local, 'conv_1', 'conv_2']
  expect(await findServerIds(db, preferred, 3)).toEqual(['conv_3', 'conv_9', 'conv_1'])
  expect(await findServerIds(db, ['gone'], 3)).toHaveLength(1)
})
