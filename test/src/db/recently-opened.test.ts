import { expect, it } from 'vitest'
import { noteOpened, readRecentlyOpened } from '../../../src/db/recently-opened.ts'
import { aDatabase } from '../../support/builders.ts'

it('keeps the conversations that were opened last, each once, and a bounded number', async () => {
  const db = aDatabase()
  expect(await readRecentlyOpened(db)).toEqual([])
  for (let index = 0; index < 20; index += 1) await noteOpened(db, `conv_${index}`, index)
  await noteOpened(db, 'conv_15', 30)
  const opened = await readRecentlyOpened(db)
  expect(opened.slice(0, 3)).toEqual([
    { conversationId: 'conv_15', at: 30 },
    { conversationId: 'conv_19', at: 19 },
    { conversationId: 'conv_18', at: 18 },
  ])
  expect(opened).toHaveLength(12)
})

it('ignores invalid stored values', async () => {
  const db = aDatabase()
  await db.meta.put({
    name: 'recentlyOpened',
    value: [null, 'x', { conversationId: 5, at: 1 }, { conversationId: 'a', at: 1 }],
  })
  expect(await readRecentlyOpened(db)).toEqual([{ conversationId: 'a', at: 1 }])
  await db.meta.put({ name: 'recentlyOpened', value: 'x' })
  expect(await readRecentlyOpened(db)).toEqual([])
})
