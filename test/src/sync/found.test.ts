import { describe, expect, it } from 'vitest'
import type { ThreadChange } from '../../../src/db/cache.ts'
import { findNewMessage } from '../../../src/sync/found.ts'
import { aConversation, aMessage } from '../../support/builders.ts'

const SINCE = 10_000
const OLD = aMessage({ id: 'old', sentAt: 5_000 })
const NEW = aMessage({ id: 'new', sentAt: 11_000, content: 'Are you open on Friday?' })
const ROW = { ...aConversation(), activityAt: 5_000 }

function change(messagesBefore: ThreadChange['messagesBefore'], messages: ThreadChange['messages']): ThreadChange {
  return { before: ROW, after: ROW, messagesBefore, messages }
}

describe('findNewMessage', () => {
  it('returns a customer’s message that this device did not have', () => {
    expect(findNewMessage(change([OLD], [OLD, NEW]), SINCE, 12_000)).toEqual({
      conversationId: 'conv_1',
      text: 'Are you open on Friday?',
      at: 11_000,
    })
  })

  it('returns only the newest message', () => {
    const newer = aMessage({ id: 'newer', sentAt: 12_000, content: 'Hello?' })
    expect(findNewMessage(change([OLD], [OLD, NEW, newer]), SINCE, 12_000)?.text).toBe('Hello?')
  })

  it.each<[string, ThreadChange, number | null]>([
    ['a message that this device had', change([OLD, NEW], [OLD, NEW]), SINCE],
    ['our own message', change([OLD], [OLD, aMessage({ id: 'ours', sender: 'assistant', sentAt: 11_000 })]), SINCE],
    [
      'a message from an unknown sender',
      change([OLD], [OLD, aMessage({ id: 'bot', sender: 'bot', sentAt: 11_000 })]),
      SINCE,
    ],
    ['an empty thread', change([OLD], []), SINCE],
    ['a message read by the first sync', change(undefined, [NEW]), null],
    ['an old message of a thread read for the first time', change(undefined, [OLD]), SINCE],
    [
      'a message without a time in a thread read for the first time',
      change(undefined, [aMessage({ sentAt: null })]),
      SINCE,
    ],
    ['an old message that the server shows late', change([], [OLD]), SINCE],
  ])('does not return %s', (_, thread, since) => {
    expect(findNewMessage(thread, since, 12_000)).toBeNull()
  })

  it('returns the first message of a conversation that started since', () => {
    expect(findNewMessage(change(undefined, [NEW]), SINCE, 12_000)?.at).toBe(11_000)
  })

  it('uses this device’s time when the server gave none', () => {
    expect(findNewMessage(change([OLD], [OLD, { ...NEW, sentAt: null }]), SINCE, 12_000)?.at).toBe(12_000)
  })
})
