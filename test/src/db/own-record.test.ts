import Dexie from 'dexie'
import { afterEach, describe, expect, it } from 'vitest'
import { type Database, makeDatabase } from '../../../src/db/database.ts'
import { keepOwnRecord, listUnknownDatabases, markForgotten, readKeyProof } from '../../../src/db/own-record.ts'
import { aConversation } from '../../support/builders.ts'
import { DATA_KEY } from '../../support/data-key.ts'

const ID = '11111111-2222-4333-8444-555555555555'
const NAME = `clarion-${ID}`
const RECORD = { id: ID, name: 'Acme', baseUrl: 'https://api.example.com', isTest: false, keyPrint: 'scrypt:a:b' }
const DRAFT = { conversationId: 'a', text: 'Begun', caret: 5, updatedAt: 1 }

let db: Database
const open = (): Database => (db = makeDatabase(NAME, DATA_KEY))

afterEach(async () => {
  db.close()
  await Dexie.delete(NAME)
})

describe('listUnknownDatabases', () => {
  it('returns a database that no workspace names, with its record', async () => {
    await keepOwnRecord(open(), RECORD)
    db.close()
    expect(await listUnknownDatabases([NAME, 'other'], [])).toEqual([
      { databaseName: NAME, record: RECORD, isForgotten: false },
    ])
  })

  it('leaves out a database that a workspace names', async () => {
    await keepOwnRecord(open(), RECORD)
    expect(await listUnknownDatabases([NAME], [NAME])).toEqual([])
  })

  it('keepOwnRecord writes only when the record changes', async () => {
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

  it('returns a database of an early version without a record when it is not empty', async () => {
    await open().drafts.put(DRAFT)
    db.close()
    expect(await listUnknownDatabases([NAME], [])).toEqual([{ databaseName: NAME, record: null, isForgotten: false }])
  })

  it('leaves out a database that was never used', async () => {
    await open().open()
    db.close()
    expect(await listUnknownDatabases([NAME], [])).toEqual([])
    expect(await Dexie.exists(NAME)).toBe(true)
  })

  it.each(['text', 7, null, {}, { ...RECORD, baseUrl: 7 }, { ...RECORD, keyPrint: 7 }, [RECORD]])(
    'returns a database with the damaged record %j without a record',
    async (value) => {
      await open().meta.put({ name: 'workspace', value })
      await db.drafts.put(DRAFT)
      db.close()
      expect(await listUnknownDatabases([NAME], [])).toMatchObject([{ databaseName: NAME, record: null }])
    },
  )

  it('returns a database of a newer version without changing its version', async () => {
    db = new Dexie(NAME) as Database
    db.version(9).stores({ meta: 'name', drafts: 'conversationId', outbox: '++seq', conversations: 'id', later: 'id' })
    await db.table('meta').put({ name: 'workspace', value: { ...RECORD, later: true } })
    db.close()
    expect(await listUnknownDatabases([NAME], [])).toMatchObject([{ record: RECORD }])
    const known = (await indexedDB.databases()).find(({ name }) => name === NAME)
    expect(known?.version).toBe(90)
  })

  it('skips a database that cannot be read', async () => {
    await keepOwnRecord(open(), RECORD)
    db.close()
    const gone = 'clarion-00000000-0000-4000-8000-000000000000'
    expect(await listUnknownDatabases([gone, NAME], [])).toMatchObject([{ databaseName: NAME }])
  })

  it.each(['clarion-demo-12345678', 'search', 'clarion-', `${NAME}-old`, `x${NAME}`])(
    'leaves out a database named %s',
    async (name) => {
      open()
      expect(await listUnknownDatabases([name], [])).toEqual([])
    },
  )
})

describe('markForgotten', () => {
  it('records the sign-out in the database, so that it is not restored after a crash', async () => {
    await keepOwnRecord(open(), RECORD)
    db.close()
    await markForgotten(NAME, true)
    expect(await listUnknownDatabases([NAME], [])).toMatchObject([{ isForgotten: true }])
  })

  it('clears the record when the sign-out failed', async () => {
    await keepOwnRecord(open(), RECORD)
    db.close()
    await markForgotten(NAME, true)
    await markForgotten(NAME, false)
    expect(await listUnknownDatabases([NAME], [])).toMatchObject([{ record: RECORD, isForgotten: false }])
  })

  it('creates no database', async () => {
    open()
    await markForgotten(NAME, true)
    expect(await Dexie.exists(NAME)).toBe(false)
  })
})

describe('readKeyProof', () => {
  it('returns conversations that the server has', async () => {
    const local = 'local-00000000-0000-4000-8000-000000000000'
    await open().conversations.bulkAdd(
      [local, 'c1', 'c2', 'c3', 'c4', 'c5', 'c6'].map((id) => ({ ...aConversation({ id }), activityAt: 1 })),
    )
    db.close()
    const proof = await readKeyProof(ID, NAME)
    expect(proof?.workspaceId).toBe(ID)
    expect(proof?.knownConversationIds).toEqual(['c1', 'c2', 'c3', 'c4', 'c5'])
  })

  it('returns null without conversations, and creates no database', async () => {
    open()
    expect(await readKeyProof(ID, NAME)).toBeNull()
    expect(await Dexie.exists(NAME)).toBe(false)
    await db.open()
    expect(await readKeyProof(ID, NAME)).toBeNull()
  })
})
