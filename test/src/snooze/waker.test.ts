import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../../../src/db/database.ts'
import type { ConversationRow, Snooze } from '../../../src/db/rows.ts'
import { setSnoozes, setStars } from '../../../src/db/flags.ts'
import { type ListedConversation, readListRows } from '../../../src/db/list-rows.ts'
import { isInView, VIEWS } from '../../../src/db/views.ts'
import { startWaker, type Waker } from '../../../src/snooze/waker.ts'
import { wakeDecisionOf, type SnoozedConversation } from '../../../src/snooze/waking.ts'
import { invariant } from '../../../src/shared/failure.ts'
import { aConversation, aDatabase, aMessage } from '../../support/builders.ts'

const HOUR = 3_600_000
const NEWEST = { messageId: 'm1', sender: 'customer', words: 'Hello?', waitingSince: 500 }
const SNOOZE: Snooze = { until: 10 * HOUR, unlessReply: false, setAt: HOUR, knownId: 'm1', knownWords: 'Hello?' }
const ROW = { status: 'open', unread: true, lastMessage: 'Hello?', newest: NEWEST }
const OURS = { messageId: 'm2', sender: 'assistant', words: 'Yes?', waitingSince: null }
const THEIRS = { messageId: 'm3', sender: 'customer', words: 'Now!', waitingSince: 2 * HOUR }

describe('wakeDecisionOf', () => {
  const unknown: Snooze = { until: 10 * HOUR, unlessReply: false, setAt: HOUR, knownWords: 'Hello?' }
  const noReply = { ...SNOOZE, unlessReply: true }
  const answered = [aMessage({ id: 'm1' }), aMessage({ id: 'm3' }), aMessage({ id: 'm4', sender: 'assistant' })]
  const table: readonly [string, Partial<SnoozedConversation>, number, ReturnType<typeof wakeDecisionOf>['kind']][] = [
    ['keeps a snooze asleep before its time', {}, 9 * HOUR, 'asleep'],
    ['returns due at its time', {}, 10 * HOUR, 'due'],
    ['returns due long after its time', {}, 1_000 * HOUR, 'due'],
    ['keeps it asleep when the clock was set back', {}, 0, 'asleep'],
    [
      'keeps it asleep when we write',
      { row: { ...ROW, newest: OURS, unread: false, lastMessage: 'Yes?' } },
      2 * HOUR,
      'asleep',
    ],
    [
      'ends it when the customer writes',
      { row: { ...ROW, newest: THEIRS, lastMessage: 'Now!' } },
      2 * HOUR,
      'answered',
    ],
    [
      'ends it when the list shows a new unread message',
      { row: { status: 'open', unread: true, lastMessage: 'Now!' } },
      2 * HOUR,
      'answered',
    ],
    [
      'keeps it asleep when the list shows a new message that is read',
      { row: { status: 'open', unread: false, lastMessage: 'Yes?' } },
      2 * HOUR,
      'asleep',
    ],
    [
      'returns the id of the known message when the thread has been read',
      { snooze: unknown, row: ROW },
      2 * HOUR,
      'known',
    ],
    [
      'ends it when the thread has been read and ends with another customer message',
      { snooze: unknown, row: { ...ROW, newest: THEIRS } },
      2 * HOUR,
      'answered',
    ],
    ['keeps it asleep in an empty thread', { row: { ...ROW, newest: null } }, 2 * HOUR, 'asleep'],
    ['keeps it asleep in a conversation begun here', { row: undefined }, 2 * HOUR, 'asleep'],
    ['returns over when the conversation was resolved', { row: { ...ROW, status: 'resolved' } }, 10 * HOUR, 'over'],
    ['returns due for an unknown status', { row: { ...ROW, status: 'parked' } }, 10 * HOUR, 'due'],
    [
      'returns due for “if no reply” without a reply',
      {
        snooze: noReply,
        row: { ...ROW, newest: OURS },
        messages: [aMessage({ id: 'm1' }), aMessage({ id: 'm2', sender: 'assistant' })],
      },
      10 * HOUR,
      'due',
    ],
    [
      'returns over for “if no reply” when the customer replied and we answered',
      { snooze: noReply, row: { ...ROW, newest: { ...OURS, messageId: 'm4' } }, messages: answered },
      10 * HOUR,
      'over',
    ],
    [
      'returns due for a plain snooze when the customer replied and we answered',
      { row: { ...ROW, newest: { ...OURS, messageId: 'm4' } }, messages: answered },
      10 * HOUR,
      'due',
    ],
    [
      'compares times for “if no reply” when the known message is not in the thread',
      {
        snooze: { ...noReply, knownId: 'gone' },
        row: { ...ROW, newest: { ...OURS, messageId: 'm4' } },
        messages: [aMessage({ id: 'm3', sentAt: 2 * HOUR })],
      },
      10 * HOUR,
      'over',
    ],
  ]
  it.each(table)('%s', (_, conversation, now, expected) => {
    expect(wakeDecisionOf({ snooze: SNOOZE, row: ROW, messages: [], ...conversation }, now).kind).toBe(expected)
  })
})

