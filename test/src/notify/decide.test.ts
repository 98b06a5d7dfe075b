import { describe, expect, it } from 'vitest'
import {
  BURST_MS,
  decideEnd,
  decideNew,
  decideSeen,
  type Decision,
  type SenderFacts,
  type UserFocus,
  MAX_AT_ONCE,
  NO_NOTIFICATIONS,
  MAX_AGE_MS,
  type ShownNotifications,
} from '../../../src/notify/decide.ts'
import type { NewMessage } from '../../../src/db/notices.ts'
import { DEFAULT_QUIET_HOURS } from '../../../src/notify/quiet-hours.ts'
import type { NotificationSettings } from '../../../src/notify/settings.ts'

const NOW = 1_700_000_000_000
const SETTINGS: NotificationSettings = {
  ...{ isOn: true, hidesText: false, hasSound: true },
  quietHours: DEFAULT_QUIET_HOURS,
}
const AWAY: UserFocus = { onScreenId: null, isFirstSync: false }

function messageFrom(conversationId: string, text = `Text from ${conversationId}`, at = NOW): NewMessage {
  return { conversationId, text, at }
}

type Change = {
  readonly shown?: ShownNotifications
  readonly focus?: Partial<UserFocus>
  readonly settings?: Partial<NotificationSettings>
  readonly senders?: ReadonlyMap<string, SenderFacts>
  readonly now?: number
}

function decide(received: readonly NewMessage[], change: Change = {}): Decision {
  return decideNew({
    shown: change.shown ?? NO_NOTIFICATIONS,
    received,
    senders:
      change.senders ??
      new Map(received.map(({ conversationId }) => [conversationId, { name: conversationId, isOurs: false }])),
    focus: { ...AWAY, ...change.focus },
    settings: { ...SETTINGS, ...change.settings },
    now: change.now ?? NOW,
  })
}

/** Shows one notification for each id, more than a minute apart, so that they are no burst. */
function shownFor(...ids: readonly string[]): ShownNotifications {
  return ids.reduce<ShownNotifications>((shown, id, index) => {
    const now = NOW - (ids.length - index) * 2 * BURST_MS
    return decide([messageFrom(id, 'Earlier', now)], { shown, now }).shown
  }, NO_NOTIFICATIONS)
}

describe('a new message from a customer', () => {
  it('is shown with the customer’s name', () => {
    const { show, withdraw } = decide([messageFrom('c', 'Can I come at 3?')], {
      senders: new Map([['c', { name: 'John Smith', isOurs: false }]]),
    })
    expect(show).toEqual([{ conversationId: 'c', title: 'John Smith', body: 'Can I come at 3?', isSilent: false }])
    expect(withdraw).toEqual([])
  })

  const NOT_SHOWN: readonly [string, NewMessage, Change][] = [
    ['the thread is on screen and the window has the focus', messageFrom('c'), { focus: { onScreenId: 'c' } }],
    ['the first sync is running', messageFrom('c'), { focus: { isFirstSync: true } }],
    ['it is older than a weekend', messageFrom('c', 'Old', NOW - MAX_AGE_MS - 1), {}],
    ['it was sent from this device', messageFrom('c'), { senders: new Map([['c', { name: 'C', isOurs: true }]]) }],
    ['it was shown already', messageFrom('c', 'Earlier', NOW - 2 * BURST_MS), { shown: shownFor('c') }],
    ['a newer one was shown already', messageFrom('c', 'Older still', NOW - 3 * BURST_MS), { shown: shownFor('c') }],
    ['notifications are off', messageFrom('c'), { settings: { isOn: false } }],
  ]

  it.each(NOT_SHOWN)('shows no notification when %s', (_why, message, change) => {
    const { show, withdraw, shown } = decide([message], change)
    expect({ show, withdraw }).toEqual({ show: [], withdraw: [] })
    expect(shown).toBe(change.shown ?? NO_NOTIFICATIONS)
  })

  const SHOWN: readonly [string, NewMessage, Change][] = [
    ['another thread is on screen', messageFrom('c'), { focus: { onScreenId: 'other' } }],
    ['it was sent over the weekend', messageFrom('c', 'Late', NOW - MAX_AGE_MS), {}],
    ['the server’s clock is ahead of ours', messageFrom('c', 'Early', NOW + 86_400_000), {}],
    ['it follows another message of the conversation', messageFrom('c', 'And?', NOW), { shown: shownFor('c') }],
    [
      'it follows another message of the same second',
      messageFrom('c', 'And?', NOW - 2 * BURST_MS),
      { shown: shownFor('c') },
    ],
    ['the database does not have the conversation', messageFrom('c'), { senders: new Map() }],
  ]

  it.each(SHOWN)('shows a notification when %s', (_why, message, change) => {
    expect(decide([message], change).show).toMatchObject([{ conversationId: 'c', body: message.text }])
  })

  it('is the only one shown when it is the newest of its conversation', () => {
    const { show } = decide([
      messageFrom('c', 'One', NOW - 2),
      messageFrom('c', 'Three', NOW),
      messageFrom('c', 'Two', NOW - 1),
    ])
    expect(show).toMatchObject([{ body: 'Three' }])
  })
})

