import Dexie from 'dexie'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Database, makeDatabase } from '../../../../src/db/database.ts'
import { openDatabase } from '../../../../src/db/open-database.ts'
import { SEALED_TABLES } from '../../../../src/db/sealing/fields.ts'
import { readListRows } from '../../../../src/db/list-rows.ts'
import { aConversation, ANY_TIME, anOp } from '../../../support/builders.ts'
import { DATA_KEY } from '../../../support/data-key.ts'

const OTHER_KEY = Buffer.alloc(32, 9).toString('base64')
const CANARY = 'Canary-7361'
const BROWSER = { list: () => indexedDB.databases(), after: () => () => {} }

let count = 0
let db: Database

beforeEach(() => {
  count += 1
  db = makeDatabase(`sealed-${count}`, DATA_KEY, undefined, ANY_TIME)
})
afterEach(() => db.delete())

const ROW = {
  ...aConversation({ id: 'c1', customerId: CANARY, customerName: CANARY, customerEmail: `${CANARY}@example.com` }),
  ...{ customerPhone: `+1555 ${CANARY}`, subject: CANARY, lastMessage: CANARY, tags: ['vip', CANARY] },
  // Unknown values may be any text.
  ...{ channel: `telegram ${CANARY}`, status: CANARY },
  activityAt: 5,
  newest: { messageId: 'm1', sender: `Agent ${CANARY}`, words: CANARY, waitingSince: 3 },
}

/** One row of each sealed table with the canary in every field that may hold text of a person. */
const ROWS: Readonly<Record<string, object>> = {
  conversations: ROW,
  threads: { conversationId: 'c1', readAt: 1, messages: [{ id: 'm1', sender: CANARY, content: CANARY, sentAt: 1 }] },
  outbox: {
    ...anOp({ intent: { kind: 'send', content: CANARY, seenMessageId: null } }),
    failure: { kind: 'rejected', status: 400, words: CANARY },
  },
  drafts: { conversationId: 'c1', text: CANARY, caret: 1, updatedAt: 2 },
  draftVersions: { conversationId: 'c1', versions: [{ text: CANARY, at: 1 }] },
  snippets: { id: 's1', name: CANARY, shortcut: CANARY, text: CANARY },
  notes: { customerKey: 'a hash', text: CANARY, updatedAt: 1 },
  seen: { conversationId: 'c1', lastMessage: CANARY, answer: CANARY, seenAt: 1 },
  flags: { conversationId: 'c1', starredAt: 1, snooze: { until: 9, unlessReply: true, setAt: 3, knownWords: CANARY } },
  journal: {
    ...{ seq: 1, stepId: 's', field: 'tags', doneAt: 1 },
    changes: [{ conversationId: 'c1', before: CANARY, after: CANARY }],
  },
  meta: { name: 'savedSearches', value: [{ id: 'x', name: CANARY, text: CANARY }] },
}

/** Stored rows, read without our code. */
async function rawRows(table: string): Promise<Record<string, unknown>[]> {
  const raw = await new Dexie(db.name).open()
  const rows = (await raw.table(table).toArray()) as Record<string, unknown>[]
  raw.close()
  return rows
}

async function changeRaw(
  table: string,
  change: (row: Record<string, unknown>) => Record<string, unknown>,
): Promise<void> {
  db.close({ disableAutoOpen: false })
  const raw = await new Dexie(db.name).open()
  for (const row of (await raw.table(table).toArray()) as Record<string, unknown>[])
    await raw.table(table).put(change(row))
  raw.close()
}

const flipped = (row: Record<string, unknown>): Record<string, unknown> => {
  if (!(row['sealed'] instanceof Uint8Array)) return row
  const sealed = row['sealed'].slice()
  sealed[40] = (sealed[40] ?? 0) ^ 1
  return { ...row, sealed }
}

const tables = Object.keys(SEALED_TABLES)

it('has a row for every sealed table', () => {
  expect(Object.keys(ROWS).sort()).toEqual(tables.toSorted())
})

describe.each(tables)('the table %s', (table) => {
  const row = ROWS[table] ?? {}

  it('reads back the row it was given, in every way of reading', async () => {
    await db.table(table).put({ ...row })
    const keys = await db.table(table).toCollection().primaryKeys()
    const key = keys.find((found) => !PLAIN.has(found as string)) ?? ''
    expect(await db.table(table).get(key)).toMatchObject(row)
    expect(await db.table(table).bulkGet([key])).toMatchObject([row])
    const all: unknown[] = (await db.table(table).toArray()).filter((read: { name?: string }) => !PLAIN.has(read.name))
    expect(all).toMatchObject([row])
    const byCursor: unknown[] = []
    await db.table(table).each((read: { name?: string }) => void (PLAIN.has(read.name) || byCursor.push({ ...read })))
    expect(byCursor).toMatchObject([row])
    // Written again as it was read.
    await db.table(table).bulkPut(all as object[])
    expect(await db.table(table).get(key)).toMatchObject(row)
  })

  it('stores nothing personal in plain', async () => {
    await db.table(table).put({ ...row })
    expect(JSON.stringify(row)).toContain(CANARY)
    const stored = JSON.stringify(await rawRows(table), (_, value: unknown) =>
      value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
    )
    expect(stored).toContain('sealed')
    expect(stored).not.toContain(CANARY)
  })

  it('loses a damaged row only, and reports it', async () => {
    await db.table(table).put({ ...row })
    await changeRaw(table, flipped)
    await db.open()
    const damaged: string[] = []
    db.damage.subscribe((found) => damaged.push(found.table))
    const rows = (await db.table(table).toArray()) as Record<string, unknown>[]
    // Tags are sealed one by one.
    const texts = JSON.stringify(
      rows.filter(({ name }) => !PLAIN.has(name as string)).map(({ tags: _, ...rest }) => rest),
    )
    expect(texts).not.toContain(CANARY)
    expect(new Set(damaged)).toEqual(new Set([table]))
    // A lazy row stays, without its sealed fields.
    const isLazy = SEALED_TABLES[table]?.isLazy === true
    expect(rows.filter(({ name }) => !PLAIN.has(name as string))).toHaveLength(isLazy ? 1 : 0)
  })
})

