import { describe, expect, it } from 'vitest'
import { syncStatusText, type SyncStatusInput } from '../../../src/rail/truth-words.ts'

const NOW = 10_000_000
/** As this machine writes it. */
const MANY = (1_240).toLocaleString()
const WELL: SyncStatusInput = {
  reachability: { checkedAt: NOW - 12_000, failure: null, isFirstSync: false },
  isOffline: false,
  outbox: { waiting: 0, asking: 0, failed: 0 },
  onDevice: { threads: 310, conversations: 1_240 },
  key: 'sealed',
  now: NOW,
}
const truth = (change: Partial<SyncStatusInput>) => syncStatusText({ ...WELL, ...change })
const failing = (failure: SyncStatusInput['reachability']['failure']) => ({ ...WELL.reachability, failure })

describe('the truth line', () => {
  it('says how fresh, how complete, and how much is still to go out', () => {
    expect(truth({ outbox: { waiting: 2, asking: 0, failed: 0 } })).toMatchObject({
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
  ])('an age of %i ms is %s', (age, reach) => {
    expect(truth({ reachability: { ...WELL.reachability, checkedAt: NOW - age } }).reach).toBe(reach)
  })

  it('says so when every thread is here, and nothing of an account that is empty or not read', () => {
    expect(truth({ onDevice: { threads: 5, conversations: 5 } }).coverage).toBe('All threads on this device')
    expect(truth({ onDevice: { threads: 0, conversations: 0 } }).coverage).toBeNull()
    expect(truth({ onDevice: null }).coverage).toBeNull()
  })

  it('is never called checked while the first reading goes on', () => {
    const reachability = { checkedAt: NOW, failure: null, isFirstSync: true }
    expect(truth({ reachability }).reach).toBe(`Loading conversations: ${MANY} so far`)
    expect(truth({ reachability, onDevice: null }).reach).toBe('Loading conversations…')
  })

  it('says how far the first reading is, how fast it goes, and what can be used meanwhile', () => {
    const progress = { conversations: 12_400, perMinute: 38_000 }
    const reachability = { checkedAt: NOW, failure: null, isFirstSync: true, progress }
    expect(truth({ reachability })).toMatchObject({
      reach: `Loading conversations: ${(12_400).toLocaleString()} so far · ${(38_000).toLocaleString()} per minute`,
      cause: 'Listed conversations are ready',
      isSteady: false,
    })
    const begun = { ...reachability, progress: { conversations: 0, perMinute: null } }
    expect(truth({ reachability: begun, onDevice: { threads: 0, conversations: 0 } })).toMatchObject({
      reach: 'Loading conversations…',
      cause: null,
    })
    expect(truth({ reachability: { ...reachability, isFirstSync: false, progress: null } }).cause).toBeNull()
  })

  it('owns up while two readings of the list have not agreed', () => {
    expect(truth({ reachability: { ...WELL.reachability, isCatchingUp: true } }).reach).toBe(
      'Checked 10 s ago · catching up',
    )
  })

  it('is red only when something needs a person', () => {
    expect(truth({ outbox: { waiting: 9, asking: 0, failed: 0 } }).tone).toBe('good')
    expect(truth({ isOffline: true, reachability: failing({ kind: 'unreachable', code: 'ENOTFOUND' }) }).tone).toBe(
      'quiet',
    )
    expect(truth({ reachability: failing({ kind: 'server', status: 503, words: null }) }).tone).toBe('warning')
    expect(truth({ reachability: failing({ kind: 'unauthorized', status: 401, words: 'x' }) }).tone).toBe('danger')
    expect(truth({ key: 'missing' }).tone).toBe('danger')
    expect(truth({ outbox: { waiting: 0, asking: 1, failed: 0 } })).toMatchObject({
      tone: 'danger',
      attention: '1 needs your attention',
    })
    expect(truth({ outbox: { waiting: 1, asking: 0, failed: 2 } })).toMatchObject({
      attention: '2 not sent',
      waiting: '1 to send',
    })
  })

  it('tells a server that is down from a network that is not there', () => {
    const down = truth({ isOffline: true, reachability: failing({ kind: 'unreachable', code: 'ECONNREFUSED' }) })
    expect(down).toMatchObject({ reach: 'Offline · showing data on this device', isSteady: true })
    expect(down.cause).toMatch(/isn’t responding/)
    expect(
      truth({ isOffline: true, reachability: failing({ kind: 'unreachable', code: 'ENOTFOUND' }) }).cause,
    ).toBeNull()
  })

  it('promises nothing on this device where there is nothing', () => {
    const reachability = failing({ kind: 'unreachable', code: 'ENOTFOUND' })
    expect(truth({ isOffline: true, reachability, onDevice: { threads: 0, conversations: 0 } }).reach).toBe('Offline')
  })

  it('words that tick or count are kept out of what is read aloud', () => {
    expect(truth({}).isSteady).toBe(false)
    expect(truth({ reachability: { checkedAt: null, failure: null, isFirstSync: true } }).isSteady).toBe(false)
    expect(truth({ key: 'missing' }).isSteady).toBe(true)
  })
})
