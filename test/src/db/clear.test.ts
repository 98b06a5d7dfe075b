import { expect, it, onTestFinished } from 'vitest'
import { applyPage, applyThread } from '../../../src/db/cache.ts'
import { clearCache } from '../../../src/db/clear.ts'
import { listThreadless } from '../../support/threadless.ts'
import { readHoldings } from '../../../src/db/queries.ts'
import { sendMessage } from '../../../src/outbox/send.ts'
import { aConversation, aDatabase, aMessage } from '../../support/builders.ts'

const ASKED = { askedAt: 1, now: 1 }

it('clearCache deletes server data and keeps data that exists only on this device', async () => {
  const db = aDatabase()
  onTestFinished(() => db.delete())
  const ids = ['busy', 'spare', 'made-here']
  await applyPage(
    db,
    ids.map((id) => aConversation({ id })),
    ASKED,
  )
  for (const id of ids)
    await applyThread(db, id, { conversation: aConversation({ id }), messages: [aMessage()], serverAt: 1 }, ASKED)
  await db.conversations.update('made-here', { serverId: 'conv_of_server' })
  await sendMessage(db, { conversationId: 'busy', content: 'Waits' })
  await db.drafts.put({ conversationId: 'spare', text: 'Begun', caret: 0, updatedAt: 1 })
  await db.claims.put({ messageId: 'm', opId: 'o', conversationId: 'spare' })
  await db.seen.put({ conversationId: 'spare', lastMessage: '', seenAt: 1 })
  expect(await readHoldings(db)).toEqual({ conversations: 3, threads: 3, messages: 3, drafts: 1 })

  await clearCache(db)
  expect(await readHoldings(db)).toEqual({ conversations: 2, threads: 1, messages: 1, drafts: 1 })
  expect(await db.conversations.toCollection().primaryKeys()).toEqual(['busy', 'made-here'])
  expect(await db.threads.toCollection().primaryKeys()).toEqual(['busy'])
  expect([await db.outbox.count(), await db.claims.count(), await db.seen.count()]).toEqual([1, 1, 1])
  // Without `newest`, its deleted thread is read again.
  expect(await listThreadless(db)).toEqual(['made-here'])
})
