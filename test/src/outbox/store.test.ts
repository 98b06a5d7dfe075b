import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { applyPage } from '../../../src/db/cache.ts'
import type { Database } from '../../../src/db/database.ts'
import { sendMessage, startConversation } from '../../../src/outbox/send.ts'
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
  { id: 'unknown-contact', channel: 'sms' },
  { id: 'unknown-contact-email', channel: 'email' },
  { id: 'unknown-contact-at-all' },
  { id: 'instagram', channel: 'instagram', customerId: 'cu' },
  { id: 'other', channel: 'sms', customerPhone: '+15550000000' },
]

async function knownIdsFor(wanted: Parameters<typeof startConversation>[1]): Promise<readonly string[]> {
  await startConversation(db, wanted)
  const [op] = await listOps(db)
  if (op === undefined) expect.fail('nothing waits')
  const { facts } = await readOpFacts(db, op)
  return [...(facts?.knownIds ?? [])].toSorted()
}

describe('the knownIds of a create', () => {
  it('are conversations with the same number in any format, and those on its channel without a known contact', async () => {
    await applyPage(db, KNOWN, NOW)
    expect(await knownIdsFor({ channel: 'sms', customerPhone: '+15551234567' })).toEqual([
      ...['same', 'same-elsewhere', 'unknown-contact', 'unknown-contact-at-all'],
    ])
  })

  it('are found by e-mail address when the create has one', async () => {
    await applyPage(db, KNOWN, NOW)
    expect(await knownIdsFor({ channel: 'email', customerEmail: 'ana@x.com' })).toEqual([
      ...['by-email', 'same-elsewhere', 'unknown-contact-at-all', 'unknown-contact-email'],
    ])
  })

  it('contain the server’s id of a conversation that was started here', async () => {
    await db.conversations.add({
      ...{ id: 'local-1', serverId: 'c9', channel: 'sms', activityAt: 1 },
      customerPhone: '+1 555 123 4567',
    })
    expect(await knownIdsFor({ channel: 'sms', customerPhone: '+15551234567' })).toEqual(['c9'])
  })
})

it('readOpFacts and writeIfUnchanged return only the ops of the conversation, in order', async () => {
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
