import Dexie from 'dexie'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { readCustomer } from '../../../src/db/customer-queries.ts'
import { type Database, makeDatabase } from '../../../src/db/database.ts'
import { openDatabase } from '../../../src/db/open-database.ts'
import { ANY_TIME } from '../../support/builders.ts'

/** What three early builds made, each under version 1: the index came later than the number says. */
const EARLY = ['id, &serverId', 'id, &serverId, customerId', 'id, &serverId, *customerKeys']
/** More than are written at once, and not a round number of times. */
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

/** A browser whose time never passes. */
const BROWSER = { list: () => indexedDB.databases(), after: () => () => {} }

beforeEach(() => {
  count += 1
  name = `upgrade-${count}`
  db = makeDatabase(name, undefined, ANY_TIME)
  // Dexie tells of tables that were added under the same number.
  vi.spyOn(console, 'warn').mockImplementation(() => {})
})

afterEach(async () => {
  db.close()
  await Dexie.delete(name)
  vi.restoreAllMocks()
})

/** Every two conversations are of one customer, whose number is written in two ways. */
function anEarlyRow(index: number): object {
  const number = String(Math.floor(index / 2)).padStart(7, '0')
  const customerPhone = index % 2 === 0 ? `+1555${number}` : `+1 (555) ${number}`
  return { id: `conv_${index}`, channel: 'sms', status: 'open', customerPhone, timestamp: index, activityAt: index }
}

/** As an early build left it. Later ones of the same number added to it what they missed, which the browser counts. */
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

describe.each(EARLY)('a database of an early build, whose conversations have %s', (conversations) => {
  it('opens with every customer’s other conversations found, and nothing else in it changed', async () => {
    await makeEarly(conversations)
    expect(await openDatabase(db, BROWSER)).toBe('open')
    for (const index of [0, 999, 1_000, 1_001, MANY - 2]) {
      const pair = [index - (index % 2), index - (index % 2) + 1].map((one) => `conv_${one}`)
      const customer = await readCustomer(db, `conv_${index}`)
      expect(customer?.conversations.map(({ id }) => id).toSorted()).toEqual(pair.toSorted())
    }
    const rows = await db.conversations.toArray()
    const expected = Array.from({ length: MANY }, (_, index) => ({
      ...anEarlyRow(index),
      customerKeys: [`phone 1555${String(Math.floor(index / 2)).padStart(7, '0')}`],
    }))
    const byId = (one: { readonly id: string }, other: { readonly id: string }) => (one.id < other.id ? -1 : 1)
    expect(rows).toEqual((expected as unknown as typeof rows).toSorted(byId))
    const { meta, ...others } = OTHERS
    for (const [table, kept] of Object.entries(others)) expect(await db.table(table).toArray()).toEqual(kept)
    expect(await db.meta.toArray()).toEqual([...meta, { name: 'schema', value: 2 }])
  })

  it('is as it was when bringing it up to date is cut short, and the next opening does it', async () => {
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
