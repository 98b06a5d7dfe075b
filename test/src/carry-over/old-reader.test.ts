import Dexie from 'dexie'
import { afterEach, describe, expect, it } from 'vitest'
import { makeOldReader } from '../../../src/carry-over/old-reader.ts'
import { makeOldDatabase } from '../../support/old-profile/make-database.ts'
import { ROWS } from '../../support/old-profile/rows.ts'

const nameOf = (digit: string): string => `clarion-${digit.repeat(8)}-0000-4000-8000-000000000000`
const NAME = nameOf('1')
const STORAGE = { density: 'compact' } as unknown as Storage

afterEach(async () => {
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name)
})

/** Everything that the reader finds, by database and table. */
async function readEverything(unwanted: readonly string[] = []) {
  const reader = makeOldReader(indexedDB, STORAGE)
  const begun = await reader.begin(unwanted)
  const found: Record<string, Record<string, unknown[]>> = {}
  let largest = 0
  for (let part = await reader.next(); part !== null; part = await reader.next()) {
    largest = Math.max(largest, part.rows.length)
    const tables = (found[part.databaseName] ??= {})
    ;(tables[part.table] ??= []).push(...part.rows)
  }
  return { ...begun, found, largest }
}

const rowsOf = (name: string): readonly object[] => ROWS[name] ?? []
const idsOf = (rows: readonly unknown[] = []): readonly unknown[] =>
  rows.map((row) => (row as { readonly id: string }).id)

describe('the reader of old data', () => {
  it('finds everything that only this device knows', async () => {
    await makeOldDatabase(NAME, ROWS)
    const { databases, settings, isUnreadable, found } = await readEverything()
    expect(databases).toEqual([{ databaseName: NAME, version: 3, nextSeq: 9 }])
    expect(settings).toEqual({ density: 'compact' })
    expect(isUnreadable).toBe(false)
    const { conversations, threads, ...own } = found[NAME] ?? {}
    const { conversations: _, threads: __, ...expected } = ROWS
    expect(own).toEqual(expected)
    // Those with unsent ops, and those that were begun here. `conv_idle` can be downloaded again.
    expect(new Set(idsOf(conversations))).toEqual(new Set(['conv_busy', 'local-1', 'local-2']))
    expect(threads).toEqual(rowsOf('threads').slice(0, 1))
  })

  it('leaves the old database as it is', async () => {
    await makeOldDatabase(NAME, ROWS)
    await readEverything()
    const again = await readEverything()
    expect(again.databases).toEqual([{ databaseName: NAME, version: 3, nextSeq: 9 }])
    expect(again.found[NAME]?.['outbox']).toEqual(rowsOf('outbox'))
  })

  it('splits many rows into parts and repeats none', async () => {
    const seen = Array.from({ length: 1_203 }, (_, index) => ({
      conversationId: `c${index}`,
      lastMessage: '',
      seenAt: 1,
    }))
    await makeOldDatabase(NAME, { seen })
    const { found, largest } = await readEverything()
    const ids = (found[NAME]?.['seen'] ?? []).map((row) => (row as { readonly conversationId: string }).conversationId)
    expect(new Set(ids).size).toBe(1_203)
    expect(ids).toHaveLength(1_203)
    expect(largest).toBe(500)
  })

  it('reads a database without the tables of later versions', async () => {
    const { draftVersions: _, flags: __, journal: ___, ...rows } = ROWS
    await makeOldDatabase(NAME, rows, 2)
    const { databases, found } = await readEverything()
    expect(databases).toMatchObject([{ version: 2 }])
    expect(found[NAME]?.['drafts']).toEqual(rowsOf('drafts'))
  })

  it('passes over the demo and what is not wanted', async () => {
    for (const name of [NAME, nameOf('2'), 'clarion-demo-1']) await makeOldDatabase(name, ROWS)
    const { databases } = await readEverything([NAME])
    expect(databases.map(({ databaseName }) => databaseName)).toEqual([nameOf('2')])
  })

  it('says that it cannot read a database of a later version, and reads the others', async () => {
    await makeOldDatabase(NAME, ROWS)
    const later = new Dexie(nameOf('2'))
    later.version(4).stores({ outbox: '++seq' })
    await later.open()
    later.close()
    const { databases, isUnreadable, found } = await readEverything()
    expect(isUnreadable).toBe(true)
    expect(databases.map(({ databaseName }) => databaseName)).toEqual([NAME])
    expect(Object.keys(found)).toEqual([NAME])
  })

  it('finds nothing in an empty profile, and creates nothing', async () => {
    expect(await readEverything()).toMatchObject({ databases: [], isUnreadable: false })
    expect(await Dexie.getDatabaseNames()).toEqual([])
  })
})
