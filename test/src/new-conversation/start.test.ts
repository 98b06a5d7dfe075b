import { beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../../../src/db/database.ts'
import type { Form } from '../../../src/new-conversation/form.ts'
import { addToDraft, checkForm, startFrom } from '../../../src/new-conversation/start.ts'
import { aDatabase } from '../../support/builders.ts'

let db: Database
beforeEach(() => {
  db = aDatabase()
})

function aForm(fields: Partial<Form> = {}): Form {
  return {
    channel: 'sms',
    phone: '(555) 123-4567',
    email: 'ana@example.com',
    name: '',
    message: '',
    ...fields,
  }
}

async function intents(): Promise<readonly unknown[]> {
  return (await db.outbox.orderBy('seq').toArray()).map((op) => op.intent)
}

describe('startFrom', () => {
  it('checks the address that the channel needs', () => {
    expect(checkForm(aForm(), 'en-US')).toMatchObject({ ok: true, value: '+15551234567' })
    expect(checkForm(aForm({ channel: 'email' }), 'en-US')).toMatchObject({ ok: true, value: 'ana@example.com' })
    expect(checkForm(aForm({ channel: 'voice', phone: '' }), 'en-US')).toMatchObject({ ok: false })
  })

  it('queues the creation and then the first message', async () => {
    await startFrom(db, aForm({ name: '  Ana \n Petrović ', message: ' Hello\nAna ' }), '+15551234567')
    expect(await intents()).toEqual([
      { kind: 'create', channel: 'sms', customerPhone: '+15551234567', customerName: 'Ana Petrović' },
      { kind: 'send', content: ' Hello\nAna ', seenMessageId: null },
    ])
  })

  it('leaves out empty fields', async () => {
    await startFrom(db, aForm({ channel: 'email', message: '  ' }), 'ana@example.com')
    expect(await intents()).toEqual([{ kind: 'create', channel: 'email', customerEmail: 'ana@example.com' }])
  })

  it('skips an invisible first message and normalizes others to NFC', async () => {
    await startFrom(db, aForm({ channel: 'email', message: '\u2800\u200e' }), 'ana@example.com')
    await startFrom(db, aForm({ channel: 'email', message: 'Cafe\u0301\r\n' }), 'ben@example.com')
    expect(await intents()).toEqual([
      { kind: 'create', channel: 'email', customerEmail: 'ana@example.com' },
      { kind: 'create', channel: 'email', customerEmail: 'ben@example.com' },
      { kind: 'send', content: 'Café\n', seenMessageId: null },
    ])
  })

  it('rejects a first message that is too long', async () => {
    await expect(startFrom(db, aForm({ message: 'x'.repeat(100_001) }), '+15551234567')).rejects.toThrow(/too long/)
    expect(await intents()).toEqual([])
  })

  it('starts a call without a message, even when one was typed for another channel', async () => {
    await startFrom(db, aForm({ channel: 'voice', message: 'Hello' }), '+15551234567')
    expect(await intents()).toEqual([{ kind: 'create', channel: 'voice', customerPhone: '+15551234567' }])
  })
})

describe('addToDraft', () => {
  it('creates the draft', async () => {
    await addToDraft(db, 'conv_1', 'Hello')
    expect(await db.drafts.get('conv_1')).toMatchObject({ text: 'Hello', caret: 5 })
  })

  it('appends to an existing draft', async () => {
    await addToDraft(db, 'conv_1', 'Hello')
    await addToDraft(db, 'conv_1', 'Ana')
    expect(await db.drafts.get('conv_1')).toMatchObject({ text: 'Hello\nAna' })
  })

  it('keeps the draft when the text is empty', async () => {
    await addToDraft(db, 'conv_1', ' \n')
    expect(await db.drafts.get('conv_1')).toBeUndefined()
  })
})
