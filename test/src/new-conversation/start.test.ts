import { beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../../../src/db/database.ts'
import type { Form } from '../../../src/new-conversation/form.ts'
import { addToDraft, checkForm, firstMessageOf, startFrom } from '../../../src/new-conversation/start.ts'
import { aDatabase } from '../../support/builders.ts'

let db: Database
beforeEach(() => {
  db = aDatabase()
})

function aForm(fields: Partial<Form> = {}): Form {
  return { to: '(555) 123-4567', channel: null, channelFor: '', name: '', nameFor: '', message: '', ...fields }
}

const TO_ANA = { channel: 'sms', address: '+15551234567', name: '', content: '' } as const

async function intents(): Promise<readonly unknown[]> {
  return (await db.outbox.orderBy('seq').toArray()).map((op) => op.intent)
}

describe('checkForm', () => {
  it.each<[Partial<Form>, string | null, string, string | null]>([
    [{}, null, 'sms', 'phone'],
    [{}, 'whatsapp', 'whatsapp', 'phone'],
    // An e-mail conversation says nothing about numbers.
    [{}, 'email', 'sms', 'phone'],
    [{ channel: 'voice' }, 'whatsapp', 'voice', 'phone'],
    [{ channel: 'email' }, null, 'sms', 'phone'],
    [{ to: 'ana@example.com', channel: 'sms' }, null, 'email', 'email'],
    [{ to: 'wa.me/15551234567' }, null, 'whatsapp', 'phone'],
    [{ to: 'wa.me/15551234567', channel: 'sms' }, null, 'sms', 'phone'],
    [{ to: '+15551234567', channel: 'whatsapp', channelFor: '+15551234567' }, 'sms', 'whatsapp', 'phone'],
    // The suggestion was for another customer.
    [{ to: '+15551234568', channel: 'whatsapp', channelFor: '+15551234567' }, 'sms', 'sms', 'phone'],
    [{ to: '', channel: 'whatsapp', channelFor: '+15551234567' }, null, 'sms', null],
    [{ to: 'Ana' }, null, 'sms', null],
    [{ to: '', channel: 'whatsapp' }, null, 'whatsapp', null],
    [{ to: 'ana@example.com' }, 'telegram', 'email', 'email'],
  ])('%j, used on %j, is for %s', (fields, used, channel, kind) => {
    expect(checkForm(aForm(fields), 'en-US', used)).toMatchObject({ channel, kind })
  })

  it.each<[string, RegExp]>([
    ['', /^Enter a name, a number or an email address$/],
    ['Ana', /^No customer on this device has this name/],
    ['a@b.co, c@d.co', /^Enter one recipient only$/],
    ['12345', /too short\. Enter a full number with country code, such as \+49 30 123456$/],
    ['ana@example', /^Enter a full email address/],
  ])('refuses %j', (to, problem) => {
    const { check } = checkForm(aForm({ to }), 'en-US')
    expect(check.ok ? '' : check.problem).toMatch(problem)
  })

  it('takes the name beside the address', () => {
    expect(checkForm(aForm({ to: 'Ana Bell <ana@example.com>' }), 'en-US')).toMatchObject({
      name: 'Ana Bell',
      check: { ok: true, value: 'ana@example.com' },
    })
  })
})

describe('startFrom', () => {
  it('queues the creation and then the first message', async () => {
    await startFrom(db, { ...TO_ANA, name: '  Ana \n Petrović ', content: ' Hello\nAna ' })
    expect(await intents()).toEqual([
      { kind: 'create', channel: 'sms', customerPhone: '+15551234567', customerName: 'Ana Petrović' },
      { kind: 'send', content: ' Hello\nAna ', seenMessageId: null },
    ])
  })

  it('leaves out empty fields', async () => {
    await startFrom(db, { ...TO_ANA, channel: 'email', address: 'ana@example.com', content: '  ' })
    expect(await intents()).toEqual([{ kind: 'create', channel: 'email', customerEmail: 'ana@example.com' }])
  })

  it('skips an invisible first message and normalizes others to NFC', async () => {
    const toMail = { ...TO_ANA, channel: 'email' } as const
    await startFrom(db, { ...toMail, address: 'ana@example.com', content: '\u2800\u200e' })
    await startFrom(db, { ...toMail, address: 'ben@example.com', content: 'Cafe\u0301\r\n' })
    expect(await intents()).toEqual([
      { kind: 'create', channel: 'email', customerEmail: 'ana@example.com' },
      { kind: 'create', channel: 'email', customerEmail: 'ben@example.com' },
      { kind: 'send', content: 'Café\n', seenMessageId: null },
    ])
  })

  it('rejects a first message that is too long', async () => {
    await expect(startFrom(db, { ...TO_ANA, content: 'x'.repeat(100_001) })).rejects.toThrow(/too long/)
    expect(await intents()).toEqual([])
  })
})

it('firstMessageOf has no message for a call, even when one was typed for another channel', () => {
  expect([firstMessageOf({ message: 'Hello' }, 'voice'), firstMessageOf({ message: 'Hello' }, 'sms')]).toEqual([
    '',
    'Hello',
  ])
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
