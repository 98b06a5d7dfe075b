import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createThread } from '../../../electron/sandbox/conversation.ts'
import { createSandboxApp } from './sandbox-app.ts'

describe('ids in the path', () => {
  it('are decoded exactly once', async () => {
    const { account, call, clock } = createSandboxApp({ conversations: 0 })
    const ids = fc.uniqueArray(
      fc.oneof(
        fc.constantFrom('conv_a/b c?', '100%', 'a%2Fb', '%41', 'ünï💬', 'a#b&c=d', '../up', 'a+b', "it's", 'ש"ק'),
        fc.string({ minLength: 1, unit: 'grapheme' }).filter((id) => id !== '.' && id !== '..'),
      ),
      { minLength: 1, maxLength: 5 },
    )
    await fc.assert(
      fc.asyncProperty(ids, async (names) => {
        for (const id of names) {
          if (!account.find(id)) {
            account.insert({
              id,
              customer: { id: 'cust_1' },
              channel: 'sms',
              startedAt: clock.now(),
              thread: createThread(() => []),
              language: 'en',
              status: 'open',
              activityAt: clock.now(),
              unread: false,
              tags: [],
            })
          }
          expect((await call('GET', `/conversations/${encodeURIComponent(id)}`)).body.data.id).toBe(id)
          const sent = await call('POST', `/conversations/${encodeURIComponent(id)}/messages`, { content: 'Hi' })
          expect(sent.body.data.conversation_id).toBe(id)
        }
      }),
      { numRuns: 100 },
    )
  })
})
