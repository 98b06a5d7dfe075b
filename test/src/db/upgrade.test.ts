import Dexie from 'dexie'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { addressKeys } from '../../../src/db/customer-key.ts'
import { readCustomer, readNote } from '../../../src/db/customer-queries.ts'
import { type Database, makeDatabase, SCHEMA_VERSION } from '../../../src/db/database.ts'
import { openDatabase } from '../../../src/db/open-database.ts'
import { ANY_TIME } from '../../support/builders.ts'

/** The indexes that three early builds created, all as version 1. */
const EARLY = ['id, &serverId', 'id, &serverId, customerId', 'id, &serverId, *customerKeys']
/** More than one chunk, with an incomplete last one. */
const MANY = 2_345
const OTHERS = {
  threads: [
    { conversationId: 'conv_1', messages: [{ id: 'm1', sender: 'customer', content: 'Hi', sentAt: 1 }], readAt: 2 },
  ],
  outbox: [{ seq: 7, id: 'o1', conversationId: 'conv_1', intent: { kind: 'close' }, state: 'queued', attempts: [] }],
  drafts: [{ conversationId: 'conv_1', text: 'Half a sen', caret: 10, updatedAt: 3 }],
  claims: [{ messageId: 'm0', opId: 'o0', conversationId: 'conv_1' }],
  seen: [{ conversationId: 'conv_1', lastMessage: 'Hi', seenAt: 3 }],
  meta: [{ name: 'installId', value: 'this one' }],
}

let name: string
let count = 0
let db: Database

/** A browser whose timers never fire. */
const BROWSER = { list: () => indexedDB.databases(), after: () => () => {} }

beforeEach(() => {
  count += 1
  name = `upgrade-${count}`
  db = makeDatabase(name, undefined, ANY_TIME)
  // Dexie warns about tables that were added without a new version.
  vi.spyOn(console, 'warn').mockImplementation(() => {})
})

afterEach(async () => {
  db.close()
  await Dexie.delete(name)
  vi.restoreAllMocks()
})

/** Two conversations per customer, with the number in two spellings. */
function anEarlyRow(index: number): object {
  const number = String(Math.floor(index / 2)).padStart(7, '0')
  const customerPhone = index % 2 === 0 ? `+1555${number}` : `+1 (555) ${number}`
  return { id: `conv_${index}`, channel: 'sms', status: 'open', customerPhone, timestamp: index, activityAt: index }
}

/** A database of an early build. Later builds with the same version added missing tables, which raised the browser's version. */
async function makeEarly(conversations: string): Promise<void> {
  const stores = {
    threads: 'conversationId',
    outbox: '++seq, &id, conversationId',
    drafts: 'conversationId',
    claims: 'messageId, conversationId',
    seen: 'conversationId',
    meta: 'name',
  }
  const early = new Dexie(name)
  early.version(1).stores({ ...stores, conversations })
  await early.table('conversations').bulkAdd(Array.from({ length: MANY }, (_, index) => anEarlyRow(index)))
  for (const [table, rows] of Object.entries(OTHERS)) await early.table(table).bulkAdd(rows)
  early.close()
  const later = new Dexie(name)
  later.version(1).stores({ ...stores, conversations: 'id, &serverId, *customerKeys', flags: 'conversationId' })
  await later.open()
  later.close()
}

describe.each(EARLY)('a database of an early build with the index %s', (conversations) => {
  it('finds every customer’s other conversations after opening, and changes nothing else', async () => {
    await makeEarly(conversations)
    expect(await openDatabase(db, BROWSER)).toBe('open')
    for (const index of [0, 999, 1_000, 1_001, MANY - 2]) {
      const pair = [index - (index % 2), index - (index % 2) + 1].map((number) => `conv_${number}`)
      const customer = await readCustomer(db, `conv_${index}`)
      expect(customer?.conversations.map(({ id }) => id).toSorted()).toEqual(pair.toSorted())
    }
    const rows = await db.conversations.toArray()
    const expected = Array.from({ length: MANY }, (_, index) => ({
      ...anEarlyRow(index),
      customerKeys: [`phone 1555${String(Math.floor(index / 2)).padStart(7, '0')}`],
    }))
    const byId = (a: { readonly id: string }, b: { readonly id: string }) => (a.id < b.id ? -1 : 1)
    expect(rows).toEqual((expected as unknown as typeof rows).toSorted(byId))
    const { meta, ...others } = OTHERS
    for (const [table, kept] of Object.entries(others)) expect(await db.table(table).toArray()).toEqual(kept)
    expect(await db.meta.toArray()).toEqual([...meta, { name: 'schema', value: SCHEMA_VERSION }])
  })

  it('is unchanged after an interrupted upgrade, and is upgraded at the next opening', async () => {
    await makeEarly(conversations)
    const opening = openDatabase(db, BROWSER)
    await new Promise<void>((resolve) => {
      const put = IDBObjectStore.prototype.put
      vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...row) {
        resolve()
        return put.apply(this, row)
      })
    })
    db.close()
    expect(await opening).toBe('unopenable')
    const raw = await new Dexie(name).open()
    expect(Math.floor(raw.backendDB().version / 10)).toBe(1)
    expect((await raw.table('conversations').toArray()).filter((row) => 'customerKeys' in row)).toEqual([])
    raw.close()
    const again = makeDatabase(name, undefined, ANY_TIME)
    expect(await openDatabase(again, BROWSER)).toBe('open')
    expect(await again.conversations.where('customerKeys').equals('phone 15550000000').count()).toBe(2)
    again.close()
  })
})

