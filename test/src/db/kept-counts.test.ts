import Dexie from 'dexie'
import { afterEach, describe, expect, it } from 'vitest'
import { countKept } from '../../../src/db/kept-counts.ts'

const NAME = 'clarion-kept-counts'

/** Rows as they are when they are sealed: only their keys can be read. */
async function leaveDatabase(tables: Readonly<Record<string, readonly object[]>>): Promise<void> {
  const dexie = new Dexie(NAME)
  dexie.version(3).stores(Object.fromEntries(Object.keys(tables).map((name) => [name, 'id'])))
  for (const [name, rows] of Object.entries(tables)) await dexie.table(name).bulkAdd(rows)
  dexie.close()
}

afterEach(() => Dexie.delete(NAME))

describe('countKept', () => {
  it('counts sealed rows that only this device has', async () => {
    const rows = (count: number): object[] =>
      Array.from({ length: count }, (_, id) => ({ id, sealed: new Uint8Array(9) }))
    await leaveDatabase({ outbox: rows(3), drafts: rows(2), notes: rows(1), snippets: rows(4), conversations: rows(7) })
    expect(await countKept(NAME)).toEqual({ unsent: 3, drafts: 2, notes: 1, snippets: 4 })
  })

  it('takes a table that an older version did not have as empty', async () => {
    await leaveDatabase({ drafts: [{ id: 'd' }] })
    expect(await countKept(NAME)).toEqual({ unsent: 0, drafts: 1, notes: 0, snippets: 0 })
  })

  it('finds no database, and creates none', async () => {
    expect(await countKept(NAME)).toBeNull()
    expect(await Dexie.exists(NAME)).toBe(false)
  })

  it('closes the database, so that it can be deleted', async () => {
    await leaveDatabase({ drafts: [] })
    await countKept(NAME)
    await Dexie.delete(NAME)
    expect(await Dexie.exists(NAME)).toBe(false)
  })
})
