import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { customerKeysOf } from '../../../src/db/customer-key.ts'
import { type Database, makeDatabase } from '../../../src/db/database.ts'
import { readNote } from '../../../src/db/customer-queries.ts'
import { saveNote } from '../../../src/db/notes.ts'
import type { ConversationRow } from '../../../src/db/rows.ts'
import { type DeviceRows, importDevice } from '../../../src/device-backup/import-device.ts'
import { importPageSettings } from '../../../src/device-backup/import-settings.ts'
import { readDevice } from '../../../src/device-backup/read-device.ts'
import { MAX_PART_ROWS, MOVED_TABLES, type MovedRow, type MovedTable } from '../../../src/shared/device-backup.ts'
import { aConversation, ANY_TIME, aDatabase, anOp } from '../../support/builders.ts'

let old: Database
let now: Database

beforeEach(() => {
  old = aDatabase()
  now = makeDatabase('the-other-device', btoa('k'.repeat(32)), undefined, ANY_TIME)
})

afterEach(() => Promise.all([old.delete(), now.delete()]))

async function backUp(onLost = () => {}): Promise<Map<MovedTable, MovedRow[]>> {
  const rows = new Map<MovedTable, MovedRow[]>()
  for await (const part of readDevice(old, 9_000, onLost))
    rows.set(part.table, [...(rows.get(part.table) ?? []), ...part.rows])
  return rows
}

const restore = (rows: DeviceRows) =>
  importDevice(now, rows, { workspaceId: 'w-now', workspaceIdThere: 'w-old', now: 10_000 })

async function everything(db: Database): Promise<unknown> {
  const tables = db.tables.map(async (table) => [table.name, await table.toArray()] as const)
  return JSON.parse(JSON.stringify(await Promise.all(tables)))
}

const row = (fields: Partial<ConversationRow> = {}): ConversationRow => ({
  ...aConversation(fields),
  activityAt: 1,
  ...fields,
})
const LOCAL = 'local-00000000-0000-4000-8000-000000000001'
const OTHER_LOCAL = 'local-00000000-0000-4000-8000-000000000002'

async function fillOld(): Promise<void> {
  await old.conversations.bulkPut([
    row(),
    row({ id: 'conv_5', customerPhone: '+15550005555' }),
    row({ id: LOCAL, serverId: 'conv_7', customerPhone: '+15550007777' }),
  ])
  await old.drafts.bulkPut([
    { conversationId: 'conv_1', text: 'for Ana', caret: 3, updatedAt: 1 },
    { conversationId: LOCAL, text: 'for the one begun here', caret: 0, updatedAt: 1 },
  ])
  await old.draftVersions.put({ conversationId: 'conv_1', versions: [{ text: 'before', at: 1 }] })
  await old.snippets.put({ id: 's', name: 'Hi', shortcut: 'hi', text: 'Hello {name}' })
  await old.seen.put({ conversationId: LOCAL, lastMessage: 'Hello?', seenAt: 5 })
  await old.flags.put({ conversationId: 'conv_1', starredAt: 5 })
  await old.meta.bulkPut([
    { name: 'savedSearches', value: [{ id: 'x', name: 'VIP', text: 'tag:vip' }] },
    { name: 'writingSettings', value: { checksSpelling: false } },
    { name: 'installId', value: 'of the old device' },
  ])
  await saveNote(old, { keys: keysOf(row()), text: 'Prefers mornings' })
  await saveNote(old, { keys: ['conversation conv_5'], text: 'Of a conversation' })
}

const keysOf = (conversation: ConversationRow): readonly string[] =>
  customerKeysOf([{ ...conversation, customerId: conversation.customerId ?? null }])

