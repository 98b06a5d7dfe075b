import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Database } from '../../../src/db/database.ts'
import { makeNotifier, type Notifier } from '../../../src/notify/notifier.ts'
import { DEFAULT_QUIET_HOURS, type QuietHours, type WallTime } from '../../../src/notify/quiet-hours.ts'
import { renameCustomer, setStatus } from '../../../src/outbox/intents.ts'
import { sendMessage } from '../../../src/outbox/send.ts'
import { workspaceOfNotice } from '../../../src/shared/notification.ts'
import { readShownNotice } from '../../../src/db/shown-notices.ts'
import { aConversation, aDatabase } from '../../support/builders.ts'
import { FakeBridge } from '../../support/fake-bridge.ts'

const NOW = 1_700_000_000_000

let db: Database
let bridge: FakeBridge
let notifier: Notifier
let onScreenId: string | null
let quietHours: QuietHours
let wallTime: WallTime

beforeEach(async () => {
  db = aDatabase()
  bridge = new FakeBridge()
  onScreenId = null
  quietHours = DEFAULT_QUIET_HOURS
  wallTime = { day: 1, minute: 600 }
  notifier = makeNotifier({
    db,
    bridge,
    workspaceId: 'w',
    now: () => NOW,
    readFocus: () => ({ onScreenId, isFirstSync: false }),
    wallTime: () => wallTime,
    readSettings: () => ({ isOn: true, hidesText: false, hasSound: true, quietHours }),
  })
  await db.conversations.bulkAdd(
    ['ana', 'bo', 'cy', 'di'].map((id) => ({
      ...aConversation({ id, customerName: id }),
      unread: true,
      activityAt: NOW,
    })),
  )
})

afterEach(() => db.delete())

const shownTexts = (): readonly string[] =>
  [...bridge.notifications.values()].map(({ title, body }) => `${title}: ${body}`)

