import { countRequests, resetRequests } from '../../support/work/database-requests.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../../../src/db/database.ts'
import { getPresent } from '../../../src/db/get-present.ts'
import { readListRows } from '../../../src/db/list-rows.ts'
import { startWaker } from '../../../src/snooze/waker.ts'
import { aConversation, aDatabase } from '../../support/builders.ts'

let db: Database
const IDS = Array.from({ length: 100 }, (_, index) => `conv_${String((index * 37) % 100).padStart(2, '0')}`)
const seenOf = (conversationId: string) => ({ conversationId, lastMessage: '', messageId: 'm', seenAt: 1 })

beforeEach(() => {
  db = aDatabase()
})
afterEach(() => db.delete())

/** What it returns, and how many requests it makes. */
async function getting(ids: readonly string[]): Promise<{ readonly rows: unknown; readonly reads: number }> {
  await db.open()
  resetRequests()
  const rows = await db.transaction('r', [db.seen], () => getPresent(db.seen, ids))
  return { rows, reads: countRequests().reads }
}

describe('getPresent', () => {
  it.each<[string, readonly string[], readonly string[], number]>([
    ['an empty table', [], IDS, 1],
    ['a table with three of the rows', ['conv_05', 'conv_00', 'conv_99'], IDS, 4],
    ['a table whose rows are others', ['a', 'b', 'conv_05x', 'z', '日本'], IDS, 1],
    ['a table with all of the rows', IDS, IDS, 101],
    ['a table with more rows', [...IDS, 'conv_05x'], IDS, 101],
    ['ids that repeat', ['conv_05'], [...IDS, 'conv_05', 'conv_05'], 4],
    ['a few ids', ['conv_05'], IDS.slice(0, 20), 20],
    ['ids of any characters', ['conv_05', '🙂', 'a/b'], [...IDS, '🙂', 'a/b', '', '__proto__'], 4],
    ['no ids', ['conv_05'], [], 0],
  ])('returns the same as bulkGet for %s', async (_, stored, ids, reads) => {
    await db.seen.bulkPut(stored.map(seenOf))
    const got = await getting(ids)
    expect(got.rows).toEqual(await db.seen.bulkGet([...ids]))
    expect(got.reads).toBe(reads)
  })
})

it('a page of new conversations is read for the list with one request for each row, and a few more', async () => {
  await db.conversations.bulkPut(IDS.map((id) => ({ ...aConversation({ id }), activityAt: 1 })))
  resetRequests()
  const rows = await readListRows(db, IDS)
  expect(rows.map(({ id }) => id)).toEqual(IDS)
  expect(countRequests().reads).toBeLessThanOrEqual(IDS.length + 4)
})

it('the waker looks for snoozes of a page of conversations with one request', async () => {
  const put = async (prefix: string): Promise<number> => {
    resetRequests()
    await db.conversations.bulkPut(IDS.map((id) => ({ ...aConversation({ id: `${prefix}${id}` }), activityAt: 1 })))
    await waker?.stop()
    return countRequests().reads
  }
  let waker: ReturnType<typeof startWaker> | null = null
  await db.open()
  const alone = await put('a')
  waker = startWaker({ db, now: () => 1, after: () => () => {} })
  await db.flags.toArray()
  expect((await put('b')) - alone).toBe(1)
})
