import { describe, expect, it } from 'vitest'
import { emptyReason } from '../../../src/inbox/empty-reason.ts'
import type { Failure } from '../../../src/shared/failure.ts'

const READ = { checkedAt: 1, failure: null, isFirstSync: false }
const INBOX = { name: 'inbox', channel: null, conversations: 40, threadsOnDevice: 40 } as const
const NONE = { ...INBOX, conversations: 0 }
const around = (
  reachability: { checkedAt: number | null; failure: Failure | null; isFirstSync: boolean },
  isOffline = false,
) => ({ reachability, isOffline, key: 'sealed' }) as const
const failing = (failure: Failure) => around({ checkedAt: null, failure, isFirstSync: true })

describe('why a list is empty', () => {
  it('because all is done', () => {
    expect(emptyReason(INBOX, around(READ))).toBe('inbox')
    expect(emptyReason({ ...INBOX, name: 'closed' }, around(READ))).toBe('closed')
  })

  it('because of the channel it is narrowed to', () => {
    expect(emptyReason({ ...INBOX, channel: 'voice' }, around(READ))).toBe('channel')
  })

  it('an account that was not read to its end is not called done', () => {
    expect(emptyReason(INBOX, around({ ...READ, isFirstSync: true }))).toBe('reading')
  })

  it('nobody is said to wait while a thread is not on this device', () => {
    expect(emptyReason({ ...INBOX, name: 'waiting' }, around(READ))).toBe('waiting')
    expect(emptyReason({ ...INBOX, name: 'waiting', threadsOnDevice: 39 }, around(READ))).toBe('reading')
  })

  it('an account that could not be read is not called empty', () => {
    expect(emptyReason(NONE, failing({ kind: 'server', status: 500, words: null }))).toBe('failure')
    expect(emptyReason(NONE, failing({ kind: 'unreachable', code: 'ECONNREFUSED' }))).toBe('failure')
    expect(emptyReason(NONE, failing({ kind: 'unreachable', code: 'ENOTFOUND' }))).toBe('offline')
    expect(emptyReason(NONE, failing({ kind: 'unauthorized', status: 401, words: 'Invalid API key' }))).toBe(
      'needs-key',
    )
    expect(emptyReason(NONE, { ...around(READ), key: 'missing' })).toBe('needs-key')
  })

  it('because the account is', () => {
    expect(emptyReason(NONE, around(READ))).toBe('empty-account')
  })

  it('what is on this device still counts while the server cannot be read', () => {
    expect(emptyReason(INBOX, failing({ kind: 'unreachable', code: 'ENOTFOUND' }))).toBe('inbox')
  })
})