describe('the notifier', () => {
  it('uses the name that the list shows', async () => {
    await notifier.found([{ conversationId: 'ana', text: 'Hello?', at: NOW }])
    expect(shownTexts()).toEqual(['ana: Hello?'])
    expect(bridge.notifications.get('ana')?.workspaceId).toBe('w')
  })

  it('uses a new name that is still in the outbox', async () => {
    await renameCustomer(db, { conversationId: 'ana', customerName: 'Ana Petrović' })
    await notifier.found([{ conversationId: 'ana', text: 'Hello?', at: NOW }])
    expect(shownTexts()).toEqual(['Ana Petrović: Hello?'])
  })

  it('shows nothing for messages sent from this device', async () => {
    await sendMessage(db, { conversationId: 'ana', content: 'On my way' })
    await db.conversations.update('bo', {
      newest: { messageId: 'm', sender: 'assistant', words: 'See you then', waitingSince: null },
    })
    await notifier.found([
      { conversationId: 'ana', text: 'On my way ', at: NOW },
      { conversationId: 'bo', text: 'See you then', at: NOW },
    ])
    expect(shownTexts()).toEqual([])
  })

  it('reads what is on screen after its database read', async () => {
    const pending = notifier.found([{ conversationId: 'ana', text: 'Hello?', at: NOW }])
    onScreenId = 'ana'
    await pending
    expect(shownTexts()).toEqual([])
  })

  it('withdraws a notification when its conversation is seen', async () => {
    await notifier.found([{ conversationId: 'ana', text: 'Hello?', at: NOW }])
    notifier.seen('bo')
    expect(shownTexts()).toHaveLength(1)
    notifier.seen('ana')
    expect(shownTexts()).toEqual([])
  })

  it('replaces many notifications by one summary', async () => {
    await notifier.found([{ conversationId: 'ana', text: 'Hello?', at: NOW }])
    await notifier.found(['bo', 'cy', 'di'].map((conversationId) => ({ conversationId, text: 'Hello?', at: NOW })))
    expect(shownTexts()).toEqual(['4 conversations have new messages: '])
    expect(bridge.notified).toBe(2)
  })

  it('withdraws everything and shows nothing more after stop', async () => {
    await notifier.found([{ conversationId: 'ana', text: 'Hello?', at: NOW }])
    const pending = notifier.found([{ conversationId: 'bo', text: 'Hello?', at: NOW }])
    notifier.stop()
    await pending
    expect(shownTexts()).toEqual([])
  })

  it('offers a reply and notes which messages the user saw', async () => {
    await db.threads.put({
      conversationId: 'ana',
      readAt: NOW,
      messages: [{ id: 'm1', sender: 'customer', content: 'Hello?', sentAt: NOW }],
    })
    await notifier.found([{ conversationId: 'ana', text: 'Hello?', at: NOW }])
    const answers = bridge.notifications.get('ana')?.answers
    expect(answers).toMatchObject({ canReply: true, canResolve: true })
    expect(workspaceOfNotice(answers?.noticeId ?? '')).toBe('w')
    await vi.waitFor(async () =>
      expect(await readShownNotice(db, answers?.noticeId ?? '')).toMatchObject({
        ...{ conversationId: 'ana', seenMessageId: 'm1', seenSentAt: NOW },
      }),
    )
  })

  it('offers no reply to a call', async () => {
    await db.conversations.update('ana', { channel: 'voice' })
    await notifier.found([{ conversationId: 'ana', text: 'Call', at: NOW }])
    expect(bridge.notifications.get('ana')?.answers).toMatchObject({ canReply: false })
  })

  const SETTLED: readonly [string, () => Promise<unknown>][] = [
    ['a colleague answered', () => db.conversations.update('ana', { newest: ANSWER })],
    ['someone resolved the conversation', () => db.conversations.update('ana', { status: 'resolved' })],
    ['it was resolved here', () => setStatus(db, { conversationId: 'ana', status: 'resolved' })],
    ['it was read elsewhere', () => db.conversations.update('ana', { unread: false })],
    ['a reply is in the outbox', () => sendMessage(db, { conversationId: 'ana', content: 'On my way' })],
    ['the conversation no longer exists', () => db.conversations.delete('ana')],
  ]

  it.each(SETTLED)('withdraws a notification when %s', async (_why, happen) => {
    await notifier.found([{ conversationId: 'ana', text: 'Hello?', at: NOW }])
    await notifier.changed(new Set(['ana', 'bo']))
    expect(shownTexts()).toEqual(['ana: Hello?'])
    await happen()
    await notifier.changed(new Set(['ana']))
    expect(shownTexts()).toEqual([])
  })

  it('is silent in quiet hours and shows one summary of what is left when they end', async () => {
    quietHours = { ...DEFAULT_QUIET_HOURS, isOn: true, fromMinute: 540, untilMinute: 660 }
    await notifier.found(['ana', 'bo', 'cy'].map((conversationId) => ({ conversationId, text: 'Hello?', at: NOW })))
    await notifier.checkTime()
    expect(shownTexts()).toEqual([])
    await db.conversations.update('bo', { newest: ANSWER })
    wallTime = { day: 1, minute: 660 }
    await notifier.checkTime()
    expect(shownTexts()).toEqual(['2 conversations have new messages: Received during quiet hours.'])
    notifier.seen('ana')
    notifier.seen('cy')
    await notifier.checkTime()
    expect(shownTexts()).toEqual([])
  })

  it('withdraws a problem when its conversation is seen', () => {
    notifier.sayProblem({ conversationId: 'ana', title: 'Reply not sent', body: '', isSilent: true })
    expect(shownTexts()).toEqual(['Reply not sent: '])
    notifier.seen('ana')
    expect(shownTexts()).toEqual([])
  })
})

const ANSWER = { messageId: 'a', sender: 'assistant', words: 'See you', waitingSince: null }
