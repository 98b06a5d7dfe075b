import Dexie from 'dexie'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Database, makeDatabase, SCHEMA_VERSION } from '../../../src/db/database.ts'
import { openDatabase, watchClosing } from '../../../src/db/open-database.ts'
import { countOps } from '../../../src/db/outbox-queries.ts'
import { readThread } from '../../../src/db/queries.ts'
import { UNSEALED_ZOO, ZOO } from './zoo.ts'
import { listInbox } from '../../support/naive-inbox.ts'
import { DATA_KEY } from '../../support/data-key.ts'

const NEWEST = ZOO.at(-1) ?? expect.fail('the zoo is empty')

let name: string
let count = 0
let db: Database

/** A browser whose timers never fire. */
const BROWSER = { list: () => indexedDB.databases(), after: () => () => {} }

beforeEach(() => {
  count += 1
  name = `open-${count}`
  db = makeDatabase(name, DATA_KEY)
  vi.spyOn(console, 'warn').mockImplementation(() => {})
})

afterEach(async () => {
  db.close()
  await Dexie.delete(name)
  vi.restoreAllMocks()
})

/** The contents of a database, read without our code. */
async function everythingIn(named: string): Promise<unknown> {
  const known = (await indexedDB.databases()).find(({ name: known }) => known === named)
  const raw = await new Dexie(named).open()
  const tables = await Promise.all(
    raw.tables.map(async (table) => [
      table.name,
      table.schema.indexes.map((index) => index.src),
      await table.toArray(),
    ]),
  )
  raw.close()
  return { version: known?.version, tables }
}

async function make(
  version: number,
  stores: Readonly<Record<string, string>>,
  rows: Readonly<Record<string, readonly object[]>>,
): Promise<void> {
  const made = new Dexie(name)
  made.version(version).stores(stores)
  for (const [table, those] of Object.entries(rows)) await made.table(table).bulkAdd([...those])
  made.close()
}

describe('the zoo of released versions', () => {
  it('contains the current version', () => {
    expect([...UNSEALED_ZOO, ...ZOO].map((specimen) => specimen.version)).toEqual(
      Array.from({ length: SCHEMA_VERSION }, (_, index) => index + 1),
    )
  })

  it('has the tables that the current code creates', async () => {
    expect(await openDatabase(db, BROWSER)).toBe('open')
    const sources = db.tables.map((table) => [
      table.name,
      [table.schema.primKey.src, ...table.schema.indexes.map((index) => index.src)].join(', '),
    ])
    expect(Object.fromEntries(sources)).toEqual(NEWEST.stores)
  })

  it.each(ZOO)(
    'opens version $version with its outbox, and can be read and written',
    async ({ version, stores, rows, ops }) => {
      await make(version, stores, rows)
      expect(await openDatabase(db, BROWSER)).toBe('open')
      const kept = await db.outbox.orderBy('seq').toArray()
      expect(kept.map(({ id, conversationId, state }) => ({ id, conversationId, state }))).toEqual(ops)
      expect(countOps(await db.outbox.toArray())).toEqual({ waiting: 4, asking: 1, failed: 1 })
      expect((await readThread(db, 'c1'))?.items.map((item) => item.content)).toEqual(['Hello?', 'See you on Friday'])
      expect((await listInbox(db, { name: 'inbox', channel: null })).conversations).toBe(3)
      expect(await db.drafts.get('c1')).toMatchObject({ text: 'Half a sen' })
      expect((await db.meta.get('savedSearches'))?.value).toEqual([{ id: 's', name: 'Ana', text: 'ana' }])
      expect((await db.meta.get('schema'))?.value).toBe(SCHEMA_VERSION)
    },
  )
})

