import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { applyPage, applyThread } from '../../../src/db/cache.ts'
import { readCustomer, readNote } from '../../../src/db/customer-queries.ts'
import type { Database } from '../../../src/db/database.ts'
import { saveNote } from '../../../src/db/notes.ts'
import { closeConversation, renameCustomer, startConversation } from '../../../src/outbox/intents.ts'
import type { Conversation } from '../../../src/shared/model.ts'
import { aConversation, aDatabase, aMessage } from '../../support/builders.ts'

let db: Database
beforeEach(() => {
  db = aDatabase()
})
afterEach(() => db.delete())

const NOW = { askedAt: 10_000, now: 10_000 }

async function told(...conversations: readonly Conversation[]): Promise<void> {
  await applyPage(db, conversations, NOW)
}

async function idsOf(conversationId: string): Promise<readonly string[] | undefined> {
  return (await readCustomer(db, conversationId))?.conversations.map(({ id }) => id)
}

describe('a customer', () => {
  it('has all conversations of their id over all channels, the newest first, and nobody else’s', async () => {
    await told(
      aConversation({ id: 'a', customerId: 'cu', timestamp: 1_000 }),
      aConversation({ id: 'b', customerId: 'cu', channel: 'email', customerEmail: 'ana@x.com', timestamp: 3_000 }),
      aConversation({ id: 'c', customerId: 'other', timestamp: 2_000 }),
    )
    expect(await idsOf('a')).toEqual(['b', 'a'])
    expect(await idsOf('c')).toEqual(['c'])
  })

  it('without an id is known by number or address, however written', async () => {
    const none = { customerPhone: '+1 (555) 123-4567' }
    await told(
      aConversation({ id: 'a', ...none }),
      aConversation({ id: 'b', customerPhone: '+15551234567', channel: 'whatsapp' }),
      aConversation({ id: 'c', customerPhone: '+15550000000' }),
    )
    expect((await idsOf('a'))?.toSorted()).toEqual(['a', 'b'])
    expect(await idsOf('nowhere')).toBeUndefined()
  })

  it.each([
    ['+551180000001', '+5511980000001'],
    ['+5215500000001', '+525500000001'],
    ['+989120000001', '+۹۸۹۱۲۰۰۰۰۰۰۱'],
  ])('is one person under %s and %s, also where the server took them for two', async (one, other) => {
    await told(
      aConversation({ id: 'a', customerId: 'cu1', customerPhone: one, channel: 'whatsapp' }),
      aConversation({ id: 'b', customerId: 'cu2', customerPhone: other }),
      { id: 'c', customerId: 'cu2', channel: 'email', customerEmail: 'ana@example.com' },
      { id: 'd', channel: 'sms', customerPhone: other },
      aConversation({ id: 'e', customerId: 'cu3', customerPhone: '+551133334444' }),
    )
    await saveNote(db, { keys: (await readCustomer(db, 'c'))?.keys ?? [], text: 'Calls at noon' })
    for (const id of ['a', 'b', 'c']) {
      expect((await idsOf(id))?.toSorted()).toEqual(['a', 'b', 'c', 'd'])
      expect(await readNote(db, (await readCustomer(db, id))?.keys ?? [])).toBe('Calls at noon')
    }
    expect(await idsOf('e')).toEqual(['e'])
  })

  it('without an id, a number or an address is alone with their conversation', async () => {
    await told(
      { id: 'a', channel: 'instagram', customerName: 'Ana' },
      { id: 'b', channel: 'instagram', customerName: 'Ana' },
    )
    expect(await idsOf('a')).toEqual(['a'])
  })

  it('is found by what the server says of them now, not by what it said before', async () => {
    await told(aConversation({ id: 'a', customerPhone: '+15551234567' }), { id: 'b', channel: 'instagram' })
    await told({ id: 'b', customerPhone: '+1 555 123 4567' })
    expect((await idsOf('a'))?.toSorted()).toEqual(['a', 'b'])
    await told({ id: 'b', customerPhone: '+15550000000' })
    expect(await idsOf('a')).toEqual(['a'])
  })

  it('has what waits in the outbox: a name, a closing, a conversation just begun', async () => {
    await told(aConversation({ id: 'a', customerId: 'cu' }))
    await renameCustomer(db, { conversationId: 'a', customerName: 'Anna' })
    await closeConversation(db, { conversationId: 'a' })
    const begun = await startConversation(db, { channel: 'whatsapp', customerPhone: '+1 555 123 4567' })
    const customer = await readCustomer(db, 'a')
    expect(customer?.conversation).toMatchObject({ name: 'Anna', status: 'closed' })
    expect(customer?.conversations.map(({ id }) => id).toSorted()).toEqual(['a', begun].toSorted())
    expect((await idsOf(begun))?.toSorted()).toEqual(['a', begun].toSorted())
  })

  it('was first seen with their first message on this device', async () => {
    await told(aConversation({ id: 'a', customerId: 'cu', timestamp: 5_000 }))
    const messages = [aMessage({ sentAt: 2_000 }), aMessage({ id: 'm2', sentAt: 5_000 })]
    const detail = { conversation: aConversation({ id: 'a', customerId: 'cu' }), messages, serverAt: null }
    await applyThread(db, 'a', detail, NOW)
    expect(await readCustomer(db, 'a')).toMatchObject({ firstSeenAt: 2_000, messages: 2 })
  })
})

describe('a note about a customer', () => {
  it('is kept once, and found by whatever is known of them', async () => {
    await saveNote(db, { keys: ['phone 1', 'conversation a'], text: 'Calls at noon' })
    expect(await readNote(db, ['id cu', 'phone 1'])).toBe('Calls at noon')
    // The server has made them a customer with an id meanwhile.
    await saveNote(db, { keys: ['id cu', 'phone 1'], text: 'Calls at one' })
    expect(await readNote(db, ['phone 1'])).toBeNull()
    expect(await readNote(db, ['id cu'])).toBe('Calls at one')
  })

  it('of one who was two before holds what was written about both', async () => {
    await saveNote(db, { keys: ['phone 1'], text: 'Calls at noon' })
    await saveNote(db, { keys: ['email a'], text: 'Likes tea' })
    expect(await readNote(db, ['id cu', 'phone 1', 'email a'])).toBe('Calls at noon\n\nLikes tea')
  })

  it('that is empty is none', async () => {
    await saveNote(db, { keys: ['id cu'], text: 'Calls at noon' })
    await saveNote(db, { keys: ['id cu'], text: '  ' })
    expect(await readNote(db, ['id cu'])).toBeNull()
    expect(await db.notes.count()).toBe(0)
  })

  it('has keys for a customer begun here and for one with an id', async () => {
    await told(aConversation({ id: 'a', customerId: 'cu', customerEmail: 'Ana@X.com' }))
    expect((await readCustomer(db, 'a'))?.keys).toEqual([
      'id cu',
      'phone 15551234567',
      'email ana@x.com',
      'conversation a',
    ])
  })
})