describe('notification settings', () => {
  it('hide the name and the text', () => {
    const { show } = decide([messageFrom('c', 'My PIN is 1234')], { settings: { hidesText: true } })
    expect(show).toEqual([{ conversationId: 'c', title: 'New message', body: '', isSilent: false }])
  })

  it('change nothing in a summary, which has neither name nor text', () => {
    const all = ['Ann', 'Bob', 'Cid', 'Dan'].map((id) => messageFrom(id))
    expect(JSON.stringify(decide(all).show)).not.toMatch(/Ann|Bob|Cid|Dan/)
  })

  it('turn the sound off', () => {
    expect(decide([messageFrom('c')], { settings: { hasSound: false } }).show).toMatchObject([{ isSilent: true }])
  })
})

describe('a burst of messages', () => {
  const many = (count: number): readonly NewMessage[] =>
    Array.from({ length: count }, (_, index) => messageFrom(`c${index}`))

  it(`shows single notifications for up to ${MAX_AT_ONCE} conversations`, () => {
    expect(decide(many(MAX_AT_ONCE)).show).toHaveLength(MAX_AT_ONCE)
  })

  it('shows one summary for more conversations', () => {
    expect(decide(many(5)).show).toEqual([
      { conversationId: null, title: '5 conversations have new messages', body: '', isSilent: false },
    ])
  })

  it('replaces single notifications by the summary when it spans several decisions', () => {
    const first = decide([messageFrom('a')])
    const second = decide([messageFrom('b'), messageFrom('c')], { shown: first.shown, now: NOW + 10_000 })
    const third = decide([messageFrom('d', 'Hi', NOW + 20_000)], { shown: second.shown, now: NOW + 20_000 })
    expect(third.show).toMatchObject([{ conversationId: null, title: '4 conversations have new messages' }])
    expect(third.withdraw).toEqual(['a', 'b', 'c'])
    expect(third.shown.inSummary).toEqual(new Set(['a', 'b', 'c', 'd']))
  })

  it('ends after a minute, so that later messages are shown singly', () => {
    const { show, withdraw } = decide([messageFrom('e')], { shown: shownFor('a', 'b', 'c', 'd') })
    expect(show).toMatchObject([{ conversationId: 'e' }])
    expect(withdraw).toEqual([])
  })

  it('adds to the summary that is shown', () => {
    const { shown } = decide(many(5))
    const { show } = decide([messageFrom('late', 'Hi', NOW + 1_000)], { shown, now: NOW + 1_000 })
    expect(show).toMatchObject([{ conversationId: null, title: '6 conversations have new messages' }])
  })

  it('leaves the summary after a minute, and the next message is shown singly', () => {
    const { shown } = decide(many(5))
    const now = NOW + 2 * BURST_MS
    const { show, shown: next } = decide([messageFrom('c0', 'Still there?', now)], { shown, now })
    expect(show).toMatchObject([{ conversationId: 'c0', body: 'Still there?' }])
    expect(next.inSummary.has('c0')).toBe(false)
  })
})

describe('decideSeen', () => {
  it('withdraws only the notification of the conversation', () => {
    const { withdraw, shown } = decideSeen(shownFor('a', 'b'), 'a')
    expect(withdraw).toEqual(['a'])
    expect([...shown.messages.keys()]).toEqual(['b'])
  })

  it('changes nothing when the conversation has no notification', () => {
    const shown = shownFor('a')
    expect(decideSeen(shown, 'other')).toEqual({ show: [], withdraw: [], shown })
  })

  it('withdraws the summary with its last conversation', () => {
    let { shown } = decide(['a', 'b', 'c', 'd'].map((id) => messageFrom(id)))
    const withdrawn = ['a', 'b', 'c', 'd'].map((id) => {
      const decision = decideSeen(shown, id)
      shown = decision.shown
      return decision.withdraw
    })
    expect(withdrawn).toEqual([[], [], [], [null]])
    expect(shown).toEqual(NO_NOTIFICATIONS)
  })
})

it('decideEnd withdraws everything', () => {
  const { shown } = decide(['a', 'b', 'c', 'd'].map((id) => messageFrom(id)))
  const later = NOW + 2 * BURST_MS
  const both = decide([messageFrom('e', 'Hi', later)], { shown, now: later }).shown
  expect(decideEnd(both)).toEqual({ show: [], withdraw: ['e', null], shown: NO_NOTIFICATIONS })
  expect(decideEnd(NO_NOTIFICATIONS).withdraw).toEqual([])
})
