import { describe, expect, it } from 'vitest'
import { syncStatusText, type SyncStatusInput } from '../../../src/rail/sync-status.ts'

const NOW = 10_000_000
/** Formatted in this machine's locale. */
const MANY = (1_240).toLocaleString()
const WELL: SyncStatusInput = {
  reachability: { checkedAt: NOW - 12_000, failure: null, isFirstSync: false },
  isOffline: false,
  outbox: { waiting: 0, asking: 0, failed: 0 },
  onDevice: { threads: 310, conversations: 1_240 },
  key: 'sealed',
  now: NOW,
}
const statusFor = (change: Partial<SyncStatusInput>) => syncStatusText({ ...WELL, ...change })
const failing = (failure: SyncStatusInput['reachability']['failure']) => ({ ...WELL.reachability, failure })

describe('syncStatusText', () => {
  it('says how fresh and how complete the data is, and what is still to be sent', () => {
    expect(statusFor({ outbox: { waiting: 2, asking: 0, failed: 0 } })).toMatchObject({
      tone: 'good',
      reach: 'Checked 10 s ago',
      isReachShown: false,
      attention: null,
      waiting: '2 to send',
      details: [`310 of ${MANY} threads on this device`],
    })
  })

  it.each([
    [0, 'Checked just now'],
    [4_999, 'Checked just now'],
    [5_000, 'Checked 5 s ago'],
    [61_000, 'Checked 1 min ago'],
    [2 * 3_600_000, 'Checked 2 h ago'],
  ])('shows an age of %i ms as %s', (age, reach) => {
    expect(statusFor({ reachability: { ...WELL.reachability, checkedAt: NOW - age } }).reach).toBe(reach)
  })

  it('says when every thread is on this device, and nothing for an empty or unread account', () => {
    const detailsFor = (onDevice: SyncStatusInput['onDevice']) => statusFor({ onDevice }).details
    expect(detailsFor({ threads: 5, conversations: 5 })).toEqual(['All threads on this device'])
    expect(detailsFor({ threads: 0, conversations: 0 })).toEqual([])
    expect(detailsFor(null)).toEqual([])
  })

  it.each([
    [1, ['Next check in 5 s']],
    [5_000, ['Next check in 5 s']],
    [12_000, ['Next check in 15 s']],
    [0, []],
    [-3_000, []],
  ])('says in the details when it checks next, in %i ms', (inMs, details) => {
    const reachability = { ...WELL.reachability, nextCheckAt: NOW + inMs }
    expect(statusFor({ reachability, onDevice: null }).details).toEqual(details)
    expect(statusFor({ reachability, onDevice: null, key: 'missing' }).details).toEqual([])
  })

  it('never says checked during the first sync', () => {
    const reachability = { checkedAt: NOW, failure: null, isFirstSync: true }
    expect(statusFor({ reachability }).reach).toBe(`${MANY} loaded so far`)
    expect(statusFor({ reachability, onDevice: null }).reach).toBe('Loading conversations…')
  })

  it('shows the progress of the first sync, and that listed conversations can be used', () => {
    const progress = { conversations: 12_400, isResumed: false }
    const reachability = { checkedAt: NOW, failure: null, isFirstSync: true, progress }
    expect(statusFor({ reachability })).toMatchObject({
      reach: `${(12_400).toLocaleString()} loaded so far`,
      details: ['You can already read and reply to the newest conversations.'],
      isSteady: false,
    })
    const begun = { ...reachability, progress: { conversations: 0, isResumed: false } }
    expect(statusFor({ reachability: begun, onDevice: { threads: 0, conversations: 0 } })).toMatchObject({
      reach: 'Loading conversations…',
      details: [],
    })
    expect(statusFor({ reachability: { ...reachability, isFirstSync: false, progress: null } }).details).toHaveLength(1)
  })

  it.each([
    ['an earlier session began it', { failure: null }, false, 'Continuing: 12,400 so far', /already read/],
    [
      'the network is gone',
      { failure: { kind: 'unreachable', code: 'ENOTFOUND' } },
      true,
      'Offline',
      /continues when you’re online/,
    ],
    [
      'the server limits requests',
      { failure: { kind: 'throttled', words: null, retryAfterMs: 30_000 } },
      false,
      /limiting requests/,
      /1,240 conversations are ready to use. The download continues/,
    ],
    [
      'the connection is lost',
      { failure: { kind: 'interrupted', code: 'ECONNRESET' } },
      false,
      /connection/,
      /continues where it stopped/,
    ],
    [
      'the key is refused',
      { failure: { kind: 'unauthorized', status: 401, words: 'x' } },
      false,
      'New API key needed',
      null,
    ],
  ] as const)('explains a first sync when %s', (_, { failure }, isOffline, reach, cause) => {
    const progress = { conversations: 12_400, isResumed: true }
    const status = statusFor({ reachability: { checkedAt: null, failure, isFirstSync: true, progress }, isOffline })
    expect(status.reach).toMatch(reach)
    const details = status.details.join('\n')
    if (cause === null) expect(details).not.toMatch(/read|continues/)
    else expect(details).toMatch(cause)
  })

  it.each([
    [null, 'Checked 10 s ago', [`310 of ${MANY} threads on this device`]],
    [0, 'Less than a minute left', [`310 of ${MANY} threads on this device`, 'Checked 10 s ago']],
    [180_000, 'About 3 minutes left', [`310 of ${MANY} threads on this device`, 'Checked 10 s ago']],
  ])('says how long the threads still take when %s ms are left', (leftMs, reach, details) => {
    expect(statusFor({ leftMs })).toMatchObject({ reach, details })
  })

  it('says in the details that it is catching up, until two list syncs agree', () => {
    const status = statusFor({ reachability: { ...WELL.reachability, isCatchingUp: true }, onDevice: null })
    expect(status.reach).toBe('Checked 10 s ago')
    expect(status.details).toEqual(['Catching up: conversations may still be missing.'])
  })

  it('is red only when something needs the user', () => {
    expect(statusFor({ outbox: { waiting: 9, asking: 0, failed: 0 } }).tone).toBe('good')
    expect(statusFor({ isOffline: true, reachability: failing({ kind: 'unreachable', code: 'ENOTFOUND' }) }).tone).toBe(
      'quiet',
    )
    expect(statusFor({ reachability: failing({ kind: 'server', status: 503, words: null }) }).tone).toBe('warning')
    expect(statusFor({ reachability: failing({ kind: 'unauthorized', status: 401, words: 'x' }) }).tone).toBe('danger')
    expect(statusFor({ key: 'missing' }).tone).toBe('danger')
    expect(statusFor({ outbox: { waiting: 0, asking: 1, failed: 0 } })).toMatchObject({
      tone: 'danger',
      attention: '1 needs your attention',
    })
    expect(statusFor({ outbox: { waiting: 1, asking: 0, failed: 2 } })).toMatchObject({
      attention: '2 not sent',
      waiting: '1 to send',
    })
  })

  it('says what a problem is in a few words, and in the details what happens next', () => {
    const status = statusFor({ reachability: failing({ kind: 'unreachable', code: 'ECONNREFUSED' }), onDevice: null })
    expect(status.reach).toMatch(/isn’t responding\.$/)
    expect(status.details).toEqual([`${status.reach} Retrying automatically.`])
  })

  it('distinguishes a server that is down from a missing network', () => {
    const offline = (code: string) =>
      statusFor({ isOffline: true, reachability: failing({ kind: 'unreachable', code }), onDevice: WELL.onDevice })
    expect(offline('ECONNREFUSED')).toMatchObject({ reach: 'Offline', isSteady: true })
    expect(offline('ECONNREFUSED').details[0]).toMatch(/isn’t responding/)
    expect(offline('ENOTFOUND').details[0]).toBe('Showing data on this device.')
  })

  it('doesn’t mention data on this device when there is none', () => {
    const reachability = failing({ kind: 'unreachable', code: 'ENOTFOUND' })
    expect(statusFor({ isOffline: true, reachability, onDevice: { threads: 0, conversations: 0 } }).details).toEqual([])
  })

  it('leaves the age of the last check to the details while something is to be sent', () => {
    const waiting = { waiting: 3, asking: 0, failed: 0 }
    expect(statusFor({}).isReachShown).toBe(true)
    expect(statusFor({ outbox: waiting }).isReachShown).toBe(false)
    expect(statusFor({ outbox: { waiting: 0, asking: 0, failed: 1 } }).isReachShown).toBe(false)
    expect(statusFor({ outbox: waiting, isOffline: true }).isReachShown).toBe(true)
  })

  it('is steady only when the text doesn’t count up', () => {
    expect(statusFor({}).isSteady).toBe(false)
    expect(statusFor({ reachability: { checkedAt: null, failure: null, isFirstSync: true } }).isSteady).toBe(false)
    expect(statusFor({ key: 'missing' }).isSteady).toBe(true)
  })
})
