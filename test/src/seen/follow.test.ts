import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { callLater } from '../../../src/db/commit-watch.ts'
import type { Database } from '../../../src/db/database.ts'
import { togglePicked } from '../../../src/catalogue/picked.ts'
import { readThread } from '../../../src/db/queries.ts'
import { markAllSeen, markUnseen } from '../../../src/outbox/seen.ts'
import { followSeen, noteReply } from '../../../src/seen/follow.ts'
import type { ReadTiming } from '../../../src/seen/settings.ts'
import { beginRun, resetView, select, useView } from '../../../src/view.ts'
import { listingOf } from '../../../src/catalogue/listing.ts'
import { aConversation, aDatabase } from '../../support/builders.ts'
import { passTime, useVirtualTime } from '../../support/virtual-time.ts'

let db: Database
let timing: ReadTiming
let isFocused: boolean
let tellFocus: () => void
let stop: () => void

beforeEach(async () => {
  useVirtualTime()
  db = aDatabase()
  await db.conversations.bulkAdd(['a', 'b'].map((id) => ({ ...aConversation({ id }), activityAt: 1 })))
  resetView()
  timing = 'two-seconds'
  isFocused = true
  stop = followSeen({
    db,
    readTiming: () => timing,
    isFocused: () => isFocused,
    onFocusChange(listener) {
      tellFocus = listener
      return () => {}
    },
    elapsed: Date.now,
    after: callLater,
  })
})

afterEach(async () => {
  stop()
  await db.delete()
  vi.useRealTimers()
})

async function isUnread(id: string): Promise<boolean | undefined> {
  return (await readThread(db, id))?.conversation.isUnread
}

async function look(id: string | null, ms: number): Promise<void> {
  select(id)
  await passTime(ms, 100)
}

function focus(has: boolean): void {
  isFocused = has
  tellFocus()
}

describe('a conversation that is selected', () => {
  it.each([
    ['open', 400],
    ['half-second', 700],
    ['two-seconds', 2_300],
  ] as const)('by %s is seen within %i ms', async (chosen, ms) => {
    timing = chosen
    await look('a', ms)
    expect([await isUnread('a'), await isUnread('b')]).toEqual([false, true])
  })

  it('is not seen when the selection goes on before the time', async () => {
    await look('a', 1_500)
    await look('b', 1_500)
    await look('a', 1_500)
    expect([await isUnread('a'), await isUnread('b')]).toEqual([true, true])
    await look('a', 1_000)
    expect(await isUnread('a')).toBe(false)
  })

  it('is not seen while the window is behind others; the time begins when it is in front', async () => {
    focus(false)
    await look('a', 5_000)
    expect(await isUnread('a')).toBe(true)
    focus(true)
    await passTime(1_500)
    focus(false)
    await passTime(1_000)
    focus(true)
    await passTime(1_500)
    expect(await isUnread('a')).toBe(true)
    await passTime(1_000)
    expect(await isUnread('a')).toBe(false)
  })

  it('is seen as soon as the window comes to the front, where opening is enough', async () => {
    timing = 'open'
    focus(false)
    await look('a', 500)
    expect(await isUnread('a')).toBe(true)
    focus(true)
    await passTime(200)
    expect(await isUnread('a')).toBe(false)
  })

  it('is not seen while several are picked, and is when they are let go', async () => {
    useView.setState(({ picked }) => ({ picked: togglePicked(picked, 'b') }))
    await look('a', 5_000)
    expect(await isUnread('a')).toBe(true)
    useView.setState(({ picked }) => ({ picked: togglePicked(picked, 'b') }))
    await passTime(2_400)
    expect(await isUnread('a')).toBe(false)
  })

  it('is not seen behind a dialog; what was chosen in Settings meanwhile holds when that is closed', async () => {
    timing = 'hand'
    await look('a', 500)
    useView.setState({ dialog: 'settings' })
    timing = 'open'
    await passTime(3_000)
    expect(await isUnread('a')).toBe(true)
    useView.setState({ dialog: 'none' })
    await passTime(400)
    expect(await isUnread('a')).toBe(false)
  })

  it('is seen in run mode as anywhere else', async () => {
    beginRun(listingOf({ name: 'inbox', channel: null }, ['a', 'b']))
    await passTime(2_400)
    expect([await isUnread('a'), await isUnread('b')]).toEqual([false, true])
  })

  it('wants the time anew for words that come while it is on screen', async () => {
    await look('a', 2_400)
    await db.conversations.update('a', { lastMessage: 'And another thing' })
    await passTime(1_000)
    expect(await isUnread('a')).toBe(true)
    await passTime(1_500)
    expect(await isUnread('a')).toBe(false)
  })
})

