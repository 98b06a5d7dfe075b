import { describe, expect, it } from 'vitest'
import { applyPage, applyThread } from '../../../src/db/cache.ts'
import { type Database, makeDatabase } from '../../../src/db/database.ts'
import type { ConversationRow, ThreadRow } from '../../../src/db/rows.ts'
import { readListRows, readNextListRows, FROM_THE_START } from '../../../src/db/list-rows.ts'
import { shownTimeOf } from '../../../src/db/overlay.ts'
import { readThread } from '../../../src/db/queries.ts'
import { makeServerClock } from '../../../src/db/server-clock.ts'
import { normaliseStoredConversation, normaliseStoredThread } from '../../../src/db/stored.ts'
import { timeRangeAt } from '../../../src/shared/sane-values.ts'
import { DATA_KEY } from '../../support/data-key.ts'

const DAY_MS = 24 * 60 * 60_000
const NOW = Date.UTC(2024, 5, 1)
const RANGE = timeRangeAt(NOW)
const NANOSECONDS = 1_730_176_462_000_000_000
/** Times stored by earlier builds for servers that send nanoseconds, nothing, the year 1, or future times. */
const BAD_TIMES = [NANOSECONDS, 9e15, -9e15, 0, Date.parse('0001-01-01'), Number.NaN, Infinity, NOW + 2 * DAY_MS]

function aRow(fields: Partial<ConversationRow> = {}): ConversationRow {
  return { id: 'c', customerName: 'Ana', timestamp: NOW - DAY_MS, activityAt: NOW - DAY_MS, newest: null, ...fields }
}

describe('normaliseStoredConversation', () => {
  it('returns the row itself when it is valid', () => {
    const row = aRow({ tags: ['vip'], newest: { messageId: 'm', sender: 'customer', words: 'Hi', waitingSince: NOW } })
    expect(normaliseStoredConversation(row, RANGE)).toBe(row)
  })

  it.each(BAD_TIMES)('has no time where an earlier build kept %d', (bad) => {
    const row = normaliseStoredConversation(aRow({ timestamp: bad, activityAt: bad }), RANGE)
    expect(row).not.toHaveProperty('timestamp')
    expect(row).toMatchObject({ activityAt: 0, isActivityGuessed: true })
  })

  it.each(BAD_TIMES)('uses the timestamp when the activity time is %d', (bad) => {
    expect(normaliseStoredConversation(aRow({ activityAt: bad }), RANGE)).toEqual(aRow())
  })

  it.each(BAD_TIMES)('drops `newest` when the waiting time is %d', (bad) => {
    const newest = { messageId: 'm', sender: 'customer', words: 'Hi', waitingSince: bad }
    expect(normaliseStoredConversation(aRow({ newest }), RANGE)).not.toHaveProperty('newest')
  })

  it('drops half characters, invisible names and duplicate tags', () => {
    const newest = { messageId: 'm', sender: 'customer', words: 'cut \ud83d', waitingSince: null }
    const bad = aRow({ customerName: '\u200b', subject: 'x\udc00', tags: ['a', 'a', '\ud800'], newest })
    expect(normaliseStoredConversation(bad, RANGE)).toEqual(
      aRow({ customerName: '', subject: 'x\ufffd', tags: ['a', '\ufffd'], newest: { ...newest, words: 'cut ' } }),
    )
  })
})

describe('normaliseStoredThread', () => {
  const thread = (sentAt: number | null, content = 'Hi'): ThreadRow => ({
    conversationId: 'c',
    messages: [{ id: 'm', sender: 'customer', content, sentAt }],
    readAt: NOW,
  })

  it('is the very row when nothing is wrong with it', () => {
    const good = thread(NOW)
    expect(normaliseStoredThread(good, RANGE)).toBe(good)
    expect(normaliseStoredThread(thread(null), RANGE)).toEqual(thread(null))
  })

  it.each(BAD_TIMES)('drops the stored time %d', (bad) => {
    expect(normaliseStoredThread(thread(bad), RANGE)).toEqual(thread(null))
  })

  it('makes texts well formed', () => {
    expect(normaliseStoredThread(thread(NOW, 'a\ud800'), RANGE)).toEqual(thread(NOW, 'a\ufffd'))
  })
})

let count = 0
function aProfile(): Database {
  count += 1
  return makeDatabase(`stored-${count}`, DATA_KEY)
}

async function shown(db: Database) {
  const [change] = await readListRows(db, ['c'])
  return change?.shown ?? null
}