const PLAIN = new Set<string | undefined>(['schema', 'keyCheck'])

describe('sealTables', () => {
  it('seals a field that the list does not name', async () => {
    await db.table('drafts').put({ conversationId: 'c1', text: '', caret: 0, updatedAt: 1, added: CANARY })
    expect(JSON.stringify(await rawRows('drafts'))).not.toContain(CANARY)
    expect(await db.table('drafts').get('c1')).toMatchObject({ added: CANARY })
  })

  it('does not open a row in the place of another', async () => {
    await db.drafts.bulkPut([
      { conversationId: 'a', text: 'for a', caret: 0, updatedAt: 1 },
      { conversationId: 'b', text: 'for b', caret: 0, updatedAt: 1 },
    ])
    const [a, b] = await rawRows('drafts')
    await changeRaw('drafts', (row) => ({ ...row, sealed: (row['conversationId'] === 'a' ? b : a)?.['sealed'] }))
    await db.open()
    expect(await db.drafts.toArray()).toEqual([])
  })

  it('passes over damaged rows in a cursor and reads the others', async () => {
    const ops = ['o1', 'o2', 'o3'].map((id, index) => anOp({ id, seq: index + 1, conversationId: `c${index}` }))
    await db.outbox.bulkPut(ops)
    await changeRaw('outbox', (row) => (row['id'] === 'o2' ? flipped(row) : row))
    await db.open()
    const read = await db.outbox.where('conversationId').anyOf(['c0', 'c1', 'c2']).toArray()
    expect(read.map(({ id }) => id)).toEqual(['o1', 'o3'])
    expect(await db.outbox.orderBy('seq').toArray()).toHaveLength(2)
    expect(await db.outbox.get({ id: 'o2' })).toBeUndefined()
  })

  it('shows a damaged conversation without its words', async () => {
    await db.conversations.put({ ...ROW, status: 'open' })
    await changeRaw('conversations', flipped)
    await db.open()
    const [change] = await readListRows(db, ['c1'])
    expect(change?.shown).toMatchObject({ id: 'c1', customerName: null, lastText: '', activityAt: 5 })
  })

  it('opens no sealed field of conversations that are only listed and counted', async () => {
    await db.conversations.put({
      ...ROW,
      channel: 'sms',
      status: 'open',
      newest: { ...ROW.newest, sender: 'customer' },
    })
    // Nothing can be opened, so any attempt is reported.
    await changeRaw('conversations', flipped)
    await db.open()
    const damaged: unknown[] = []
    db.damage.subscribe((row) => damaged.push(row))
    const [row] = await db.conversations.toArray()
    expect(row).toMatchObject({ id: 'c1', status: 'open', activityAt: 5, tags: ['vip', CANARY] })
    expect(row?.newest?.waitingSince).toBe(3)
    expect(damaged).toEqual([])
    expect(row?.customerName).toBeUndefined()
    expect(damaged).toHaveLength(1)
  })
})

describe('openDatabase', () => {
  it('refuses a wrong key and changes nothing', async () => {
    await openDatabase(db, BROWSER)
    await db.drafts.put({ conversationId: 'a', text: 'kept', caret: 0, updatedAt: 1 })
    db.close()
    const before = await rawRows('meta')
    const wrong = makeDatabase(db.name, OTHER_KEY, undefined, ANY_TIME)
    expect(await openDatabase(wrong, BROWSER)).toBe('wrong-key')
    expect(await rawRows('meta')).toEqual(before)
    const right = makeDatabase(db.name, DATA_KEY, undefined, ANY_TIME)
    expect(await openDatabase(right, BROWSER)).toBe('open')
    expect(await right.drafts.get('a')).toMatchObject({ text: 'kept' })
    right.close()
  })

  it('replaces a damaged check of the key when other rows open', async () => {
    await openDatabase(db, BROWSER)
    await db.drafts.put({ conversationId: 'a', text: 'kept', caret: 0, updatedAt: 1 })
    await changeRaw('meta', (row) => (row['name'] === 'keyCheck' ? { ...row, value: new Uint8Array(60) } : row))
    const again = makeDatabase(db.name, DATA_KEY, undefined, ANY_TIME)
    expect(await openDatabase(again, BROWSER)).toBe('open')
    again.close()
    const wrong = makeDatabase(db.name, OTHER_KEY, undefined, ANY_TIME)
    expect(await openDatabase(wrong, BROWSER)).toBe('wrong-key')
  })
})
