import { expect, it } from 'vitest'
import { changeConversations } from '../../../src/commands/change.ts'
import { aConversation, aDatabase } from '../../support/builders.ts'

it.each(['', ' ', '\u200b', '\u3164', '\u2800', '\u00ad', '\u200e\u200e', '\u202e'])(
  'refuses a name that cannot be seen: %j',
  async (name) => {
    const db = aDatabase()
    await db.conversations.put({ ...aConversation(), activityAt: 1_000 })
    const outcome = await changeConversations(db, { field: 'name', conversationIds: ['conv_1'], valueFor: name })
    expect(outcome).toMatchObject({ changed: 0, problems: [{ why: 'A name needs at least one visible character.' }] })
    expect(await db.outbox.count()).toBe(0)
  },
)

it('changeConversations takes any visible name', async () => {
  const db = aDatabase()
  await db.conversations.put({ ...aConversation(), activityAt: 1_000 })
  const outcome = await changeConversations(db, { field: 'name', conversationIds: ['conv_1'], valueFor: 'A' })
  expect(outcome).toMatchObject({ changed: 1, problems: [] })
})
