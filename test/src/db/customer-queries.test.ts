import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { applyPage, applyThread } from '../../../src/db/cache.ts'
import { readCustomer, readNote } from '../../../src/db/customer-queries.ts'
import type { Database } from '../../../src/db/database.ts'
import { saveNote } from '../../../src/db/notes.ts'
import { closeConversation, renameCustomer } from '../../../src/outbox/intents.ts'
import { startConversation } from '../../../src/outbox/send.ts'
import type { Conversation } from '../../../src/shared/model.ts'
import { aConversation, aDatabase, aMessage } from '../../support/builders.ts'

let db: Database
beforeEach(() => {
  db = aDatabase()
})
afterEach(() => db.delete())

const NOW = { askedAt: 10_000, now: 10_000 }

async function receive(...conversations: readonly Conversation[]): Promise<void> {
  await applyPage(db, conversations, NOW)
}

async function idsOf(conversationId: string): Promise<readonly string[] | undefined> {
  return (await readCustomer(db, conversationId))?.conversations.map(({ id }) => id)
}

describe('readCustomer', () => {
  it('returns all conversations of the customer id on all channels, newest first, and no others', async () => {
    await receive(
      aConversation({ id: 'a', customerId: 'cu', timestamp: 1_000 }),
      aConversation({ id: 'b', customerId: 'cu', channel: 'email', customerEmail: 'ana@x.com', timestamp: 3_000 }),
      aConversation({ id: 'c', customerId: 'other', timestamp: 2_000 }),
    )
    expect(await idsOf('a')).toEqual(['b', 'a'])
    expect(await idsOf('c')).toEqual(['c'])
  })

  it('matches a customer without an id by phone number or e-mail address, in any spelling', async () => {
    const none = { customerPhone: '+1 (555) 123-4567' }
    await receive(
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
  ])('treats %s and %s as one customer, even with two server ids', async (phone, otherSpelling) => {
    await receive(
      aConversation({ id: 'a', customerId: 'cu1', customerPhone: phone, channel: 'whatsapp' }),
      aConversation({ id: 'b', customerId: 'cu2', customerPhone: otherSpelling }),
      { id: 'c', customerId: 'cu2', channel: 'email', customerEmail: 'ana@example.com' },
      { id: 'd', channel: 'sms', customerPhone: otherSpelling },
      aConversation({ id: 'e', customerId: 'cu3', customerPhone: '+551133334444' }),
    )
    await saveNote(db, { keys: (await readCustomer(db, 'c'))?.keys ?? [], text: 'Calls at noon' })
    for (const id of ['a', 'b', 'c']) {
      expect((await idsOf(id))?.toSorted()).toEqual(['a', 'b', 'c', 'd'])
      expect(await readNote(db, (await readCustomer(db, id))?.keys ?? [])).toBe('Calls at noon')
    }
    expect(await idsOf('e')).toEqual(['e'])
  })

  it('returns only the conversation itself for a customer without an id and address', async () => {
    await receive(
      { id: 'a', channel: 'instagram', customerName: 'Ana' },
      { id: 'b', channel: 'instagram', customerName: 'Ana' },
    )
    expect(await idsOf('a')).toEqual(['a'])
  })

  it('matches by the current address, not by an earlier one', async () => {
    await receive(aConversation({ id: 'a', customerPhone: '+15551234567' }), { id: 'b', channel: 'instagram' })
    await receive({ id: 'b', customerPhone: '+1 555 123 4567' })
    expect((await idsOf('a'))?.toSorted()).toEqual(['a', 'b'])
    await receive({ id: 'b', customerPhone: '+15550000000' })
    expect(await idsOf('a')).toEqual(['a'])
  })

  it('applies the outbox: a new name, a close, a conversation begun here', async () => {
    await receive(aConversation({ id: 'a', customerId: 'cu' }))
    await renameCustomer(db, { conversationId: 'a', customerName: 'Anna' })
    await closeConversation(db, { conversationId: 'a' })
    const begun = await startConversation(db, { channel: 'whatsapp', customerPhone: '+1 555 123 4567' })
    const customer = await readCustomer(db, 'a')
    expect(customer?.conversation).toMatchObject({ name: 'Anna', status: 'closed' })
    expect(customer?.conversations.map(({ id }) => id).toSorted()).toEqual(['a', begun].toSorted())
    expect((await idsOf(begun))?.toSorted()).toEqual(['a', begun].toSorted())
  })

  it('takes the first message on this device as first contact', async () => {
    await receive(aConversation({ id: 'a', customerId: 'cu', timestamp: 5_000 }))
    const messages = [aMessage({ sentAt: 2_000 }), aMessage({ id: 'm2', sentAt: 5_000 })]
    const detail = { conversation: aConversation({ id: 'a', customerId: 'cu' }), messages, serverAt: null }
    await applyThread(db, 'a', detail, NOW)
    expect(await readCustomer(db, 'a')).toMatchObject({ firstSeenAt: 2_000, messages: 2 })
  })
})

describe('customer notes', () => {
  it('are stored once and found by any key of the customer', async () => {
    await saveNote(db, { keys: ['phone 1', 'conversation a'], text: 'Calls at noon' })
    expect(await readNote(db, ['id cu', 'phone 1'])).toBe('Calls at noon')
    // The server has assigned an id in the meantime.
    await saveNote(db, { keys: ['id cu', 'phone 1'], text: 'Calls at one' })
    expect(await readNote(db, ['phone 1'])).toBeNull()
    expect(await readNote(db, ['id cu'])).toBe('Calls at one')
  })

  it('are joined when two customers turn out to be one', async () => {
    await saveNote(db, { keys: ['phone 1'], text: 'Calls at noon' })
    await saveNote(db, { keys: ['email a'], text: 'Likes tea' })
    expect(await readNote(db, ['id cu', 'phone 1', 'email a'])).toBe('Calls at noon\n\nLikes tea')
  })

  it('are deleted when empty', async () => {
    await saveNote(db, { keys: ['id cu'], text: 'Calls at noon' })
    await saveNote(db, { keys: ['id cu'], text: '  ' })
    expect(await readNote(db, ['id cu'])).toBeNull()
    expect(await db.notes.count()).toBe(0)
  })

  it('have keys for a customer begun here and for one with an id', async () => {
    await receive(aConversation({ id: 'a', customerId: 'cu', customerEmail: 'Ana@X.com' }))
    expect((await readCustomer(db, 'a'))?.keys).toEqual([
      'id cu',
      'phone 15551234567',
      'email ana@x.com',
      'conversation a',
    ])
  })
})