describe('a database of an earlier build', () => {
  it('gives every query sane values', async () => {
    const db = aProfile()
    await db.conversations.put(aRow({ timestamp: NANOSECONDS, activityAt: NANOSECONDS }))
    await db.threads.put({
      conversationId: 'c',
      messages: [{ id: 'm', sender: 'customer', content: 'Hi', sentAt: NANOSECONDS }],
      readAt: NOW,
    })
    const good = { activityAt: 0, isActivityGuessed: true }
    expect(await db.conversations.get('c')).toMatchObject(good)
    expect(await db.conversations.bulkGet(['c'])).toMatchObject([good])
    expect(await db.conversations.toArray()).toMatchObject([good])
    expect(await db.conversations.where('id').above('').limit(5).toArray()).toMatchObject([good])
    expect(await db.conversations.filter(() => true).toArray()).toMatchObject([good])
    const each: number[] = []
    await db.conversations.each((row) => each.push(row.activityAt))
    expect(each).toEqual([0])
    expect((await readNextListRows(db, FROM_THE_START, 5)).map((change) => change.shown?.activityAt)).toEqual([0])
    const thread = await readThread(db, 'c')
    expect(thread?.items.map((item) => item.at)).toEqual([null])
    expect(shownTimeOf(thread?.conversation ?? { activityAt: 1 })).toBeNull()
  })

  it('gets a valid time when the server sends one', async () => {
    const db = aProfile()
    await db.conversations.put(aRow({ lastMessage: 'Hi', timestamp: NANOSECONDS, activityAt: NANOSECONDS }))
    const received = { id: 'c', lastMessage: 'Hi', timestamp: NOW - 3 * DAY_MS }
    await applyPage(db, [received], { askedAt: NOW, now: NOW })
    expect(shownTimeOf((await shown(db)) ?? { activityAt: 0 })).toBe(NOW - 3 * DAY_MS)
    expect(await db.conversations.get('c')).toMatchObject({ timestamp: NOW - 3 * DAY_MS, isActivityGuessed: false })
  })
})

describe('a conversation without a server time', () => {
  const asked = { askedAt: NOW, now: NOW }
  const detail = (...messages: readonly { readonly sentAt: number | null; readonly content: string }[]) => ({
    conversation: { id: 'c' },
    messages: messages.map((message, index) => ({ id: `m${index}`, sender: 'customer', ...message })),
    serverAt: null,
  })

  it('shows no time, and is sorted by the newest time in its thread', async () => {
    const db = aProfile()
    await applyPage(db, [{ id: 'c', lastMessage: 'From the future' }], asked)
    expect(await shown(db)).toMatchObject({ activityAt: NOW, isActivityGuessed: true })
    const thread = detail({ sentAt: NOW - DAY_MS, content: 'Hi' }, { sentAt: null, content: 'From the future' })
    await applyThread(db, 'c', thread, asked)
    expect(await shown(db)).toMatchObject({
      activityAt: NOW - DAY_MS,
      isActivityGuessed: true,
      lastText: 'From the future',
    })
  })

  it('is sorted by a new message with a time and shows it', async () => {
    const db = aProfile()
    await applyPage(db, [{ id: 'c', lastMessage: 'From the future' }], asked)
    await applyThread(db, 'c', detail({ sentAt: null, content: 'From the future' }), asked)
    const later = { askedAt: NOW + 60_000, now: NOW + 60_000 }
    await applyPage(
      db,
      [
        { id: 'c', lastMessage: 'True news' },
        { id: 'd', timestamp: NOW + 30_000 },
      ],
      later,
    )
    expect(await shown(db)).toMatchObject({ activityAt: NOW + 60_000, lastText: 'True news' })
    expect(shownTimeOf((await shown(db)) ?? { activityAt: 0 })).toBe(NOW + 60_000)
  })
})

describe('makeServerClock', () => {
  it('uses this device’s clock, or the server’s when the device is far behind', () => {
    const clock = makeServerClock(() => NOW)
    expect(clock.update(NOW + 1_000)).toBeNull()
    expect(clock.update(NOW - 1_000 * DAY_MS)).toBeNull()
    expect(clock.now()).toBe(NOW)
    expect(clock.update(NOW + 1_000 * DAY_MS)).toEqual({ name: 'serverClock', value: 1_000 * DAY_MS })
    expect(clock.now()).toBe(NOW + 1_000 * DAY_MS)
    const restarted = makeServerClock(() => NOW)
    restarted.restore({ name: 'serverClock', value: 1_000 * DAY_MS })
    expect(restarted.now()).toBe(NOW + 1_000 * DAY_MS)
    // The device's clock was corrected.
    expect(restarted.update(NOW)).toEqual({ name: 'serverClock', value: 0 })
    expect(restarted.now()).toBe(NOW)
  })

  it('ignores a server time that is impossibly far ahead', () => {
    for (const serverAt of [Date.UTC(9999, 11, 31), 8.64e15]) {
      const clock = makeServerClock(() => NOW)
      expect(clock.update(serverAt)).toBeNull()
      clock.restore({ name: 'serverClock', value: serverAt - NOW })
      expect(clock.now()).toBe(NOW)
    }
    // A clock that was never set.
    const unset = makeServerClock(() => 0)
    unset.update(NOW)
    expect(unset.now()).toBe(NOW)
  })
})