describe('on a new device', () => {
  it('has everything, under the ids and keys of that device', async () => {
    await fillOld()
    const imported = await restore(await backUp())
    expect(imported).toEqual({ ops: 0, drafts: 2, flags: 1, notes: 2, snippets: 1, conflicts: [], unusable: 0 })
    expect((await now.drafts.toArray()).map(({ conversationId, text }) => [conversationId, text])).toEqual([
      ['conv_1', 'for Ana'],
      ['conv_7', 'for the one begun here'],
    ])
    expect(await now.draftVersions.toArray()).toEqual(await old.draftVersions.toArray())
    expect(await now.snippets.toArray()).toEqual(await old.snippets.toArray())
    expect(await now.seen.get('conv_7')).toMatchObject({ seenAt: 5 })
    expect(await now.flags.toArray()).toEqual(await old.flags.toArray())
    expect(await readNote(now, keysOf(row()))).toBe('Prefers mornings')
    expect(await readNote(now, ['conversation conv_5'])).toBe('Of a conversation')
    expect((await now.meta.get('writingSettings'))?.value).toEqual({ checksSpelling: false })
    expect((await now.meta.get('savedSearches'))?.value).toHaveLength(1)
    // What belongs to the other database stays there.
    expect(await now.meta.get('installId')).toBeUndefined()
  })

  it('a second restore changes nothing', async () => {
    await fillOld()
    const rows = await backUp()
    await restore(rows)
    const before = await everything(now)
    const again = await restore(rows)
    expect(again).toEqual({ ops: 0, drafts: 0, flags: 0, notes: 0, snippets: 0, conflicts: [], unusable: 0 })
    expect(await everything(now)).toEqual(before)
  })

  it('a note without a customer is named when the backup is made', async () => {
    await saveNote(old, { keys: ['id nobody'], text: 'Who was this?' })
    let lost = 0
    const rows = await backUp(() => (lost += 1))
    expect([lost, rows.get('notes')]).toEqual([1, undefined])
  })
})

describe('on a device in use', () => {
  it('keeps both texts of a conversation, and says so', async () => {
    await fillOld()
    await now.conversations.bulkPut([row(), row({ id: OTHER_LOCAL, serverId: 'conv_7', customerName: 'Marko' })])
    await now.drafts.bulkPut([
      { conversationId: 'conv_1', text: 'written here', caret: 0, updatedAt: 9 },
      { conversationId: OTHER_LOCAL, text: 'also here', caret: 0, updatedAt: 9 },
    ])
    await now.snippets.put({ id: 's', name: 'Hi', shortcut: 'hi', text: 'Good day {name}' })
    await saveNote(now, { keys: keysOf(row()), text: 'Speaks Serbian' })
    const { conflicts } = await restore(await backUp())
    expect(conflicts).toEqual([
      { kind: 'draft', name: 'Ana Petrović' },
      // Begun on both devices under different ids.
      { kind: 'draft', name: 'Marko' },
      { kind: 'note', name: 'Ana Petrović' },
      { kind: 'snippet', name: 'Hi' },
    ])
    expect((await now.drafts.get('conv_1'))?.text).toBe('written here')
    expect((await now.draftVersions.get('conv_1'))?.versions.map(({ text }) => text)).toEqual(['for Ana', 'before'])
    expect((await now.draftVersions.get(OTHER_LOCAL))?.versions).toHaveLength(1)
    expect(await now.drafts.count()).toBe(2)
    expect(await readNote(now, keysOf(row()))).toBe('Speaks Serbian\n\nPrefers mornings')
    expect(await now.snippets.count()).toBe(2)
  })

  it('keeps settings that were changed there', async () => {
    await fillOld()
    await now.meta.put({ name: 'writingSettings', value: { checksSpelling: true } })
    await restore(await backUp())
    expect((await now.meta.get('writingSettings'))?.value).toEqual({ checksSpelling: true })
    const stored = new Map([['density', 'compact']])
    const storage = {
      getItem: (name: string) => stored.get(name) ?? null,
      setItem: (name: string, value: string) => void stored.set(name, value),
    }
    importPageSettings(storage, { density: 'comfortable', 'read-timing': 'never' })
    expect(Object.fromEntries(stored)).toEqual({ density: 'compact', 'read-timing': 'never' })
  })

  it('stores all or nothing', async () => {
    await fillOld()
    const rows = await backUp()
    const before = await everything(now)
    // The disk fills up at the last table.
    const failing = new Proxy(now.meta, {
      get: (table, name) =>
        name === 'put' ? () => Promise.reject(new Error('the disk is full')) : (Reflect.get(table, name) as unknown),
    })
    const broken = new Proxy(now, {
      get: (db, name) => (name === 'meta' ? failing : (Reflect.get(db, name) as unknown)),
    })
    await expect(
      importDevice(broken, rows, { workspaceId: 'w-now', workspaceIdThere: 'w-old', now: 1 }),
    ).rejects.toThrow('the disk is full')
    expect(await everything(now)).toEqual(before)
    expect((await restore(rows)).drafts).toBe(2)
  })
})

