import { describe, expect, it } from 'vitest'
import type { ConversationSummary } from '../../../src/db/overlay.ts'
import { parseQuery } from '../../../src/search/query/query.ts'
import { foundWords, resultName } from '../../../src/search-view/found-words.ts'
import { coverageWords, totalWords, unreadWords } from '../../../src/search-view/search-words.ts'

describe('search texts', () => {
  it('tell how much was searched', () => {
    expect(coverageWords({ state: 'ready', conversations: 1_240, withText: 310 })).toBe(
      'Searched 1,240 conversations, 310 with full text',
    )
    expect(coverageWords({ state: 'ready', conversations: 1, withText: 1 })).toBe(
      'Searched 1 conversation, all with full text',
    )
    expect(coverageWords({ state: 'indexing', conversations: 400, withText: 20 })).toBe(
      'Indexing: 400 conversations so far, 20 with full text',
    )
    expect(totalWords({ total: 1_200, isCut: false })).toBe('1,200 found')
    expect(totalWords({ total: 12, isCut: true })).toBe('12 found among the newest')
  })

  it('name the ignored parts of a query, but not an unfinished one', () => {
    expect(unreadWords(parseQuery('before:soon is:fun ?! from:', 0).issues)).toBe(
      '“before:soon” isn’t a date. Try 2026-11-20, yesterday or 7d. “is:fun” isn’t supported. Try is:unread or is:waiting. “?!” has no letters or digits.',
    )
    expect(unreadWords(parseQuery('before:', 0).issues)).toBeNull()
    const account = { channels: [], statuses: [], tags: ['vip'] }
    expect(unreadWords(parseQuery('channel:foo -status:done tag:vpi', 0, account).issues)).toBe(
      '“channel:foo” isn’t a channel. Try sms, email, whatsapp, instagram, facebook, or voice. “-status:done” isn’t a status. Try open, resolved, or closed. “tag:vpi”: no conversation on this device has this tag.',
    )
  })
})

describe('foundWords', () => {
  const conversation: ConversationSummary = {
    id: 'a',
    name: 'Ana Petrović',
    customerId: null,
    customerName: 'Ana Petrović',
    customerPhone: '+15551234567',
    customerEmail: 'ana@example.com',
    channel: 'sms',
    status: 'resolved',
    subject: 'A new appointment',
    lastText: 'Thanks, bye',
    activityAt: 5,
    isUnread: false,
    waitingSince: null,
    tags: [],
    outboxMark: 'none',
    isOnServer: true,
  }
  const lineFor = (text: string) => foundWords({ conversation, message: null }, parseQuery(text, 0))?.text

  it.each([
    ['bye', 'Thanks, bye'],
    ['appointment', 'A new appointment'],
    ['1234567', '+15551234567'],
    ['example', 'ana@example.com'],
    ['ana', 'Thanks, bye'],
    ['is:unread', 'Thanks, bye'],
  ])('for “%s” is “%s”', (text, expected) => {
    expect(lineFor(text)).toBe(expected)
  })

  it('is the matching message with its sender and time', () => {
    const message = { key: 'm', sender: 'assistant', isMine: true, at: 3, snippet: 'see\nyou\u202e' }
    const found = foundWords({ conversation, message }, parseQuery('see', 0))
    expect(found).toEqual({ sender: 'You', text: 'see you', at: 3 })
    const listed = {
      ...conversation,
      hasDraft: true,
      isThreadOnDevice: true,
      isStarred: false,
      snooze: null,
      back: null,
    }
    const context = { now: 5, isOffline: false, answerWithinMs: null }
    expect(resultName(listed, found, context)).toBe('Ana Petrović, SMS, resolved, draft, You: see you')
  })
})