describe('openDatabase with a newer database', () => {
  const { stores, rows } = NEWEST

  it.each([
    ['with more in it', { ...stores, labels: 'id', outbox: '++seq, &id, conversationId, sendAt' }],
    // Dexie would add the missing tables and so change the database.
    ['with less in it', { outbox: stores['outbox'] ?? '', meta: 'name' }],
  ])('refuses %s and changes nothing in it', async (_, newer) => {
    await make(SCHEMA_VERSION + 1, newer, {
      outbox: rows['outbox'] ?? [],
      meta: [{ name: 'schema', value: SCHEMA_VERSION + 1 }],
    })
    const before = await everythingIn(name)
    expect(await openDatabase(db, BROWSER)).toBe('newer')
    await expect(db.outbox.count()).rejects.toThrow()
    await expect(db.drafts.put({ conversationId: 'c', text: 'x', caret: 0, updatedAt: 0 })).rejects.toThrow()
    expect(await everythingIn(name)).toEqual(before)
  })

  it('refuses it by the stored schema version when the tables are the same', async () => {
    await make(SCHEMA_VERSION, stores, { ...rows, meta: [{ name: 'schema', value: SCHEMA_VERSION + 1 }] })
    const before = await everythingIn(name)
    expect(await openDatabase(db, BROWSER)).toBe('newer')
    await expect(db.outbox.count()).rejects.toThrow()
    expect(await everythingIn(name)).toEqual(before)
  })

  it('refuses it when it is upgraded between the check and the open', async () => {
    await make(SCHEMA_VERSION + 1, stores, rows)
    expect(await openDatabase(db, { ...BROWSER, list: () => Promise.resolve([]) })).toBe('newer')
  })
})

describe('openDatabase when the browser does not open it', () => {
  it('returns blocked when another window has an older version open', async () => {
    await make(SCHEMA_VERSION, NEWEST.stores, NEWEST.rows)
    const other = await new Dexie(name).open()
    // Like a frozen window, which does not react to the version change.
    other.backendDB().onversionchange = null
    const next = makeDatabase(name, DATA_KEY)
    next.version(SCHEMA_VERSION + 1).stores({ more: 'id' })
    expect(await openDatabase(next, BROWSER)).toBe('blocked')
    await expect(next.outbox.count()).rejects.toThrow()
    other.close()
  })

  it('returns blocked when the browser does not respond', async () => {
    let pass = (): void => {}
    const opening = openDatabase(db, {
      list: () => new Promise(() => {}),
      after(_, then) {
        pass = then
        return () => {}
      },
    })
    pass()
    expect(await opening).toBe('blocked')
    await expect(db.outbox.count()).rejects.toThrow()
  })

  it.each([
    ['up to date', SCHEMA_VERSION, [20_000]],
    ['of an earlier version, which takes longer to open', 1, [20_000, 600_000]],
  ])('waits for a database %s', async (_, version, limits) => {
    await make(version, NEWEST.stores, NEWEST.rows)
    const allowed: number[] = []
    const calledOff: number[] = []
    const after = (ms: number) => {
      allowed.push(ms)
      return () => void calledOff.push(ms)
    }
    expect(await openDatabase(db, { ...BROWSER, after })).toBe('open')
    expect([allowed, calledOff]).toEqual([limits, limits])
  })

  it('returns unopenable when the browser refuses', async () => {
    expect(await openDatabase(db, { ...BROWSER, list: () => Promise.reject(new Error('Internal error')) })).toBe(
      'unopenable',
    )
    await expect(db.outbox.count()).rejects.toThrow()
  })
})

describe('watchClosing', () => {
  it('reports superseded and closes for good when a newer version of the app opens the database', async () => {
    await openDatabase(db, BROWSER)
    const reported: string[] = []
    watchClosing(db, (how) => reported.push(how))
    const next = new Dexie(name)
    next.version(SCHEMA_VERSION + 1).stores({ labels: 'id' })
    await next.open()
    expect(reported).toEqual(['superseded'])
    await expect(db.outbox.count()).rejects.toThrow()
    next.close()
  })

  it('reports closed when the browser closes the database, which is not reopened', async () => {
    await openDatabase(db, BROWSER)
    const reported: string[] = []
    watchClosing(db, (how) => reported.push(how))
    // Called directly, because the in-memory IndexedDB cannot be sent events.
    db.backendDB().onclose?.(new Event('close'))
    expect(reported).toEqual(['closed'])
    await Promise.resolve()
    await expect(db.outbox.count()).rejects.toThrow()
  })

  it('reports nothing after it was stopped', async () => {
    await openDatabase(db, BROWSER)
    const reported: string[] = []
    watchClosing(db, (how) => reported.push(how))()
    db.close()
    await Dexie.delete(name)
    expect(reported).toEqual([])
  })
})