describe('startWaker', () => {
  let db: Database
  let now = 0
  let timers: { readonly ms: number; readonly ring: () => void }[] = []
  let waker: Waker | null = null
  let reads = 0

  beforeEach(async () => {
    db = aDatabase()
    now = HOUR
    timers = []
    reads = 0
    await db.conversations.bulkAdd(
      ['a', 'b'].map((id): ConversationRow => ({ ...aConversation({ id }), activityAt: 500, newest: NEWEST })),
    )
  })

  afterEach(async () => {
    await waker?.stop()
    waker = null
    await db.delete()
  })

  function start(): void {
    db.flags.hook('reading', (row) => {
      reads += 1
      return row
    })
    const after = (ms: number, then: () => void) => {
      const timer = { ms, ring: then }
      timers.push(timer)
      return () => {
        timers = timers.filter((other) => other !== timer)
      }
    }
    waker = startWaker({ db, now: () => now, after })
  }

  async function snooze(id: string, until: number, unlessReply = false): Promise<void> {
    await setSnoozes(db, [{ conversationId: id, snooze: { until, unlessReply } }])
  }

  async function shown(id: string): Promise<ListedConversation> {
    const [change] = await readListRows(db, [id])
    invariant(change?.shown != null, 'the conversation exists')
    return change.shown
  }

  async function viewsOf(id: string): Promise<readonly string[]> {
    const row = await shown(id)
    return VIEWS.filter((name) => isInView(row, name))
  }

  function ring(): void {
    const [timer] = timers
    timers = []
    timer?.ring()
  }

  it('sets one timer for the next due snooze, and ends it then with a “back” mark', async () => {
    await snooze('a', 1.5 * HOUR)
    await snooze('b', 9 * HOUR)
    expect(await viewsOf('a')).toEqual(['snoozed', 'all'])
    start()
    await expect.poll(() => timers.length).toBe(1)
    now = 1.5 * HOUR
    ring()
    await expect.poll(() => viewsOf('a')).toEqual(['inbox', 'unread', 'waiting', 'all'])
    expect((await shown('a')).back).toEqual({ at: 1.5 * HOUR, unlessReply: false })
    expect(await viewsOf('b')).toEqual(['snoozed', 'all'])
    await expect.poll(() => timers.length).toBe(1)
  })

  it('waits at most a minute, and reads no row when nothing is due', async () => {
    await snooze('a', 900 * HOUR)
    start()
    await expect.poll(() => timers.map(({ ms }) => ms)).toEqual([60_000])
    const before = reads
    for (let minute = 0; minute < 10; minute += 1) {
      now += 60_000
      ring()
      await expect.poll(() => timers.map(({ ms }) => ms)).toEqual([60_000])
    }
    expect(reads).toBe(before)
  })

  it('ends snoozes that became due while the machine slept', async () => {
    await snooze('a', 5 * HOUR)
    start()
    await expect.poll(() => timers.length).toBe(1)
    now = 100 * HOUR
    waker?.woke()
    await expect.poll(() => viewsOf('a')).toContain('inbox')
    expect((await shown('a')).back?.at).toBe(5 * HOUR)
  })

  it('ends snoozes at the start that became due while the app was not running', async () => {
    await snooze('a', 2 * HOUR)
    now = 3 * HOUR
    start()
    await expect.poll(() => viewsOf('a')).toContain('inbox')
  })

  it('notices a snooze that is set later, and a message of the customer', async () => {
    start()
    await expect.poll(() => timers.length).toBe(0)
    await snooze('a', 5 * HOUR, true)
    await expect.poll(() => timers.length).toBe(1)
    await db.conversations.update('a', { newest: THEIRS, lastMessage: 'Now!', activityAt: 2 * HOUR })
    await expect.poll(() => viewsOf('a')).toEqual(['inbox', 'unread', 'waiting', 'all'])
    expect((await shown('a')).back).toBeNull()
    await expect.poll(() => timers.length).toBe(0)
  })

  it('does not snooze a conversation again when we answer after the customer ended the snooze', async () => {
    await snooze('a', 5 * HOUR)
    start()
    await db.conversations.update('a', { newest: THEIRS, lastMessage: 'Now!' })
    await expect.poll(() => viewsOf('a')).toContain('inbox')
    await db.conversations.update('a', { newest: { ...OURS, messageId: 'm9' }, lastMessage: 'Yes?' })
    expect(await viewsOf('a')).toContain('inbox')
  })

  it('drops the “back” mark after new activity', async () => {
    await snooze('a', 2 * HOUR)
    now = 3 * HOUR
    start()
    await expect.poll(async () => (await shown('a')).back).not.toBeNull()
    await db.conversations.update('a', { activityAt: 3 * HOUR })
    expect((await shown('a')).back).toBeNull()
  })

  it('keeps a star when a snooze ends, and deletes flags rows that are empty', async () => {
    await setStars(db, [{ conversationId: 'a', isStarred: true }])
    await snooze('a', 5 * HOUR)
    expect(await viewsOf('a')).toEqual(['snoozed', 'starred', 'all'])
    await setSnoozes(db, [{ conversationId: 'a', snooze: null }])
    expect(await viewsOf('a')).toEqual(['inbox', 'unread', 'waiting', 'starred', 'all'])
    await setStars(db, [{ conversationId: 'a', isStarred: false }])
    expect(await db.flags.count()).toBe(0)
  })
})
