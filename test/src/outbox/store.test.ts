import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { applyPage } from '../../../src/db/cache.ts'
import type { Database } from '../../../src/db/database.ts'
import { sendMessage, startConversation } from '../../../src/outbox/intents.ts'
import { listOps, readOpFacts, writeIfUnchanged } from '../../../src/outbox/store.ts'
import type { Conversation } from '../../../src/shared/model.ts'
import { aDatabase } from '../../support/builders.ts'

let db: Database
beforeEach(() => {
  db = aDatabase()
})
afterEach(() => db.delete())

const NOW = { askedAt: 10_000, now: 10_000 }

const KNOWN: readonly Conversation[] = [
  { id: 'same', channel: 'sms', customerPhone: '+1 (555) 123-4567' },
  { id: 'same-elsewhere', channel: 'whatsapp', customerPhone: '15551234567', customerEmail: 'ana@x.com' },
  { id: 'by-email', channel: 'email', customerEmail: ' Ana@X.com' },
  { id: 'untold', channel: 'sms' },
  { id: 'untold-email', channel: 'email' },
  { id: 'untold-at-all' },
  { id: 'instagram', channel: 'instagram', customerId: 'cu' },
  { id: 'other', channel: 'sms', customerPhone: '+15550000000' },
]

async function knownTo(asked: Parameters<typeof startConversation>[1]): Promise<readonly string[]> {
  await startConversation(db, asked)
  const [op] = await listOps(db)
  if (op === undefined) expect.fail('nothing waits')
  const { facts } = await readOpFacts(db, op)
  return [...(facts?.knownIds ?? [])].toSorted()
}

describe('what a create must not take for its own', () => {
  it('is whatever has the same number, however written, and what of its channel has told no contact', async () => {
    await applyPage(db, KNOWN, NOW)
    expect(await knownTo({ channel: 'sms', customerPhone: '+15551234567' })).toEqual([
      ...['same', 'same-elsewhere', 'untold', 'untold-at-all'],
    ])
  })

  it('goes by the address where it is begun by one', async () => {
    await applyPage(db, KNOWN, NOW)
    expect(await knownTo({ channel: 'email', customerEmail: 'ana@x.com' })).toEqual([
      ...['by-email', 'same-elsewhere', 'untold-at-all', 'untold-email'],
    ])
  })

  it('has the server’s id of what was begun here', async () => {
    await db.conversations.add({
      ...{ id: 'local-1', serverId: 'c9', channel: 'sms', activityAt: 1 },
      customerPhone: '+1 555 123 4567',
    })
    expect(await knownTo({ channel: 'sms', customerPhone: '+15551234567' })).toEqual(['c9'])
  })
})

it('a lane is given what waits in its own conversation, in its order, and nothing of the others', async () => {
  for (const content of ['one', 'two']) {
    for (const conversationId of ['conv_1', 'conv_2']) await sendMessage(db, { conversationId, content })
  }
  const [op] = await listOps(db)
  if (op === undefined) expect.fail('nothing waits')
  const own = [
    { conversationId: 'conv_1', intent: { content: 'one' } },
    { conversationId: 'conv_1', intent: { content: 'two' } },
  ]
  expect((await readOpFacts(db, op)).ops).toMatchObject(own)
  expect((await writeIfUnchanged(db, op, { state: 'sending' }, true)).ops).toMatchObject(own)
})
