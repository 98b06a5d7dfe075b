import { describe, expect, it } from 'vitest'
import type { ThreadChange } from '../../../src/db/cache.ts'
import { findNews } from '../../../src/sync/found.ts'
import { aConversation, aMessage } from '../../support/builders.ts'

const SINCE = 10_000
const OLD = aMessage({ id: 'old', sentAt: 5_000 })
const NEW = aMessage({ id: 'new', sentAt: 11_000, content: 'Are you open on Friday?' })
const ROW = { ...aConversation(), activityAt: 5_000 }

function change(messagesBefore: ThreadChange['messagesBefore'], messages: ThreadChange['messages']): ThreadChange {
  return { before: ROW, after: ROW, messagesBefore, messages }
}

describe('what is worth telling a person', () => {
  it('is a customer’s message that was not here before', () => {
    expect(findNews(change([OLD], [OLD, NEW]), SINCE, 12_000)).toEqual({
      conversationId: 'conv_1',
      words: 'Are you open on Friday?',
      at: 11_000,
    })
  })

  it('is one thing a conversation: the newest', () => {
    const newer = aMessage({ id: 'newer', sentAt: 12_000, content: 'Hello?' })
    expect(findNews(change([OLD], [OLD, NEW, newer]), SINCE, 12_000)?.words).toBe('Hello?')
  })

  it.each<[string, ThreadChange, number | null]>([
    ['what was here before', change([OLD, NEW], [OLD, NEW]), SINCE],
    ['our own words', change([OLD], [OLD, aMessage({ id: 'ours', sender: 'assistant', sentAt: 11_000 })]), SINCE],
    ['a sender we do not know', change([OLD], [OLD, aMessage({ id: 'bot', sender: 'bot', sentAt: 11_000 })]), SINCE],
    ['an empty thread', change([OLD], []), SINCE],
    ['anything of the first sync', change(undefined, [NEW]), null],
    ['an old thread read for the first time', change(undefined, [OLD]), SINCE],
    [
      'a thread read for the first time whose last message has no time',
      change(undefined, [aMessage({ sentAt: null })]),
      SINCE,
    ],
    ['an old message that a server shows late', change([], [OLD]), SINCE],
  ])('is not %s', (_, thread, since) => {
    expect(findNews(thread, since, 12_000)).toBeNull()
  })

  it('is the first message of a conversation that began since', () => {
    expect(findNews(change(undefined, [NEW]), SINCE, 12_000)?.at).toBe(11_000)
  })

  it('has our time where the server gave none', () => {
    expect(findNews(change([OLD], [OLD, { ...NEW, sentAt: null }]), SINCE, 12_000)?.at).toBe(12_000)
  })
})
