import { describe, expect, it } from 'vitest'
import {
  BURST_MS,
  decideEnd,
  decideFound,
  decideSeen,
  type Decision,
  type NewMessage,
  type SenderFacts,
  type UserFocus,
  MAX_AT_ONCE,
  NO_NOTIFICATIONS,
  OLDEST_MS,
  type ShownNotifications,
} from '../../../src/notify/decide.ts'
import type { NotificationSettings } from '../../../src/notify/settings.ts'

const NOW = 1_700_000_000_000
const SETTINGS: NotificationSettings = { isOn: true, hidesText: false, hasSound: true }
const AWAY: UserFocus = { onScreenId: null, isFirstSync: false }

function found(conversationId: string, words = `Words of ${conversationId}`, at = NOW): NewMessage {
  return { conversationId, words, at }
}

type Change = {
  readonly standing?: ShownNotifications
  readonly looking?: Partial<UserFocus>
  readonly settings?: Partial<NotificationSettings>
  readonly known?: ReadonlyMap<string, SenderFacts>
  readonly now?: number
}

function decide(all: readonly NewMessage[], change: Change = {}): Decision {
  return decideFound({
    standing: change.standing ?? NO_NOTIFICATIONS,
    found: all,
    known: change.known ?? new Map(all.map((one) => [one.conversationId, { name: one.conversationId, isOurs: false }])),
    looking: { ...AWAY, ...change.looking },
    settings: { ...SETTINGS, ...change.settings },
    now: change.now ?? NOW,
  })
}

/** Finds them one after the other, each a minute and more after the last: no burst. */
function standingOf(...ids: readonly string[]): ShownNotifications {
  return ids.reduce<ShownNotifications>((standing, id, index) => {
    const now = NOW - (ids.length - index) * 2 * BURST_MS
    return decide([found(id, 'Earlier', now)], { standing, now }).standing
  }, NO_NOTIFICATIONS)
}

describe('new words of a customer', () => {
  it('are shown under the customer’s name', () => {
    const { show, withdraw } = decide([found('c', 'Can I come at 3?')], {
      known: new Map([['c', { name: 'John Smith', isOurs: false }]]),
    })
    expect(show).toEqual([{ conversationId: 'c', title: 'John Smith', body: 'Can I come at 3?', isSilent: false }])
    expect(withdraw).toEqual([])
  })

  const QUIET: readonly [string, NewMessage, Change][] = [
    ['the thread is on screen and the window has the focus', found('c'), { looking: { onScreenId: 'c' } }],
    ['the list is read for the first time', found('c'), { looking: { isFirstSync: true } }],
    ['they are older than a weekend', found('c', 'Old', NOW - OLDEST_MS - 1), {}],
    ['this device said them', found('c'), { known: new Map([['c', { name: 'C', isOurs: true }]]) }],
    ['they were told already', found('c', 'Earlier', NOW - 2 * BURST_MS), { standing: standingOf('c') }],
    ['newer ones were told already', found('c', 'Older still', NOW - 3 * BURST_MS), { standing: standingOf('c') }],
    ['the person wants no calls', found('c'), { settings: { isOn: false } }],
  ]

  it.each(QUIET)('call nobody when %s', (_why, one, change) => {
    const { show, withdraw, standing } = decide([one], change)
    expect({ show, withdraw }).toEqual({ show: [], withdraw: [] })
    expect(standing).toBe(change.standing ?? NO_NOTIFICATIONS)
  })

  const HEARD: readonly [string, NewMessage, Change][] = [
    ['another thread is on screen', found('c'), { looking: { onScreenId: 'other' } }],
    ['they are of the weekend', found('c', 'Late', NOW - OLDEST_MS), {}],
    ['the server’s clock is ahead of ours', found('c', 'Early', NOW + 86_400_000), {}],
    ['they follow others in the same conversation', found('c', 'And?', NOW), { standing: standingOf('c') }],
    ['they follow others of the same second', found('c', 'And?', NOW - 2 * BURST_MS), { standing: standingOf('c') }],
    ['the database knows nothing of it', found('c'), { known: new Map() }],
  ]

  it.each(HEARD)('call when %s', (_why, one, change) => {
    expect(decide([one], change).show).toMatchObject([{ conversationId: 'c', body: one.words }])
  })

  it('are one call a conversation: the newest', () => {
    const { show } = decide([found('c', 'One', NOW - 2), found('c', 'Three', NOW), found('c', 'Two', NOW - 1)])
    expect(show).toMatchObject([{ body: 'Three' }])
  })
})

