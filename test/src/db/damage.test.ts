import Dexie from 'dexie'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { applyPage, applyThread } from '../../../src/db/cache.ts'
import { dismissDamage, findDamagedOps, readDamage, startRepairs } from '../../../src/db/damage.ts'
import { type Database, makeDatabase } from '../../../src/db/database.ts'
import { readListRows } from '../../../src/db/list-rows.ts'
import { aConversation, aDatabase, aMessage, anOp, ANY_TIME } from '../../support/builders.ts'
import { DATA_KEY } from '../../support/data-key.ts'

let db: Database
let timers: (() => void)[] = []
const after = (_: number, run: () => void) => {
  timers.push(run)
  return () => {}
}

beforeEach(() => {
  db = aDatabase()
  timers = []
})
afterEach(() => db.delete())

/** Flips a bit in the sealed part of a stored row, and opens the database again. */
async function damage(rows: readonly (readonly [table: string, key: unknown])[]): Promise<void> {
  const { name } = db
  db.close()
  const raw = await new Dexie(name).open()
  for (const [table, key] of rows) {
    const row = (await raw.table(table).get(key as string)) as { sealed: Uint8Array }
    const sealed = row.sealed.slice()
    sealed[40] = (sealed[40] ?? 0) ^ 1
    await raw.table(table).put({ ...row, sealed })
  }
  raw.close()
  db = makeDatabase(name, DATA_KEY, undefined, ANY_TIME)
}

/** Runs the repairs that `read` starts. */
async function repairAfter(read: () => Promise<unknown>): Promise<void> {
  const repairs = startRepairs({ db, now: () => 7, after })
  await read()
  for (const run of timers.splice(0)) run()
  await repairs.stop()
}

const TIMING = { askedAt: 0, now: 1_000 }
const conversation = aConversation({ id: 'c1', lastMessage: 'Hello?' })
const messages = [aMessage({ id: 'm1', content: 'Hello?' })]
const readServer = async (): Promise<void> => {
  await applyPage(db, [conversation], TIMING)
  await applyThread(db, 'c1', { conversation, messages, serverAt: null }, TIMING)
}

describe('startRepairs', () => {
  it('has a damaged conversation read again, and then it is whole', async () => {
    await readServer()
    const before = await db.conversations.get('c1')
    await damage([['conversations', 'c1']])
    await repairAfter(() => readListRows(db, ['c1']))
    const [change] = await readListRows(db, ['c1'])
    expect(change?.shown).toMatchObject({ customerName: null, isThreadOnDevice: false })
    expect(await readDamage(db)).toEqual({
      noticedAt: 7,
      conversations: 1,
      drafts: 0,
      notes: 0,
      snippets: 0,
      others: 0,
    })
    await readServer()
    expect(await db.conversations.get('c1')).toMatchObject({ ...before })
  })

  it('has a damaged thread read again', async () => {
    await readServer()
    await damage([['threads', 'c1']])
    await repairAfter(() => db.threads.get('c1'))
    expect((await readListRows(db, ['c1']))[0]?.shown).toMatchObject({ isThreadOnDevice: false })
    await readServer()
    expect((await db.threads.get('c1'))?.messages).toEqual(messages)
  })

  it('removes a damaged draft, note, snippet and setting, keeps all others, and says so until it is dismissed', async () => {
    const draft = { text: 'x', caret: 0, updatedAt: 1 }
    await db.drafts.bulkPut([
      { ...draft, conversationId: 'a' },
      { ...draft, conversationId: 'b' },
    ])
    await db.notes.put({ customerKey: 'k', text: 'n', updatedAt: 1 })
    await db.snippets.put({ id: 's', name: 'n', shortcut: '', text: 't' })
    await db.flags.put({ conversationId: 'a', starredAt: 1 })
    await damage([
      ['drafts', 'a'],
      ['notes', 'k'],
      ['snippets', 's'],
      ['flags', 'a'],
    ])
    const readAll = (): Promise<unknown> =>
      Promise.all([db.drafts.toArray(), db.notes.toArray(), db.snippets.toArray(), db.flags.toArray()])
    // Reading twice reports twice, and counts once.
    await repairAfter(async () => [await readAll(), await readAll()])
    expect(await readDamage(db)).toEqual({
      noticedAt: 7,
      conversations: 0,
      drafts: 1,
      notes: 1,
      snippets: 1,
      others: 1,
    })
    expect((await db.drafts.toArray()).map(({ conversationId }) => conversationId)).toEqual(['b'])
    expect(await Promise.all([db.drafts, db.notes, db.snippets, db.flags].map((table) => table.count()))).toEqual([
      1, 0, 0, 0,
    ])
    await dismissDamage(db)
    expect(await readDamage(db)).toBeNull()
  })
})

it('findDamagedOps finds the ops that do not open, and changes nothing', async () => {
  await db.outbox.bulkPut([anOp({ id: 'o1', seq: 1 }), anOp({ id: 'o2', seq: 2 })])
  expect(await findDamagedOps(db)).toEqual([])
  await damage([['outbox', 1]])
  await repairAfter(() => db.outbox.toArray())
  expect(await findDamagedOps(db)).toEqual(['o1'])
  expect(await db.outbox.toCollection().primaryKeys()).toEqual([1, 2])
})
