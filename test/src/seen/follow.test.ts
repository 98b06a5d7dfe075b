import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { callLater } from '../../../src/db/commit-watch.ts'
import type { Database } from '../../../src/db/database.ts'
import { togglePicked } from '../../../src/catalogue/picked.ts'
import { readThread } from '../../../src/db/queries.ts'
import { markAllSeen, markUnseen } from '../../../src/outbox/seen.ts'
import { followSeen, noteReply } from '../../../src/seen/follow.ts'
import type { ReadTiming } from '../../../src/seen/settings.ts'
import { beginRun, openConversation, select, useView } from '../../../src/view/view.ts'
import { resetView } from '../../../src/view/workspace-view.ts'
import { layoutFor } from '../../../src/view/layout.ts'
import { listingOf } from '../../../src/catalogue/listing.ts'
import { aConversation, aDatabase } from '../../support/builders.ts'
import { passTime, useVirtualTime } from '../../support/virtual-time.ts'

let db: Database
let timing: ReadTiming
let isFocused: boolean
let notifyFocus: () => void
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
      notifyFocus = listener
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

async function openFor(id: string | null, ms: number): Promise<void> {
  select(id)
  await passTime(ms, 100)
}

function focus(has: boolean): void {
  isFocused = has
  notifyFocus()
}

describe('an open conversation', () => {
  it.each([
    ['open', 400],
    ['half-second', 700],
    ['two-seconds', 2_300],
  ] as const)('with %s is read within %i ms', async (chosen, ms) => {
    timing = chosen
    await openFor('a', ms)
    expect([await isUnread('a'), await isUnread('b')]).toEqual([false, true])
  })

  it('stays unread when another one is opened before the time is over', async () => {
    await openFor('a', 1_500)
    await openFor('b', 1_500)
    await openFor('a', 1_500)
    expect([await isUnread('a'), await isUnread('b')]).toEqual([true, true])
    await openFor('a', 1_000)
    expect(await isUnread('a')).toBe(false)
  })

  it('stays unread without window focus; the time starts with the focus', async () => {
    focus(false)
    await openFor('a', 5_000)
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

  it('is read as soon as the window gets the focus when opening is enough', async () => {
    timing = 'open'
    focus(false)
    await openFor('a', 500)
    expect(await isUnread('a')).toBe(true)
    focus(true)
    await passTime(200)
    expect(await isUnread('a')).toBe(false)
  })

  it('stays unread while conversations are selected, and is read when they are deselected', async () => {
    useView.setState(({ picked }) => ({ picked: togglePicked(picked, 'b') }))
    await openFor('a', 5_000)
    expect(await isUnread('a')).toBe(true)
    useView.setState(({ picked }) => ({ picked: togglePicked(picked, 'b') }))
    await passTime(2_400)
    expect(await isUnread('a')).toBe(false)
  })

  it('stays unread behind the list of a narrow window, and is read when its thread is shown', async () => {
    useView.setState({ layout: layoutFor(640) })
    await openFor('a', 5_000)
    expect(await isUnread('a')).toBe(true)
    openConversation('a')
    await passTime(2_400)
    expect(await isUnread('a')).toBe(false)
    useView.setState({ layout: layoutFor(1_280) })
  })

  it('stays unread behind a dialog; a setting changed there applies when it is closed', async () => {
    timing = 'hand'
    await openFor('a', 500)
    useView.setState({ dialog: 'settings' })
    timing = 'open'
    await passTime(3_000)
    expect(await isUnread('a')).toBe(true)
    useView.setState({ dialog: 'none' })
    await passTime(400)
    expect(await isUnread('a')).toBe(false)
  })

  it('is read in focus mode as well', async () => {
    beginRun(listingOf({ name: 'inbox', channel: null }, ['a', 'b']))
    await passTime(2_400)
    expect([await isUnread('a'), await isUnread('b')]).toEqual([false, true])
  })

  it('must be on screen for the whole time again when a message arrives', async () => {
    await openFor('a', 2_400)
    await db.conversations.update('a', { lastMessage: 'And another thing' })
    await passTime(1_000)
    expect(await isUnread('a')).toBe(true)
    await passTime(1_500)
    expect(await isUnread('a')).toBe(false)
  })
})

describe('a conversation that the user marks', () => {
  it('stays unread while it is on screen', async () => {
    await openFor('a', 2_400)
    await markUnseen(db, ['a'])
    await passTime(5_000)
    expect(await isUnread('a')).toBe(true)
  })

  it('stays unread when it is marked before the time is over', async () => {
    await openFor('a', 1_000)
    await markUnseen(db, ['a'])
    await passTime(5_000)
    expect(await isUnread('a')).toBe(true)
  })

  it('is read after the same time when it is opened later', async () => {
    await markUnseen(db, ['a'])
    await openFor('a', 1_000)
    expect(await isUnread('a')).toBe(true)
    await passTime(1_500)
    expect(await isUnread('a')).toBe(false)
  })

  it.each(['reply', 'hand'] as const)('is read only then with %s, not by being open', async (chosen) => {
    timing = chosen
    await openFor('a', 10_000)
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
  ] as const)('with %s: the conversation is then unread: %s', async (chosen, isLeft) => {
    await noteReply(db, { conversationId: 'a', content: 'On its way' }, chosen)
    expect(await isUnread('a')).toBe(isLeft)
  })

  it('keeps the conversation read when the server still reports unread and lists the reply as the last message', async () => {
    await db.conversations.update('a', { unread: true, lastMessage: 'Where is it?' })
    await noteReply(db, { conversationId: 'a', content: 'On its way' }, 'half-second')
    await db.conversations.update('a', { lastMessage: 'On its way' })
    expect(await isUnread('a')).toBe(false)
    await db.conversations.update('a', { lastMessage: 'Thanks' })
    expect(await isUnread('a')).toBe(true)
  })

  it('keeps the conversation read when the server reports unread afterwards for the answered message', async () => {
    await db.conversations.update('a', { unread: false, lastMessage: 'Where is it?' })
    await noteReply(db, { conversationId: 'a', content: 'On its way' }, 'half-second')
    await db.conversations.update('a', { unread: true })
    expect(await isUnread('a')).toBe(false)
  })
})

describe('a repeated text', () => {
  const newest = (messageId: string, sender = 'customer') => ({ messageId, sender, words: 'ok', waitingSince: 1 })

  it('from the customer makes the conversation unread again', async () => {
    await db.conversations.update('a', { lastMessage: 'ok', newest: newest('m1') })
    await markAllSeen(db, ['a'])
    expect(await isUnread('a')).toBe(false)
    await db.conversations.update('a', { newest: newest('m2') })
    expect(await isUnread('a')).toBe(true)
  })

  it('makes it unread again when the first one was seen before the thread was read', async () => {
    timing = 'open'
    await db.conversations.update('a', { lastMessage: 'ok' })
    await openFor('a', 300)
    await db.conversations.update('a', { newest: newest('m1') })
    await passTime(300)
    await openFor('b', 300)
    expect(await isUnread('a')).toBe(false)
    await db.conversations.update('a', { newest: newest('m2') })
    expect(await isUnread('a')).toBe(true)
  })

  it('from us leaves it read', async () => {
    await db.conversations.update('a', { lastMessage: 'ok', newest: newest('m1') })
    await markAllSeen(db, ['a'])
    await db.conversations.update('a', { newest: newest('m2', 'assistant') })
    expect(await isUnread('a')).toBe(false)
  })
})