describe('the settings', () => {
  it('hide the name and the words', () => {
    const { show } = decide([found('c', 'My PIN is 1234')], { settings: { hidesText: true } })
    expect(show).toEqual([{ conversationId: 'c', title: 'New message', body: '', isSilent: false }])
  })

  it('hide nothing in a summary, which has neither', () => {
    const all = ['Ann', 'Bob', 'Cid', 'Dan'].map((id) => found(id))
    expect(JSON.stringify(decide(all).show)).not.toMatch(/Ann|Bob|Cid|Dan/)
  })

  it('take the sound off', () => {
    expect(decide([found('c')], { settings: { hasSound: false } }).show).toMatchObject([{ isSilent: true }])
  })
})

describe('many at once', () => {
  const many = (count: number): readonly NewMessage[] => Array.from({ length: count }, (_, index) => found(`c${index}`))

  it(`are single ones up to ${MAX_AT_ONCE}`, () => {
    expect(decide(many(MAX_AT_ONCE)).show).toHaveLength(MAX_AT_ONCE)
  })

  it('are one summary beyond that', () => {
    expect(decide(many(5)).show).toEqual([
      { conversationId: null, title: '5 conversations have new messages', body: '', isSilent: false },
    ])
  })

  it('that come one after the other within a minute fold, and the single ones go', () => {
    const first = decide([found('a')])
    const second = decide([found('b'), found('c')], { standing: first.standing, now: NOW + 10_000 })
    const third = decide([found('d', 'Hi', NOW + 20_000)], { standing: second.standing, now: NOW + 20_000 })
    expect(third.show).toMatchObject([{ conversationId: null, title: '4 conversations have new messages' }])
    expect(third.withdraw).toEqual(['a', 'b', 'c'])
    expect(third.standing.folded).toEqual(new Set(['a', 'b', 'c', 'd']))
  })

  it('over a long time do not: each stands for itself', () => {
    const { show, withdraw } = decide([found('e')], { standing: standingOf('a', 'b', 'c', 'd') })
    expect(show).toMatchObject([{ conversationId: 'e' }])
    expect(withdraw).toEqual([])
  })

  it('grow the summary that stands', () => {
    const { standing } = decide(many(5))
    const { show } = decide([found('late', 'Hi', NOW + 1_000)], { standing, now: NOW + 1_000 })
    expect(show).toMatchObject([{ conversationId: null, title: '6 conversations have new messages' }])
  })

  it('of an old summary may be told of singly again', () => {
    const { standing } = decide(many(5))
    const now = NOW + 2 * BURST_MS
    const { show, standing: next } = decide([found('c0', 'Still there?', now)], { standing, now })
    expect(show).toMatchObject([{ conversationId: 'c0', body: 'Still there?' }])
    expect(next.folded.has('c0')).toBe(false)
  })
})

describe('a conversation that is seen', () => {
  it('takes its notification away, and no other', () => {
    const { withdraw, standing } = decideSeen(standingOf('a', 'b'), 'a')
    expect(withdraw).toEqual(['a'])
    expect([...standing.told.keys()]).toEqual(['b'])
  })

  it('of which nothing was said changes nothing', () => {
    const standing = standingOf('a')
    expect(decideSeen(standing, 'other')).toEqual({ show: [], withdraw: [], standing })
  })

  it('takes the summary away once it is the last that it spoke of', () => {
    let { standing } = decide(['a', 'b', 'c', 'd'].map((id) => found(id)))
    const withdrawn = ['a', 'b', 'c', 'd'].map((id) => {
      const decision = decideSeen(standing, id)
      standing = decision.standing
      return decision.withdraw
    })
    expect(withdrawn).toEqual([[], [], [], [null]])
    expect(standing).toEqual(NO_NOTIFICATIONS)
  })
})

it('the end of a workspace takes away all that stands', () => {
  const { standing } = decide(['a', 'b', 'c', 'd'].map((id) => found(id)))
  const later = NOW + 2 * BURST_MS
  const both = decide([found('e', 'Hi', later)], { standing, now: later }).standing
  expect(decideEnd(both)).toEqual({ show: [], withdraw: ['e', null], standing: NO_NOTIFICATIONS })
  expect(decideEnd(NO_NOTIFICATIONS).withdraw).toEqual([])
})