describe('what a person marks by hand', () => {
  it('stays unread for as long as it is on screen, though its time comes', async () => {
    await look('a', 2_400)
    await markUnseen(db, ['a'])
    await passTime(5_000)
    expect(await isUnread('a')).toBe(true)
  })

  it('stays unread when it is marked before its time has come', async () => {
    await look('a', 1_000)
    await markUnseen(db, ['a'])
    await passTime(5_000)
    expect(await isUnread('a')).toBe(true)
  })

  it('is seen when it is opened again, after the same time', async () => {
    await markUnseen(db, ['a'])
    await look('a', 1_000)
    expect(await isUnread('a')).toBe(true)
    await passTime(1_500)
    expect(await isUnread('a')).toBe(false)
  })

  it.each(['reply', 'hand'] as const)('is what counts by %s, and looking does nothing', async (chosen) => {
    timing = chosen
    await look('a', 10_000)
    expect(await isUnread('a')).toBe(true)
    await markAllSeen(db, ['a'])
    expect(await isUnread('a')).toBe(false)
  })
})

describe('a reply', () => {
  it.each([
    ['reply', false],
    ['two-seconds', false],
    ['hand', true],
  ] as const)('where %s decides: it is then unread: %s', async (chosen, isLeft) => {
    await noteReply(db, { conversationId: 'a', content: 'On its way' }, chosen)
    expect(await isUnread('a')).toBe(isLeft)
  })

  it('leaves the conversation read when the server, which still calls it unread, shows the reply as its last message', async () => {
    await db.conversations.update('a', { unread: true, lastMessage: 'Where is it?' })
    await noteReply(db, { conversationId: 'a', content: 'On its way' }, 'half-second')
    await db.conversations.update('a', { lastMessage: 'On its way' })
    expect(await isUnread('a')).toBe(false)
    await db.conversations.update('a', { lastMessage: 'Thanks' })
    expect(await isUnread('a')).toBe(true)
  })

  it('leaves the conversation read when it becomes unread only afterwards, for the message that was answered', async () => {
    await db.conversations.update('a', { unread: false, lastMessage: 'Where is it?' })
    await noteReply(db, { conversationId: 'a', content: 'On its way' }, 'half-second')
    await db.conversations.update('a', { unread: true })
    expect(await isUnread('a')).toBe(false)
  })
})

describe('which words were seen', () => {
  const newest = (messageId: string, sender = 'customer') => ({ messageId, sender, words: 'ok', waitingSince: 1 })

  it('the same words said again by the customer are unread again', async () => {
    await db.conversations.update('a', { lastMessage: 'ok', newest: newest('m1') })
    await markAllSeen(db, ['a'])
    expect(await isUnread('a')).toBe(false)
    await db.conversations.update('a', { newest: newest('m2') })
    expect(await isUnread('a')).toBe(true)
  })

  it('also when they were seen before the thread had been read', async () => {
    timing = 'open'
    await db.conversations.update('a', { lastMessage: 'ok' })
    await look('a', 300)
    await db.conversations.update('a', { newest: newest('m1') })
    await passTime(300)
    await look('b', 300)
    expect(await isUnread('a')).toBe(false)
    await db.conversations.update('a', { newest: newest('m2') })
    expect(await isUnread('a')).toBe(true)
  })

  it('the same words of ours are not', async () => {
    await db.conversations.update('a', { lastMessage: 'ok', newest: newest('m1') })
    await markAllSeen(db, ['a'])
    await db.conversations.update('a', { newest: newest('m2', 'assistant') })
    expect(await isUnread('a')).toBe(false)
  })
})
