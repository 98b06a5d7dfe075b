import Dexie from 'dexie'
import { afterEach, expect, it } from 'vitest'
import { makeDatabase } from '../../../src/db/database.ts'
import { settleWrites } from '../../../src/db/settle-writes.ts'
import { DATA_KEY } from '../../support/data-key.ts'

const NAME = 'clarion-settle-writes'

afterEach(() => Dexie.delete(NAME))

it('settleWrites waits for writes that began before', async () => {
  const db = makeDatabase(NAME, DATA_KEY)
  await db.open()
  let isWritten = false
  const written = db.transaction('rw', [db.notes], async () => {
    for (let round = 0; round < 20; round++)
      await db.notes.put({ customerKey: 'c', text: `${round}`, updatedAt: round })
  })
  void written.then(() => {
    isWritten = true
  })
  await settleWrites(db)
  expect(isWritten).toBe(true)
  db.close()
})
