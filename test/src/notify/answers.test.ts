import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../../../src/db/database.ts'
import { addShownNotices } from '../../../src/db/shown-notices.ts'
import { type AnswerOutcome, makeAnswers } from '../../../src/notify/answers.ts'
import { saveDraft } from '../../../src/outbox/drafts.ts'
import { setStatus } from '../../../src/outbox/intents.ts'
import type { Message } from '../../../src/shared/model.ts'
import type { NotificationAnswer } from '../../../src/shared/notification.ts'
import { aConversation, aDatabase } from '../../support/builders.ts'
import { FakeBridge } from '../../support/fake-bridge.ts'

const NOW = 1_700_000_000_000
const ASKED: Message = { id: 'm1', sender: 'customer', content: 'At 3?', sentAt: NOW }

let db: Database
let bridge: FakeBridge
let reported: AnswerOutcome[]

beforeEach(async () => {
  db = aDatabase()
  bridge = new FakeBridge()
  reported = []
  await db.conversations.add({ ...aConversation({ id: 'c', customerName: 'Ana' }), unread: true, activityAt: NOW })
  await db.threads.add({ conversationId: 'c', readAt: NOW, messages: [ASKED] })
  await addShownNotices(db, [{ noticeId: '1b@w', conversationId: 'c', seenMessageId: 'm1', seenSentAt: NOW }])
})

afterEach(() => db.delete())

function answer(change: Partial<NotificationAnswer> = {}): NotificationAnswer {
  const answerId = crypto.randomUUID()
  return { answerId, noticeId: '1b@w', kind: 'reply', text: 'Yes, at 3', wasLocked: false, ...change }
}

/** Gives answers as the main process would, to a page that has just started. */
async function give(...answers: readonly NotificationAnswer[]): Promise<void> {
  bridge.answers = answers
  await makeAnswers({ db, bridge, workspaceId: 'w', report: (outcome) => reported.push(outcome) }).take()
}

const sentTexts = async () =>
  (await db.outbox.toArray()).flatMap(({ id, intent }) => (intent.kind === 'send' ? [[id, intent.content]] : []))

const wantedStatuses = async () =>
  (await db.outbox.toArray()).flatMap(({ intent }) => (intent.kind === 'patch' ? [intent.status] : []))

describe('a reply in a notification', () => {
  it('becomes an op in its undo window, with an id made of the notification’s', async () => {
    await give(answer())
    expect(await db.outbox.toArray()).toMatchObject([
      {
        id: '1b',
        state: 'held',
        conversationId: 'c',
        intent: { kind: 'send', content: 'Yes, at 3', seenMessageId: 'm1' },
      },
    ])
    expect(reported).toEqual([{ kind: 'replied', conversationId: 'c', content: 'Yes, at 3' }])
    expect(bridge.answers).toEqual([])
  })

  it('is sent once when the system reports it twice at once', async () => {
    await give(answer(), answer())
    expect(await sentTexts()).toEqual([['1b', 'Yes, at 3']])
  })

  it('is sent once when it is reported again after it was sent and the app restarted', async () => {
    await give(answer())
    await db.outbox.clear()
    await give(answer())
    expect(await sentTexts()).toEqual([])
    expect(reported.at(-1)).toEqual({ kind: 'nothing' })
  })

  it('is sent once when two pages take it at the same time', async () => {
    bridge.answers = [answer()]
    const take = () => makeAnswers({ db, bridge, workspaceId: 'w', report: (outcome) => reported.push(outcome) }).take()
    await Promise.all([take(), take()])
    expect(await sentTexts()).toEqual([['1b', 'Yes, at 3']])
    expect(reported.map(({ kind }) => kind).toSorted()).toEqual(['nothing', 'replied'])
  })

  it('leaves the user’s draft in the composer alone', async () => {
    await saveDraft(db, { conversationId: 'c', text: 'Half a sent', caret: 11 })
    await give(answer())
    expect(await db.drafts.get('c')).toMatchObject({ text: 'Half a sent' })
    expect(await sentTexts()).toHaveLength(1)
  })

  it('is sent to a conversation that was resolved meanwhile, as from the composer', async () => {
    await setStatus(db, { conversationId: 'c', status: 'resolved' })
    await give(answer())
    expect(await sentTexts()).toHaveLength(1)
  })

  it.each(['', ' \n', '\u200b'])('without visible text %j opens the conversation', async (text) => {
    await give(answer({ text }))
    expect(await sentTexts()).toEqual([])
    expect(reported).toEqual([{ kind: 'open', conversationId: 'c', isForReply: true }])
  })

  const KEPT: readonly [string, string, Partial<NotificationAnswer>, () => unknown][] = [
    ['the app was locked', 'locked', { wasLocked: true }, () => {}],
    ['it is too long', 'too-long', { text: 'x'.repeat(100_001) }, () => {}],
    ['a placeholder is open', 'open-placeholder', { text: 'Hi {{name}}' }, () => {}],
    ['it is a call', 'call', {}, () => db.conversations.update('c', { channel: 'voice' })],
    ['the conversation is gone', 'gone', {}, () => db.conversations.delete('c')],
    [
      'a newer message arrived',
      'newer-messages',
      {},
      () => db.threads.update('c', { messages: [ASKED, { ...ASKED, id: 'm2', content: 'Or at 4?' }] }),
    ],
    [
      'a newer message arrived in a thread that was cut',
      'newer-messages',
      {},
      () => db.threads.update('c', { messages: [{ ...ASKED, id: 'm2', sentAt: NOW + 1 }] }),
    ],
  ]

  it.each(KEPT)('is not sent and becomes a draft when %s', async (_when, problem, change, happen) => {
    await happen()
    const given = answer(change)
    await give(given)
    expect(await sentTexts()).toEqual([])
    expect(reported).toEqual([{ kind: 'problem', conversationId: 'c', problem }])
    expect((await db.drafts.get('c'))?.text).toBe(given.text)
    expect((await db.draftVersions.get('c'))?.versions[0]?.text).toBe(given.text)
    expect(bridge.answers).toEqual([])
  })

  it('that is not sent is kept beside a draft', async () => {
    await saveDraft(db, { conversationId: 'c', text: 'Half a sent', caret: 11 })
    await give(answer({ wasLocked: true }))
    expect(await db.drafts.get('c')).toMatchObject({ text: 'Half a sent' })
    expect((await db.draftVersions.get('c'))?.versions[0]?.text).toBe('Yes, at 3')
  })

  it('with another text from the same notification is kept as a draft', async () => {
    await give(answer(), answer({ text: 'No, at 4' }))
    expect(await sentTexts()).toEqual([['1b', 'Yes, at 3']])
    expect(reported.at(-1)).toEqual({ kind: 'problem', conversationId: 'c', problem: 'second-reply' })
    expect((await db.drafts.get('c'))?.text).toBe('No, at 4')
  })

  it('to a notification that this device does not know says so', async () => {
    await give(answer({ noticeId: '2c@w' }))
    expect(reported).toEqual([{ kind: 'problem', conversationId: null, problem: 'unknown-reply' }])
  })

  it('stays with the main process while it cannot be stored', async () => {
    const given = answer()
    db.close()
    await give(given)
    expect(bridge.answers).toEqual([given])
    expect(reported).toEqual([{ kind: 'problem', conversationId: null, problem: 'not-saved' }])
    await db.open()
    await give(given)
    expect(await sentTexts()).toEqual([['1b', 'Yes, at 3']])
  })
})

