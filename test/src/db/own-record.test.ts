import Dexie from 'dexie'
import { afterEach, describe, expect, it } from 'vitest'
import { type Database, makeDatabase } from '../../../src/db/database.ts'
import { keepOwnRecord, listUnknownDatabases, markForgotten, readKeyProof } from '../../../src/db/own-record.ts'
import { aConversation } from '../../support/builders.ts'

const ID = '11111111-2222-4333-8444-555555555555'
const NAME = `clarion-${ID}`
const RECORD = { id: ID, name: 'Acme', baseUrl: 'https://api.example.com', isTest: false, keyPrint: 'scrypt:a:b' }
const DRAFT = { conversationId: 'a', text: 'Begun', caret: 5, updatedAt: 1 }

let db: Database
const open = (): Database => (db = makeDatabase(NAME))

afterEach(async () => {
  db.close()
  await Dexie.delete(NAME)
})

describe('a database', () => {
  it('is found with what it says of its workspace when no workspace names it', async () => {
    await keepOwnRecord(open(), RECORD)
    db.close()
    expect(await listUnknownDatabases([NAME, 'other'], [])).toEqual([
      { databaseName: NAME, record: RECORD, isForgotten: false },
    ])
  })

  it('is no stray when a workspace names it', async () => {
    await keepOwnRecord(open(), RECORD)
    expect(await listUnknownDatabases([NAME], [NAME])).toEqual([])
  })

  it('is written only when the record changes', async () => {
    open()
    let writes = 0
    db.meta.hook('creating', () => void (writes += 1))
    db.meta.hook('updating', () => void (writes += 1))
    await db.open()
    const made = writes
    await keepOwnRecord(db, RECORD)
    await keepOwnRecord(db, { ...RECORD })
    expect(writes).toBe(made + 1)
    await keepOwnRecord(db, { ...RECORD, name: 'Acme Ltd' })
    expect(writes).toBe(made + 2)
  })

  it('of an early version is found without a record when something is in it', async () => {
    await open().drafts.put(DRAFT)
    db.close()
    expect(await listUnknownDatabases([NAME], [])).toEqual([{ databaseName: NAME, record: null, isForgotten: false }])
  })

  it('that was never used is left where it is', async () => {
    await open().open()
    db.close()
    expect(await listUnknownDatabases([NAME], [])).toEqual([])
    expect(await Dexie.exists(NAME)).toBe(true)
  })

  it.each(['text', 7, null, {}, { ...RECORD, baseUrl: 7 }, { ...RECORD, keyPrint: 7 }, [RECORD]])(
    'with the damaged record %j is found without one',
    async (value) => {
      await open().meta.put({ name: 'workspace', value })
      await db.drafts.put(DRAFT)
      db.close()
      expect(await listUnknownDatabases([NAME], [])).toMatchObject([{ databaseName: NAME, record: null }])
    },
  )

  it('of a newer version is found, and keeps its version', async () => {
    db = new Dexie(NAME) as Database
    db.version(9).stores({ meta: 'name', drafts: 'conversationId', outbox: '++seq', conversations: 'id', later: 'id' })
    await db.table('meta').put({ name: 'workspace', value: { ...RECORD, later: true } })
    db.close()
    expect(await listUnknownDatabases([NAME], [])).toMatchObject([{ record: RECORD }])
    const known = (await indexedDB.databases()).find(({ name }) => name === NAME)
    expect(known?.version).toBe(90)
  })

  it('that cannot be read does not hide the others', async () => {
    await keepOwnRecord(open(), RECORD)
    db.close()
    const gone = 'clarion-00000000-0000-4000-8000-000000000000'
    expect(await listUnknownDatabases([gone, NAME], [])).toMatchObject([{ databaseName: NAME }])
  })

  it.each(['clarion-demo-12345678', 'search', 'clarion-', `${NAME}-old`, `x${NAME}`])(
    'named %s is not a workspace',
    async (name) => {
      open()
      expect(await listUnknownDatabases([name], [])).toEqual([])
    },
  )
})

describe('signing out', () => {
  it('is noted in the database, so that what a crash leaves of it does not come back', async () => {
    await keepOwnRecord(open(), RECORD)
    db.close()
    await markForgotten(NAME, true)
    expect(await listUnknownDatabases([NAME], [])).toMatchObject([{ isForgotten: true }])
  })

  it('that did not happen is taken back', async () => {
    await keepOwnRecord(open(), RECORD)
    db.close()
    await markForgotten(NAME, true)
    await markForgotten(NAME, false)
    expect(await listUnknownDatabases([NAME], [])).toMatchObject([{ record: RECORD, isForgotten: false }])
  })

  it('makes no database where there is none', async () => {
    open()
    await markForgotten(NAME, true)
    expect(await Dexie.exists(NAME)).toBe(false)
  })
})

describe('the proof for a key', () => {
  it('is conversations that the server has', async () => {
    const local = 'local-00000000-0000-4000-8000-000000000000'
    await open().conversations.bulkAdd(
      [local, 'c1', 'c2', 'c3', 'c4', 'c5', 'c6'].map((id) => ({ ...aConversation({ id }), activityAt: 1 })),
    )
    db.close()
    const proof = await readKeyProof(ID, NAME)
    expect(proof?.workspaceId).toBe(ID)
    expect(proof?.knownConversationIds).toEqual(['c1', 'c2', 'c3', 'c4', 'c5'])
  })

  it('is none where there are no conversations, and no database is made', async () => {
    open()
    expect(await readKeyProof(ID, NAME)).toBeNull()
    expect(await Dexie.exists(NAME)).toBe(false)
    await db.open()
    expect(await readKeyProof(ID, NAME)).toBeNull()
  })
})
