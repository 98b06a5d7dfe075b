import { describe, expect, it } from 'vitest'
import type { ListedConversation } from '../../../src/db/list-rows.ts'
import { lastMessageLine } from '../../../src/words/last-words.ts'
import { optionName } from '../../../src/inbox/option-name.ts'

const NOW = 100_000_000
const HOUR = 3_600_000

const ROW: ListedConversation = {
  id: 'conv_1',
  name: 'John Smith',
  customerId: null,
  customerName: 'John Smith',
  customerPhone: null,
  customerEmail: null,
  channel: 'sms',
  status: 'open',
  subject: null,
  lastText: 'Can I move my appointment to Friday?',
  activityAt: NOW - 2 * HOUR,
  isUnread: true,
  waitingSince: NOW - 2 * HOUR,
  tags: [],
  outboxMark: 'none',
  isOnServer: true,
  hasDraft: false,
  isThreadOnDevice: true,
  isStarred: false,
  snooze: null,
  back: null,
}
const name = (change: Partial<ListedConversation>, isOffline = false) =>
  optionName({ ...ROW, ...change }, { now: NOW, isOffline, answerWithinMs: 24 * HOUR })

describe('optionName', () => {
  it('has name, channel, unread, waiting time and last message', () => {
    expect(name({})).toBe('John Smith, SMS, unread, waiting 2 hours, Can I move my appointment to Friday?')
  })

  it('leaves out what does not apply', () => {
    expect(name({ isUnread: false, waitingSince: null, lastText: null })).toBe('John Smith, SMS')
  })

  it('has everything that the row shows', () => {
    expect(name({ status: 'closed', outboxMark: 'failed', hasDraft: true, tags: ['vip', 'Billing'] })).toBe(
      'John Smith, SMS, unread, closed, not sent, draft, vip, Billing, Can I move my appointment to Friday?',
    )
  })

  it('says when the customer has waited longer than the target', () => {
    expect(name({ waitingSince: NOW - 24 * HOUR })).toMatch(/, waiting 1 day, Can I/)
    expect(name({ waitingSince: NOW - 24 * HOUR - 1 })).toMatch(/, waiting 1 day, past target, Can I/)
  })

  it('says what the outbox does', () => {
    expect(name({ outboxMark: 'waiting' })).toMatch(/, queued, Can I/)
    expect(name({ outboxMark: 'waiting' }, true)).toMatch(/, waiting for connection, Can I/)
    expect(name({ outboxMark: 'failed', failedKind: 'patch' })).toMatch(/, not changed, Can I/)
  })

  it('has no waiting time when the conversation is resolved', () => {
    expect(name({ status: 'resolved' })).not.toMatch(/waiting/)
    expect(name({ status: 'escalated' })).toMatch(/waiting 2 hours/)
  })

  it('falls back to the subject when there is no message', () => {
    expect(name({ lastText: null, subject: 'Appointment question' })).toMatch(/Appointment question$/)
  })

  it('removes direction overrides and line breaks from the name', () => {
    expect(name({ name: 'John\u202e Smith\n' })).toMatch(/^John Smith, SMS/)
  })
})

describe('lastMessageLine', () => {
  it('reads only the start of a 100 KB message', () => {
    expect(lastMessageLine('word '.repeat(20_000))).toHaveLength(240)
  })

  it('does not split a character', () => {
    expect(lastMessageLine('👍'.repeat(300))).toMatch(/^(👍)+…$/u)
    expect(lastMessageLine(`a${'👍'.repeat(300)}`)).toMatch(/^a(👍)+…$/u)
  })

  it('joins lines', () => {
    expect(lastMessageLine('one\n\n\ttwo')).toBe('one two')
  })
})
