import type { Page } from 'playwright-core'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { idKey } from '../../src/db/customer-key.ts'
import type { Database } from '../../src/db/database.ts'
import type { Op } from '../../src/db/op.ts'
import type { ConversationRow, MetaRow } from '../../src/db/rows.ts'
import { success } from '../../src/shared/failure.ts'
import { aConversation, aDatabase, anOp } from './builders.ts'
import { DATA_KEY } from './data-key.ts'
import { changeStoredRow, putStoredRows, storedRows } from './stored-rows.ts'

const ROW: ConversationRow = {
  ...aConversation({ id: 'c1', customerId: 'cust_1', tags: ['vip'], channel: 'telegram' }),
  activityAt: 5,
  newest: { messageId: 'm1', sender: 'Ana', words: 'Hello?', waitingSince: 3 },
}

let db: Database
/** Runs before every write of the page. */
let beforeWrite: () => Promise<unknown>

/** Runs the page's part here. */
const page = {
  async evaluate(work: (input: unknown) => Promise<unknown>, input?: { readonly writes?: unknown }) {
    if (input?.writes != null) await beforeWrite()
    return work(input)
  },
} as unknown as Page

beforeEach(async () => {
  db = aDatabase()
  await db.open()
  beforeWrite = () => Promise.resolve()
  const bridge = {
    readSession: async () => success({ currentId: 'w', workspaces: [{ id: 'w', databaseName: db.name }] }),
    readDataKey: async () => success({ state: 'open', key: DATA_KEY, protection: 'unprotected' }),
  }
  vi.stubGlobal('window', { bridge })
})

afterEach(async () => {
  vi.unstubAllGlobals()
  await db.delete()
})

it('rows of the app are read with all their fields', async () => {
  await db.conversations.put(ROW)
  await db.outbox.add(anOp())
  await db.meta.put({ name: 'loss', value: { opsBack: 1 } })
  const [row] = await storedRows<ConversationRow>(page, 'conversations')
  expect(row).toEqual({ ...ROW, customerKeys: expect.anything() })
  expect(await storedRows<Op>(page, 'outbox')).toEqual([anOp()])
  expect(await storedRows<MetaRow>(page, 'meta')).toContainEqual({ name: 'loss', value: { opsBack: 1 } })
})

it('written rows are rows of the app, and found by customer', async () => {
  const { seq: _, ...op } = anOp()
  await putStoredRows(page, 'conversations', [ROW])
  await putStoredRows(page, 'outbox', [op])
  expect(
    await db.conversations
      .where('customerKeys')
      .equals(db.sealer.hash(idKey('cust_1')))
      .toArray(),
  ).toEqual([expect.objectContaining(ROW)])
  expect(await db.outbox.toArray()).toEqual([anOp()])
})

it('a row that does not open is an error', async () => {
  await putStoredRows(page, 'drafts', [{ conversationId: 'c1', text: 'Hi', caret: 2, updatedAt: 1 }])
  vi.stubGlobal('window', {
    bridge: {
      ...window.bridge,
      readDataKey: async () => success({ state: 'open', key: Buffer.alloc(32, 9).toString('base64') }),
    },
  })
  await expect(storedRows(page, 'drafts')).rejects.toThrow('does not open')
})

it('a change keeps what the app has written meanwhile', async () => {
  await db.conversations.put(ROW)
  const writing = vi.fn<() => Promise<unknown>>()
  writing.mockImplementationOnce(() => db.conversations.update('c1', { subject: 'By the app' }))
  beforeWrite = writing
  const isRow = ({ id }: ConversationRow): boolean => id === 'c1'
  await changeStoredRow<ConversationRow>(page, 'conversations', isRow, (row) => ({ ...row, activityAt: 9 }))
  expect(writing).toHaveBeenCalledTimes(2)
  expect(await db.conversations.get('c1')).toMatchObject({ subject: 'By the app', activityAt: 9 })
})
