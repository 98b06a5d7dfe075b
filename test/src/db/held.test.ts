import { afterEach, expect, it } from 'vitest'
import Dexie from 'dexie'
import type { Database } from '../../../src/db/database.ts'
import { readHeld, readHeldElsewhere } from '../../../src/db/held.ts'
import { findServerId } from '../../../src/db/server-ids.ts'
import { sendMessage, startConversation } from '../../../src/outbox/commands.ts'
import { aConversation, aDatabase } from '../../support/builders.ts'

let db: Database

afterEach(() => db.delete())

it('a workspace that is not open is looked into as it lies there', async () => {
  db = aDatabase()
  await db.conversations.bulkAdd(['a', 'b'].map((id) => ({ ...aConversation({ id }), activityAt: 1 })))
  await db.drafts.put({ conversationId: 'a', text: 'Begun', caret: 5, updatedAt: 1 })
  await sendMessage(db, { conversationId: 'b', content: 'Not sent yet' })
  const held = await readHeld(db)
  expect(held).toMatchObject({ conversations: 2, drafts: 1, unsent: { waiting: { messages: 1 } } })
  db.close()
  expect(await readHeldElsewhere(db.name)).toEqual(held)
})

it('one of which nothing was ever read holds nothing, and is not made by asking', async () => {
  db = aDatabase()
  expect(await readHeldElsewhere('never-opened')).toBeNull()
  expect(await Dexie.exists('never-opened')).toBe(false)
})

it('a new key shows itself by a conversation that the server has', async () => {
  db = aDatabase()
  await startConversation(db, { channel: 'sms', customerPhone: '+15551234567' })
  expect(await findServerId(db)).toBeNull()
  await db.conversations.add({ ...aConversation({ id: 'conv_9' }), activityAt: 1 })
  expect(await findServerId(db)).toBe('conv_9')
})
