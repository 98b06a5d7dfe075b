import { beforeEach, describe, expect, it } from 'vitest'
import { importRows, type OldRows } from '../../../src/carry-over/import-rows.ts'
import { type Database } from '../../../src/db/database.ts'
import { aDatabase, anOp } from '../../support/builders.ts'
import { PHONE_KEY, ROWS } from '../../support/old-profile/rows.ts'

const rowsOf = (name: string): readonly object[] => ROWS[name] ?? []
/** As the reader finds them. */
const CONVERSATIONS = rowsOf('conversations').filter((row) => (row as { readonly id: string }).id !== 'conv_idle')
const OLD: OldRows = {
  ...{ id: 'first', version: 3, nextSeq: 12 },
  tables: new Map(Object.entries({ ...ROWS, conversations: CONVERSATIONS, threads: rowsOf('threads').slice(0, 1) })),
}

let db: Database
beforeEach(() => {
  db = aDatabase()
})

async function readEverything(): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const tables = await Promise.all(db.tables.map(async (table) => [table.name, await table.toArray()] as const))
  return Object.fromEntries(tables)
}

const nextSeq = async (): Promise<number> => {
  const { seq: _, ...op } = anOp({ id: 'next' })
  return Number(await db.outbox.add(op))
}

/** The database was opened and used before the rows could be read. */
async function use(): Promise<void> {
  await db.meta.put({ name: 'installId', value: 'install-new' })
}

describe('importRows', () => {
  it('stores every kind of row', async () => {
    await importRows(db, OLD)
    const stored = await readEverything()
    for (const name of [
      'threads',
      'outbox',
      'drafts',
      'draftVersions',
      'snippets',
      'claims',
      'seen',
      'flags',
      'journal',
    ])
      expect(stored[name], name).toEqual(OLD.tables.get(name))
    const customerKey = db.sealer.hash(PHONE_KEY)
    expect(stored['notes']).toEqual([{ customerKey, text: 'Prefers mornings', updatedAt: 3 }])
    expect(await db.conversations.where('customerKeys').equals(customerKey).primaryKeys()).toEqual([
      'conv_busy',
      'local-1',
      'local-2',
    ])
    expect(await db.conversations.get('local-1')).toMatchObject({ serverId: 'conv_9', customerName: 'Ana Petrović' })
  })

  it('lets sync read each thread that it did not carry over', async () => {
    await importRows(db, OLD)
    expect((await db.conversations.get('local-1'))?.newest).toBeUndefined()
    expect((await db.conversations.get('conv_busy'))?.newest).toBeNull()
  })

  it('keeps settings and the database’s id, and reads the list anew', async () => {
    await importRows(db, OLD)
    const meta = new Map((await db.meta.toArray()).map(({ name, value }) => [name, value]))
    expect(meta.get('installId')).toBe('install-old')
    expect(meta.get('savedSearches')).toEqual([{ id: 'q1', name: 'Late', text: 'late' }])
    expect(meta.get('outboxSettings')).toEqual({ holdMs: 5_000 })
    expect(meta.get('schema')).toBe(4)
    expect(meta.has('sync')).toBe(false)
  })

  it('gives no number of a finished op again', async () => {
    await importRows(db, OLD)
    expect(await nextSeq()).toBe(12)
  })

  it('gives no number again when all ops were finished', async () => {
    await importRows(db, { ...OLD, tables: new Map() })
    expect(await db.outbox.count()).toBe(0)
    expect(await nextSeq()).toBe(12)
  })

  it('does nothing the second time: what was sent or deleted since does not come back', async () => {
    await importRows(db, OLD)
    await db.outbox.where('id').equals('op-send').delete()
    await db.drafts.clear()
    await db.notes.clear()
    const before = await readEverything()
    await importRows(db, OLD)
    expect(await readEverything()).toEqual(before)
  })

  it('stores nothing when it is interrupted, and everything the next time', async () => {
    await db.open()
    const before = await readEverything()
    const broken = new Map(OLD.tables).set('journal', [
      {
        seq: 'no number',
        get stepId() {
          throw new Error('interrupted')
        },
      },
    ])
    await expect(importRows(db, { ...OLD, tables: broken })).rejects.toThrow()
    expect(await readEverything()).toEqual(before)
    await importRows(db, OLD)
    expect(await db.outbox.count()).toBe(3)
  })

  it('adds no ops to a database that was used before, because their backup was restored', async () => {
    await use()
    await importRows(db, OLD)
    for (const name of ['outbox', 'claims', 'journal', 'threads', 'conversations'])
      expect(await db.table(name).count(), name).toBe(0)
    expect((await db.meta.get('installId'))?.value).toBe('install-new')
  })

  it('adds what is missing to a database that was used before, and replaces nothing', async () => {
    await use()
    await db.drafts.put({ conversationId: 'conv_idle', text: 'A newer draft', caret: 0, updatedAt: 50 })
    await db.meta.put({ name: 'savedSearches', value: [] })
    await importRows(db, OLD)
    expect((await db.drafts.get('conv_idle'))?.text).toBe('A newer draft')
    expect((await db.meta.get('savedSearches'))?.value).toEqual([])
    expect((await db.meta.get('outboxSettings'))?.value).toEqual({ holdMs: 5_000 })
    expect(await db.snippets.count()).toBe(1)
    expect(await db.flags.count()).toBe(2)
  })

  it('adds what an earlier version wrote afterwards, without its ops', async () => {
    await importRows(db, OLD)
    await db.outbox.clear()
    const drafts = [{ conversationId: 'conv_late', text: 'Written later', caret: 0, updatedAt: 60 }]
    await importRows(db, { ...OLD, id: 'second', tables: new Map(OLD.tables).set('drafts', drafts) })
    expect((await db.drafts.toArray()).map(({ text }) => text)).toEqual(['A draft', 'Written later'])
    expect(await db.outbox.count()).toBe(0)
  })

  it('stores a note of version 2 under the keys of today', async () => {
    const notes = [
      { customerKey: 'phone 15551234567', text: 'One', updatedAt: 1 },
      { customerKey: 'id cust_1', text: 'Two', updatedAt: 2 },
    ]
    await importRows(db, { ...OLD, version: 2, tables: new Map([['notes', notes]]) })
    const textOf = async (key: string) => (await db.notes.get(db.sealer.hash(key)))?.text
    expect(await textOf(PHONE_KEY)).toBe('One')
    expect(await textOf('id cust_1')).toBe('Two')
  })
})
