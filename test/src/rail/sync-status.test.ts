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
      attention: null,
      waiting: '2 to send',
      coverage: `310 of ${MANY} threads on this device`,
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
    expect(statusFor({ onDevice: { threads: 5, conversations: 5 } }).coverage).toBe('All threads on this device')
    expect(statusFor({ onDevice: { threads: 0, conversations: 0 } }).coverage).toBeNull()
    expect(statusFor({ onDevice: null }).coverage).toBeNull()
  })

  it('never says checked during the first sync', () => {
    const reachability = { checkedAt: NOW, failure: null, isFirstSync: true }
    expect(statusFor({ reachability }).reach).toBe(`Loading conversations: ${MANY} so far`)
    expect(statusFor({ reachability, onDevice: null }).reach).toBe('Loading conversations…')
  })

  it('shows the progress and speed of the first sync, and that listed conversations are ready', () => {
    const progress = { conversations: 12_400, perMinute: 38_000 }
    const reachability = { checkedAt: NOW, failure: null, isFirstSync: true, progress }
    expect(statusFor({ reachability })).toMatchObject({
      reach: `Loading conversations: ${(12_400).toLocaleString()} so far · ${(38_000).toLocaleString()} per minute`,
      cause: 'Listed conversations are ready',
      isSteady: false,
    })
    const begun = { ...reachability, progress: { conversations: 0, perMinute: null } }
    expect(statusFor({ reachability: begun, onDevice: { threads: 0, conversations: 0 } })).toMatchObject({
      reach: 'Loading conversations…',
      cause: null,
    })
    expect(statusFor({ reachability: { ...reachability, isFirstSync: false, progress: null } }).cause).toBeNull()
  })

  it('says catching up until two list syncs agree', () => {
    expect(statusFor({ reachability: { ...WELL.reachability, isCatchingUp: true } }).reach).toBe(
      'Checked 10 s ago · catching up',
    )
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

  it('distinguishes a server that is down from a missing network', () => {
    const down = statusFor({ isOffline: true, reachability: failing({ kind: 'unreachable', code: 'ECONNREFUSED' }) })
    expect(down).toMatchObject({ reach: 'Offline · showing data on this device', isSteady: true })
    expect(down.cause).toMatch(/isn’t responding/)
    expect(
      statusFor({ isOffline: true, reachability: failing({ kind: 'unreachable', code: 'ENOTFOUND' }) }).cause,
    ).toBeNull()
  })

  it('doesn’t mention data on this device when there is none', () => {
    const reachability = failing({ kind: 'unreachable', code: 'ENOTFOUND' })
    expect(statusFor({ isOffline: true, reachability, onDevice: { threads: 0, conversations: 0 } }).reach).toBe(
      'Offline',
    )
  })

  it('is steady only when the text doesn’t count up', () => {
    expect(statusFor({}).isSteady).toBe(false)
    expect(statusFor({ reachability: { checkedAt: null, failure: null, isFirstSync: true } }).isSteady).toBe(false)
    expect(statusFor({ key: 'missing' }).isSteady).toBe(true)
  })
})