describe('a database of version 2, with addresses compared by ASCII digits', () => {
  const ROWS = [
    { id: 'a', customerPhone: '+551180000001', customerKeys: ['phone 551180000001'] },
    { id: 'b', customerPhone: '+5511980000001', customerKeys: ['phone 5511980000001'] },
    { id: 'c', customerPhone: '+۹۸۹۱۲۰۰۰۰۰۰۱', customerKeys: [] },
    { id: 'd', customerPhone: '+989120000001', customerKeys: ['phone 989120000001'] },
    { id: 'e', customerEmail: 'info@münchen.example', customerKeys: ['email info@münchen.example'] },
    { id: 'f', customerPhone: '030 1234567', customerKeys: ['phone 0301234567'] },
    { id: 'g', customerId: 'cu', customerPhone: '+15550100199', customerKeys: ['id cu', 'phone 15550100199'] },
  ]
  const NOTES = [
    { customerKey: 'phone 551180000001', text: 'Old form', updatedAt: 1 },
    { customerKey: 'phone 5511980000001', text: 'New form', updatedAt: 2 },
    { customerKey: 'email info@münchen.example', text: 'Own script', updatedAt: 3 },
    { customerKey: 'phone 0301234567', text: 'National', updatedAt: 4 },
    { customerKey: 'id cu', text: 'By id', updatedAt: 5 },
    { customerKey: 'conversation g', text: 'By conversation', updatedAt: 6 },
    // Notes whose conversations are no longer on this device.
    { customerKey: 'phone 5215520000001', text: 'Gone, old form', updatedAt: 7 },
    { customerKey: 'email ana@example.com\u200b', text: 'Gone, marked', updatedAt: 8 },
    { customerKey: 'phone 4512345678', text: 'Gone, short', updatedAt: 9 },
  ]

  beforeEach(async () => {
    const before = new Dexie(name)
    before.version(2).stores({
      conversations: 'id, &serverId, *customerKeys',
      threads: 'conversationId',
      outbox: '++seq, &id, conversationId',
      drafts: 'conversationId',
      draftVersions: 'conversationId',
      snippets: 'id',
      notes: 'customerKey',
      claims: 'messageId, conversationId',
      seen: 'conversationId',
      flags: 'conversationId',
      journal: '++seq, stepId',
      meta: 'name',
    })
    await before.table('conversations').bulkAdd(ROWS.map((row) => ({ ...row, channel: 'sms', activityAt: 1 })))
    await before.table('notes').bulkAdd(NOTES)
    await before.table('meta').add({ name: 'schema', value: 2 })
    before.close()
  })

  it('finds every spelling of an address and every note after opening', async () => {
    expect(await openDatabase(db, BROWSER)).toBe('open')
    const notesOf = async (id: string) => (await readNote(db, (await readCustomer(db, id))?.keys ?? []))?.split('\n\n')
    const idsOf = async (id: string) =>
      (await readCustomer(db, id))?.conversations.map((conversation) => conversation.id).toSorted()
    expect(await idsOf('a')).toEqual(['a', 'b'])
    expect(await idsOf('d')).toEqual(['c', 'd'])
    expect((await notesOf('a'))?.toSorted()).toEqual(['New form', 'Old form'])
    expect((await notesOf('b'))?.toSorted()).toEqual(['New form', 'Old form'])
    expect(await notesOf('e')).toEqual(['Own script'])
    expect(await notesOf('f')).toEqual(['National'])
    expect((await notesOf('g'))?.toSorted()).toEqual(['By conversation', 'By id'])
    expect(await readNote(db, addressKeys({ customerPhone: '+52 55 2000 0001' }))).toBe('Gone, old form')
    expect(await readNote(db, addressKeys({ customerEmail: 'ana@example.com' }))).toBe('Gone, marked')
    expect(await readNote(db, addressKeys({ customerPhone: '+45 12 34 56 78' }))).toBe('Gone, short')
  })

  it('keeps the text of every note, also after it is opened again', async () => {
    await openDatabase(db, BROWSER)
    db.close()
    const again = makeDatabase(name)
    expect(await openDatabase(again, BROWSER)).toBe('open')
    const texts = (await again.notes.toArray()).map((note) => note.text).join('\n\n')
    for (const { text } of NOTES) expect(texts).toContain(text)
    again.close()
  })
})
