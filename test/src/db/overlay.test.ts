import { describe, expect, it } from 'vitest'
import { findArrival } from '../../../src/db/arrival.ts'
import type { Intent, Op } from '../../../src/db/op.ts'
import { overlayConversation, overlayThread, troublesOf } from '../../../src/db/overlay.ts'
import { setUnknownCustomer } from '../../../src/db/unknown-customer.ts'
import { isInView, VIEWS } from '../../../src/db/views.ts'
import { aConversation, aMessage, anOp } from '../../support/builders.ts'

const ROW = { ...aConversation(), activityAt: 1_000 }

function shown(ops: readonly Op[], row: typeof ROW | undefined = ROW) {
  return overlayConversation({ id: 'conv_1', row, ops, seen: undefined })
}

function op(intent: Intent, fields: Partial<Op> = {}): Op {
  return anOp({ intent, ...fields })
}

describe('overlayConversation', () => {
  it('shows queued changes before the server has them', () => {
    const ops = [
      op({ kind: 'patch', status: 'resolved' }),
      op({ kind: 'patch', customerName: 'Ana P.', tags: ['vip'] }),
      op({ kind: 'close' }),
    ]
    expect(shown(ops)).toMatchObject({ status: 'closed', name: 'Ana P.', tags: ['vip'], outboxMark: 'waiting' })
  })

  it('shows the server’s value and a mark when a change failed', () => {
    const ops = [op({ kind: 'patch', status: 'resolved' }, { state: 'failed' })]
    expect(shown(ops)).toMatchObject({ status: 'open', outboxMark: 'failed' })
    expect(troublesOf(ops)).toMatchObject([{ intent: { kind: 'patch' }, state: 'failed' }])
  })

  it('shows a conversation that only this device knows', () => {
    const create = op({ kind: 'create', channel: 'email', customerEmail: 'a@b.example' })
    expect(overlayConversation({ id: 'local-1', row: undefined, ops: [create], seen: undefined })).toMatchObject({
      name: 'a@b.example',
      channel: 'email',
      status: 'open',
      isOnServer: false,
      activityAt: 2_000,
    })
  })

  it('counts a customer as answered when the answer is queued, and as waiting when it failed', () => {
    const newest = { messageId: 'm', sender: 'customer', words: 'Hello?', waitingSince: 1_000 }
    const row = { ...ROW, newest }
    const send: Intent = { kind: 'send', content: 'Yes', seenMessageId: null }
    expect(shown([], row).waitingSince).toBe(1_000)
    expect(shown([op(send)], row)).toMatchObject({ waitingSince: null, lastText: 'Yes' })
    expect(shown([op(send, { state: 'failed' })], row).waitingSince).toBe(1_000)
  })

  it('is unread until its last message was seen here, and again when a new one arrives', () => {
    const seen = { conversationId: 'conv_1', lastMessage: 'Hello?', seenAt: 1 }
    const unread = (row: typeof ROW, seenRow?: typeof seen): boolean =>
      overlayConversation({ id: 'conv_1', row, ops: [], seen: seenRow }).isUnread
    expect(unread(ROW)).toBe(true)
    expect(unread(ROW, seen)).toBe(false)
    expect(unread({ ...ROW, lastMessage: 'Are you there?' }, seen)).toBe(true)
    expect(unread({ ...ROW, unread: false })).toBe(false)
  })

  it('never has an empty name, and shows unknown channels and statuses', () => {
    const { customerName: _, customerPhone: __, ...bare } = ROW
    setUnknownCustomer('Unknown customer')
    expect(shown([], bare as typeof ROW).name).toBe('Unknown customer')
    expect(shown([], { ...ROW, customerName: '  ' }).name).toBe('+15551234567')
    expect(shown([], { ...ROW, channel: 'telegram', status: 'snoozed' })).toMatchObject({
      channel: 'telegram',
      status: 'snoozed',
    })
  })
})

describe('isInView', () => {
  it('has a conversation with an unknown status in the inbox', () => {
    const views = (status: string): string[] => VIEWS.filter((view) => isInView({ status, isUnread: false }, view))
    expect(views('open')).toEqual(['inbox', 'all'])
    expect(views('resolved')).toEqual(['resolved', 'all'])
    expect(views('closed')).toEqual(['closed', 'all'])
    expect(views('snoozed')).toEqual(['inbox', 'all'])
  })
})

describe('overlayThread and findArrival', () => {
  const attempt = { begunAt: 2_000, endedAt: null, baselineIds: ['msg_1'], clockOffsetMs: 0, outcome: null }
  const sending = anOp({ state: 'sending', attempts: [attempt] })
  const copy = aMessage({
    id: 'copy',
    sender: 'assistant',
    content: 'Good morning,  how can we help?\r\n',
    sentAt: 2_100,
  })
  const keys = (ops: readonly Op[], messages = [aMessage(), copy], claimedIds = new Set<string>()): string[] =>
    overlayThread({ messages, ops, claimedIds }).map((item) => item.key)

  it('show a message once when the thread is read before the response to the send arrives', () => {
    expect(keys([sending])).toEqual(['msg_1', 'copy'])
  })

  it('show two bubbles when the same text is queued again', () => {
    expect(keys([sending, anOp({ seq: 2, id: 'op_2' })])).toEqual(['msg_1', 'copy', 'op_2'])
    expect(keys([sending, { ...sending, id: 'op_2' }])).toEqual(['msg_1', 'copy', 'op_2'])
  })

  it('do not match a message that another op has claimed', () => {
    expect(keys([sending], [aMessage(), copy], new Set(['copy']))).toEqual(['msg_1', 'copy', 'op_1'])
  })

  it.each([
    ['was there before', { ...copy, id: 'msg_1' }],
    ['is the customer’s', { ...copy, sender: 'customer' }],
    ['has another text', { ...copy, content: 'Good evening' }],
    ['is older than the attempt by the server’s clock', { ...copy, sentAt: -4_000 }],
  ])('do not match a message that %s', (_, message) => {
    expect(findArrival(sending, [message], new Set())).toBeNull()
  })

  it('compare times by the server’s clock, not by ours', () => {
    const dayBehind = { ...attempt, clockOffsetMs: -86_400_000 }
    const op = anOp({ state: 'uncertain', attempts: [dayBehind] })
    expect(findArrival(op, [{ ...copy, sentAt: 2_100 - 86_400_000 }], new Set())?.id).toBe('copy')
  })
})
