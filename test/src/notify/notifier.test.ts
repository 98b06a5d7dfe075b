import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../../../src/db/database.ts'
import { makeNotifier, type Notifier } from '../../../src/notify/notifier.ts'
import { renameCustomer, sendMessage } from '../../../src/outbox/intents.ts'
import { aConversation, aDatabase } from '../../support/builders.ts'
import { FakeBridge } from '../../support/fake-bridge.ts'

const NOW = 1_700_000_000_000

let db: Database
let bridge: FakeBridge
let notifier: Notifier
let onScreenId: string | null

beforeEach(async () => {
  db = aDatabase()
  bridge = new FakeBridge()
  onScreenId = null
  notifier = makeNotifier({
    db,
    bridge,
    workspaceId: 'w',
    now: () => NOW,
    readFocus: () => ({ onScreenId, isFirstSync: false }),
    readSettings: () => ({ isOn: true, hidesText: false, hasSound: true }),
  })
  await db.conversations.bulkAdd(
    ['ana', 'bo', 'cy', 'di'].map((id) => ({ ...aConversation({ id, customerName: id }), activityAt: NOW })),
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
})
