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
    look: () => ({ onScreenId, isFirstSync: false }),
    readSettings: () => ({ isOn: true, hidesText: false, hasSound: true }),
  })
  await db.conversations.bulkAdd(
    ['ana', 'bo', 'cy', 'di'].map((id) => ({ ...aConversation({ id, customerName: id }), activityAt: NOW })),
  )
})

afterEach(() => db.delete())

const standing = (): readonly string[] =>
  [...bridge.notifications.values()].map(({ title, body }) => `${title}: ${body}`)

describe('the notifier', () => {
  it('calls under the name that the list shows', async () => {
    await notifier.found([{ conversationId: 'ana', words: 'Hello?', at: NOW }])
    expect(standing()).toEqual(['ana: Hello?'])
    expect(bridge.notifications.get('ana')?.workspaceId).toBe('w')
  })

  it('calls under a name that was given here and is not on the server yet', async () => {
    await renameCustomer(db, { conversationId: 'ana', customerName: 'Ana Petrović' })
    await notifier.found([{ conversationId: 'ana', words: 'Hello?', at: NOW }])
    expect(standing()).toEqual(['Ana Petrović: Hello?'])
  })

  it('says nothing of what this device says itself', async () => {
    await sendMessage(db, { conversationId: 'ana', content: 'On my way' })
    await db.conversations.update('bo', {
      newest: { messageId: 'm', sender: 'assistant', words: 'See you then', waitingSince: null },
    })
    await notifier.found([
      { conversationId: 'ana', words: 'On my way ', at: NOW },
      { conversationId: 'bo', words: 'See you then', at: NOW },
    ])
    expect(standing()).toEqual([])
  })

  it('asks what is on screen only when it is about to call', async () => {
    const calling = notifier.found([{ conversationId: 'ana', words: 'Hello?', at: NOW }])
    onScreenId = 'ana'
    await calling
    expect(standing()).toEqual([])
  })

  it('takes a notification away once its conversation is seen', async () => {
    await notifier.found([{ conversationId: 'ana', words: 'Hello?', at: NOW }])
    notifier.seen('bo')
    expect(standing()).toHaveLength(1)
    notifier.seen('ana')
    expect(standing()).toEqual([])
  })

  it('folds many into one', async () => {
    await notifier.found([{ conversationId: 'ana', words: 'Hello?', at: NOW }])
    await notifier.found(['bo', 'cy', 'di'].map((conversationId) => ({ conversationId, words: 'Hello?', at: NOW })))
    expect(standing()).toEqual(['4 conversations have new messages: '])
    expect(bridge.notified).toBe(2)
  })

  it('leaves nothing behind, and calls no more, once its workspace is closed', async () => {
    await notifier.found([{ conversationId: 'ana', words: 'Hello?', at: NOW }])
    const calling = notifier.found([{ conversationId: 'bo', words: 'Hello?', at: NOW }])
    notifier.stop()
    await calling
    expect(standing()).toEqual([])
  })
})
