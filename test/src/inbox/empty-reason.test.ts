import { describe, expect, it } from 'vitest'
import { emptyReason } from '../../../src/inbox/empty-reason.ts'
import type { Failure } from '../../../src/shared/failure.ts'

const READ = { checkedAt: 1, failure: null, isFirstSync: false }
const INBOX = { name: 'inbox', channel: null, conversations: 40, threadsOnDevice: 40 } as const
const NONE = { ...INBOX, conversations: 0 }
const context = (
  reachability: { checkedAt: number | null; failure: Failure | null; isFirstSync: boolean },
  isOffline = false,
) => ({ reachability, isOffline, key: 'sealed' }) as const
const failing = (failure: Failure) => context({ checkedAt: null, failure, isFirstSync: true })

describe('emptyReason', () => {
  it('is the view when every conversation is handled', () => {
    expect(emptyReason(INBOX, context(READ))).toBe('inbox')
    expect(emptyReason({ ...INBOX, name: 'closed' }, context(READ))).toBe('closed')
  })

  it('is the channel when the list is filtered by channel', () => {
    expect(emptyReason({ ...INBOX, channel: 'voice' }, context(READ))).toBe('channel')
  })

  it('is reading during the first sync', () => {
    expect(emptyReason(INBOX, context({ ...READ, isFirstSync: true }))).toBe('reading')
  })

  it('is reading in the waiting view while a thread is missing', () => {
    expect(emptyReason({ ...INBOX, name: 'waiting' }, context(READ))).toBe('waiting')
    expect(emptyReason({ ...INBOX, name: 'waiting', threadsOnDevice: 39 }, context(READ))).toBe('reading')
  })

  it('is the failure when the account could not be read', () => {
    expect(emptyReason(NONE, failing({ kind: 'server', status: 500, words: null }))).toBe('failure')
    expect(emptyReason(NONE, failing({ kind: 'unreachable', code: 'ECONNREFUSED' }))).toBe('failure')
    expect(emptyReason(NONE, failing({ kind: 'unreachable', code: 'ENOTFOUND' }))).toBe('offline')
    expect(emptyReason(NONE, failing({ kind: 'unauthorized', status: 401, words: 'Invalid API key' }))).toBe(
      'needs-key',
    )
    expect(emptyReason(NONE, { ...context(READ), key: 'missing' })).toBe('needs-key')
  })

  it('is empty-account when the account has no conversations', () => {
    expect(emptyReason(NONE, context(READ))).toBe('empty-account')
  })

  it('is the view when the server fails after all conversations were read', () => {
    expect(emptyReason(INBOX, context({ ...READ, failure: { kind: 'unreachable', code: 'ENOTFOUND' } }, true))).toBe(
      'inbox',
    )
  })

  it('never says that all is done while only part of the account was read', () => {
    expect(emptyReason(INBOX, failing({ kind: 'server', status: 500, words: null }))).toBe('part-failure')
    expect(emptyReason(INBOX, { ...failing({ kind: 'unreachable', code: 'ENOTFOUND' }), isOffline: true })).toBe(
      'part-offline',
    )
    expect(emptyReason(INBOX, failing({ kind: 'unauthorized', status: 401, words: 'Invalid API key' }))).toBe(
      'needs-key',
    )
    expect(
      emptyReason({ ...INBOX, name: 'closed', channel: 'sms' }, failing({ kind: 'server', status: 500, words: null })),
    ).toBe('part-failure')
  })
})
