import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../../../src/db/database.ts'
import type { ConversationRow } from '../../../src/db/rows.ts'
import { setSnoozes, setStars } from '../../../src/db/flags.ts'
import type { Snooze } from '../../../src/db/rows.ts'
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

describe('a snooze', () => {
  const unknown: Snooze = { until: 10 * HOUR, unlessReply: false, setAt: HOUR, knownWords: 'Hello?' }
  const noReply = { ...SNOOZE, unlessReply: true }
  const answered = [aMessage({ id: 'm1' }), aMessage({ id: 'm3' }), aMessage({ id: 'm4', sender: 'assistant' })]
  const table: readonly [string, Partial<SnoozedConversation>, number, ReturnType<typeof wakeDecisionOf>['kind']][] = [
    ['sleeps until its time', {}, 9 * HOUR, 'asleep'],
    ['is due at its time', {}, 10 * HOUR, 'due'],
    ['is due however late anybody looks', {}, 1_000 * HOUR, 'due'],
    ['sleeps on where the clock was set back', {}, 0, 'asleep'],
    [
      'sleeps on when we write',
      { row: { ...ROW, newest: OURS, unread: false, lastMessage: 'Yes?' } },
      2 * HOUR,
      'asleep',
    ],
    ['ends when the customer writes', { row: { ...ROW, newest: THEIRS, lastMessage: 'Now!' } }, 2 * HOUR, 'answered'],
    [
      'ends when the list shows new unread words',
      { row: { status: 'open', unread: true, lastMessage: 'Now!' } },
      2 * HOUR,
      'answered',
    ],
    [
      'sleeps on when the list shows words that are read',
      { row: { status: 'open', unread: false, lastMessage: 'Yes?' } },
      2 * HOUR,
      'asleep',
    ],
    ['learns which message it knew, when the thread is read', { snooze: unknown, row: ROW }, 2 * HOUR, 'known'],
    [
      'ends when the thread is read and ends with others of the customer',
      { snooze: unknown, row: { ...ROW, newest: THEIRS } },
      2 * HOUR,
      'answered',
    ],
    ['sleeps on in an empty thread', { row: { ...ROW, newest: null } }, 2 * HOUR, 'asleep'],
    ['sleeps on in a conversation begun here', { row: undefined }, 2 * HOUR, 'asleep'],
    [
      'comes to nothing where the conversation was resolved',
      { row: { ...ROW, status: 'resolved' } },
      10 * HOUR,
      'over',
    ],
    ['is due where a status is not known', { row: { ...ROW, status: 'parked' } }, 10 * HOUR, 'due'],
    [
      '“if no reply” is due without one',
      {
        snooze: noReply,
        row: { ...ROW, newest: OURS },
        messages: [aMessage({ id: 'm1' }), aMessage({ id: 'm2', sender: 'assistant' })],
      },
      10 * HOUR,
      'due',
    ],
    [
      '“if no reply” comes to nothing where there was one, and somebody answered it',
      { snooze: noReply, row: { ...ROW, newest: { ...OURS, messageId: 'm4' } }, messages: answered },
      10 * HOUR,
      'over',
    ],
    [
      'any other is due all the same',
      { row: { ...ROW, newest: { ...OURS, messageId: 'm4' } }, messages: answered },
      10 * HOUR,
      'due',
    ],
    [
      '“if no reply” whose message is not in the thread goes by the times',
      {
        snooze: { ...noReply, knownId: 'gone' },
        row: { ...ROW, newest: { ...OURS, messageId: 'm4' } },
        messages: [aMessage({ id: 'm3', sentAt: 2 * HOUR })],
      },
      10 * HOUR,
      'over',
    ],
  ]
  it.each(table)('%s', (_, sleeper, now, expected) => {
    expect(wakeDecisionOf({ snooze: SNOOZE, row: ROW, messages: [], ...sleeper }, now).kind).toBe(expected)
  })
})

describe('the waker', () => {
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
        timers = timers.filter((one) => one !== timer)
      }
    }
    waker = startWaker({ db, now: () => now, after })
  }

  async function snooze(id: string, until: number, unlessReply = false): Promise<void> {
    await setSnoozes(db, [{ conversationId: id, snooze: { until, unlessReply } }])
  }

  async function shown(id: string): Promise<ListedConversation> {
    const [change] = await readListRows(db, [id])
    invariant(change?.shown != null, 'it is there')
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

  it('has one timer for the next that is due, and wakes it then: it is back where it was, as if it had come in then', async () => {
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

  it('never waits longer than a minute, and looks at no row only to see what time it is', async () => {
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

  it('wakes after a sleep of the machine what was due meanwhile', async () => {
    await snooze('a', 5 * HOUR)
    start()
    await expect.poll(() => timers.length).toBe(1)
    now = 100 * HOUR
    waker?.woke()
    await expect.poll(() => viewsOf('a')).toContain('inbox')
    expect((await shown('a')).back?.at).toBe(5 * HOUR)
  })

  it('wakes at a start what was due while the app was not running', async () => {
    await snooze('a', 2 * HOUR)
    now = 3 * HOUR
    start()
    await expect.poll(() => viewsOf('a')).toContain('inbox')
  })

  it('hears of a snooze that is set later, and of the customer who writes', async () => {
    start()
    await expect.poll(() => timers.length).toBe(0)
    await snooze('a', 5 * HOUR, true)
    await expect.poll(() => timers.length).toBe(1)
    await db.conversations.update('a', { newest: THEIRS, lastMessage: 'Now!', activityAt: 2 * HOUR })
    await expect.poll(() => viewsOf('a')).toEqual(['inbox', 'unread', 'waiting', 'all'])
    expect((await shown('a')).back).toBeNull()
    await expect.poll(() => timers.length).toBe(0)
  })

  it('does not put back to sleep what the customer woke, when we answer', async () => {
    await snooze('a', 5 * HOUR)
    start()
    await db.conversations.update('a', { newest: THEIRS, lastMessage: 'Now!' })
    await expect.poll(() => viewsOf('a')).toContain('inbox')
    await db.conversations.update('a', { newest: { ...OURS, messageId: 'm9' }, lastMessage: 'Yes?' })
    expect(await viewsOf('a')).toContain('inbox')
  })

  it('what is back is no news any more once something was said in it', async () => {
    await snooze('a', 2 * HOUR)
    now = 3 * HOUR
    start()
    await expect.poll(async () => (await shown('a')).back).not.toBeNull()
    await db.conversations.update('a', { activityAt: 3 * HOUR })
    expect((await shown('a')).back).toBeNull()
  })

  it('a star outlasts a snooze, and a row that says nothing goes', async () => {
    await setStars(db, [{ conversationId: 'a', isStarred: true }])
    await snooze('a', 5 * HOUR)
    expect(await viewsOf('a')).toEqual(['snoozed', 'starred', 'all'])
    await setSnoozes(db, [{ conversationId: 'a', snooze: null }])
    expect(await viewsOf('a')).toEqual(['inbox', 'unread', 'waiting', 'starred', 'all'])
    await setStars(db, [{ conversationId: 'a', isStarred: false }])
    expect(await db.flags.count()).toBe(0)
  })
})
