import { describe, expect, it } from 'vitest'
import type { ConversationRow } from '../../../src/db/rows.ts'
import type { Op } from '../../../src/db/op.ts'
import { reviewOf, type ReviewInput } from '../../../src/db/review.ts'
import { aConversation, aMessage, anOp } from '../../support/builders.ts'

const [SINCE, BACK_AT] = [1_000_000, 2_000_000]

function input(given: Partial<Omit<ReviewInput, 'away'>> & { away?: readonly Op[] }): ReviewInput {
  const { away = [], ...rest } = given
  const ops = away.map(({ id, conversationId, intent }) => ({ opId: id, conversationId, kind: intent.kind }))
  return {
    away: { since: SINCE, backAt: BACK_AT, ops },
    ops: [],
    claims: [],
    rows: [],
    threads: [],
    summaryOf: (id) => ({ name: `name of ${id}`, channel: `channel of ${id}` }),
    ...rest,
  }
}

const to = (conversationId: string, id: string, fields: Partial<Op> = {}): Op => anOp({ id, conversationId, ...fields })
const STALE: Partial<Op> = { state: 'asking', question: { why: 'stale', newIds: ['n'] } }
const claim = (op: Op) => ({ messageId: `m-${op.id}`, opId: op.id, conversationId: op.conversationId })

describe('reviewOf', () => {
  const [one, two, three] = [to('x', 'one', { seq: 1 }), to('x', 'two', { seq: 2 }), to('y', 'three', { seq: 3 })]

  it('counts ops with a claim as sent, by conversation', () => {
    const review = reviewOf(input({ away: [one, two, three], claims: [one, two, three].map(claim) }))
    expect(review).toEqual({
      awayMs: BACK_AT - SINCE,
      sent: [
        { conversationId: 'x', name: 'name of x', channel: 'channel of x', count: 2 },
        { conversationId: 'y', name: 'name of y', channel: 'channel of y', count: 1 },
      ],
      held: [],
      news: [],
    })
  })

  it('does not count an op as sent when the user undid it', () => {
    expect(reviewOf(input({ away: [one] }))).toBe(null)
  })

  it.each([
    ['queued', to('x', 'one', { state: 'queued' })],
    ['sending', to('x', 'one', { state: 'sending' })],
    ['being verified', to('x', 'one', { state: 'uncertain' })],
    ['in its undo window', to('x', 'one', { state: 'held' })],
  ])('is null while an op is %s', (_state, moving) => {
    expect(reviewOf(input({ away: [moving, three], ops: [moving], claims: [claim(three)] }))).toBe(null)
  })

  it('does not wait for ops queued after the time offline', () => {
    const since = to('z', 'since', { state: 'held', seq: 9 })
    expect(reviewOf(input({ away: [one], ops: [since], claims: [claim(one)] }))?.sent).toHaveLength(1)
  })

  it('lists a held op with its reason, and does not wait for the ops behind it', () => {
    const stale = to('x', 'one', { ...STALE, seq: 1 })
    const behind = to('x', 'two', { seq: 2 })
    const refused = to('y', 'three', {
      state: 'failed',
      seq: 3,
      failure: { kind: 'rejected', status: 400, words: 'No such number' },
    })
    const held = reviewOf(input({ away: [stale, behind, refused], ops: [stale, behind, refused] }))?.held
    expect(held?.map(({ name, echo }) => [name, echo.state, echo.question?.why ?? echo.failure?.kind])).toEqual([
      ['name of x', 'asking', 'stale'],
      ['name of y', 'failed', 'rejected'],
    ])
  })
})

describe('the news of reviewOf', () => {
  const row = (fields: Partial<ConversationRow> = {}): ConversationRow => ({
    ...aConversation(),
    activityAt: SINCE + 1,
    newest: { messageId: 'm', sender: 'customer', words: 'Hello', waitingSince: SINCE + 1 },
    ...fields,
  })
  const thread = (sender: string, sentAt: number | null) => ({
    conversationId: 'conv_1',
    messages: [aMessage({ sender, sentAt })],
    readAt: BACK_AT,
  })

  it.each([
    ['includes a customer message from that time', row(), thread('customer', SINCE), true],
    ['includes one at its end', row(), thread('customer', BACK_AT), true],
    ['excludes an older one', row(), thread('customer', SINCE - 1), false],
    ['excludes a later one', row(), thread('customer', BACK_AT + 1), false],
    ['excludes one of a colleague', row(), thread('assistant', SINCE + 1), false],
    ['excludes one without a time', row(), thread('customer', null), false],
  ] as const)('%s', (_what, conversation, read, isNew) => {
    const review = reviewOf(input({ rows: [conversation], threads: [read] }))
    expect(review?.news ?? []).toHaveLength(isNew ? 1 : 0)
  })

  it.each([
    ['includes an unread row with activity', { unread: true, activityAt: BACK_AT + 1_000 }, true],
    ['excludes a read one', { unread: false, activityAt: BACK_AT + 1_000 }, false],
    ['excludes one with activity long after', { unread: true, activityAt: BACK_AT + 200_000 }, false],
  ] as const)('before the thread is read again: %s', (_what, fields, isNew) => {
    const { newest: _, ...unreadThread } = row(fields)
    const review = reviewOf(input({ rows: [unreadThread], threads: [thread('customer', SINCE - 1)] }))
    expect(review?.news ?? []).toHaveLength(isNew ? 1 : 0)
  })

  it('is sorted newest first', () => {
    const rows = [row({ id: 'a', activityAt: 1_000_001 }), row({ id: 'b', activityAt: 1_000_002 })]
    const threads = ['a', 'b'].map((conversationId) => ({ ...thread('customer', SINCE + 1), conversationId }))
    expect(reviewOf(input({ rows, threads }))?.news.map(({ conversationId }) => conversationId)).toEqual(['b', 'a'])
  })
})