describe('resolving in a notification', () => {
  it('queues the change once, however often it is reported, and can be undone', async () => {
    await give(answer({ kind: 'resolve' }), answer({ kind: 'resolve' }))
    expect(await wantedStatuses()).toEqual(['resolved'])
    const [{ stepId, doneAt } = { stepId: '', doneAt: 0 }] = await db.journal.toArray()
    const undo = { stepId, doneAt, field: 'status' }
    expect(reported).toEqual([{ kind: 'resolved', conversationId: 'c', name: 'Ana', undo }, { kind: 'nothing' }])
    expect(await db.journal.count()).toBe(1)
  })

  it('does nothing again after the conversation was reopened', async () => {
    await give(answer({ kind: 'resolve' }))
    await setStatus(db, { conversationId: 'c', status: 'open' })
    const before = await wantedStatuses()
    await give(answer({ kind: 'resolve' }))
    expect(await wantedStatuses()).toEqual(before)
  })

  const NOTHING: readonly [string, AnswerOutcome, Partial<NotificationAnswer>, () => unknown][] = [
    ['it is resolved already', { kind: 'nothing' }, {}, () => db.conversations.update('c', { status: 'resolved' })],
    ['the app was locked', { kind: 'nothing' }, { wasLocked: true }, () => {}],
    [
      'the conversation is gone',
      { kind: 'problem', conversationId: null, problem: 'gone-resolve' },
      {},
      () => db.conversations.delete('c'),
    ],
    [
      'the customer wrote again',
      { kind: 'problem', conversationId: 'c', problem: 'newer-resolve' },
      {},
      () => db.threads.update('c', { messages: [ASKED, { ...ASKED, id: 'm2' }] }),
    ],
    [
      'this device does not know the notification',
      { kind: 'problem', conversationId: null, problem: 'unknown-resolve' },
      { noticeId: '2c@w' },
      () => {},
    ],
  ]

  it.each(NOTHING)('changes nothing when %s', async (_when, outcome, change, happen) => {
    await happen()
    await give(answer({ kind: 'resolve', ...change }))
    expect(await wantedStatuses()).toEqual([])
    expect(reported).toEqual([outcome])
  })
})

it('a click on a notification of an earlier start opens its conversation, or the inbox', async () => {
  await give(answer({ kind: 'open' }), answer({ kind: 'open', noticeId: '2c@w' }))
  expect(reported.map((outcome) => ('conversationId' in outcome ? outcome.conversationId : ''))).toEqual(['c', null])
})