describe('rows that are not what they say', () => {
  const bad: readonly MovedRow[] = [
    {},
    { id: 7, conversationId: 7, customer: null, name: 'savedSearches', value: 'x' },
    { conversationId: 'c', text: null, caret: 'a', updatedAt: {}, versions: [1], seenAt: '1', starredAt: 'x' },
    { name: 'installId', value: 'theirs' },
    { name: 'writingSettings', value: { segmentPrice: { amount: '1', currency: 5 } } },
    { conversationId: 'c', snooze: { until: 'soon' } },
  ]

  it.each(MOVED_TABLES)('are left out of %s and counted', async (table) => {
    const before = await everything(now)
    const { unusable } = await restore(new Map([[table, bad]]))
    expect(unusable).toBe(bad.length)
    expect(await everything(now)).toEqual(before)
  })

  const OP = JSON.parse(JSON.stringify(anOp())) as MovedRow
  it.each([
    ['as it is', {}, 0],
    ['with a header’s line break in its id', { id: 'op\r\nX-Other: 1' }, 1],
    ['with an unknown intent', { intent: { kind: 'delete' } }, 1],
    ['with the name of a method of objects as its intent', { intent: { kind: 'constructor' } }, 1],
    ['with an empty message', { intent: { kind: 'send', content: '', seenMessageId: null } }, 1],
    ['with a close as a change', { intent: { kind: 'patch', status: 'closed' } }, 1],
    ['with an unknown state', { state: 'sent' }, 1],
    ['with an unknown failure', { failure: { kind: 'curious' } }, 1],
    ['with attempts of another shape', { attempts: [{ begunAt: 'now' }] }, 1],
  ])('an op %s', async (_, fields, unusable) => {
    const imported = await restore(new Map([['outbox', [{ ...OP, ...fields }]]]))
    expect([imported.unusable, imported.ops]).toEqual([unusable, 1 - unusable])
    expect(await now.outbox.count()).toBe(1 - unusable)
  })
})

it('gives many rows in parts of a limited size, however long a text is', async () => {
  const seen = Array.from({ length: 2_500 }, (_, index) => ({
    conversationId: `c${index}`,
    lastMessage: '',
    seenAt: 1,
  }))
  await old.seen.bulkPut(seen)
  await old.drafts.bulkPut(
    ['a', 'b', 'c'].map((id) => ({ conversationId: id, text: id.repeat(300_000), caret: 0, updatedAt: 1 })),
  )
  const sizes: (readonly [string, number])[] = []
  for await (const { table, rows } of readDevice(old, 1, () => {})) sizes.push([table, rows.length])
  expect(sizes.filter(([table]) => table === 'drafts').map(([, count]) => count)).toEqual([1, 1, 1])
  const ofSeen = sizes.filter(([table]) => table === 'seen').map(([, count]) => count)
  expect(ofSeen.reduce((sum, count) => sum + count, 0)).toBe(2_500)
  expect(Math.max(...ofSeen)).toBe(MAX_PART_ROWS)
})
