import { type Database, makeDatabase } from '../../src/db/database.ts'
import type { Op } from '../../src/db/op.ts'
import type { Conversation, Message } from '../../src/shared/model.ts'
import { DATA_KEY } from './data-key.ts'

let count = 0

/** Tests use times near 0, which the database would reject as too early. */
export const ANY_TIME = () => ({ from: -Infinity, to: Infinity })

/** A new database for each test. */
export function aDatabase(): Database {
  count += 1
  return makeDatabase(`test-${count}`, DATA_KEY, undefined, ANY_TIME)
}

export function aConversation(fields: Partial<Conversation> = {}): Conversation {
  return {
    id: 'conv_1',
    customerName: 'Ana Petrović',
    customerPhone: '+15551234567',
    channel: 'sms',
    status: 'open',
    lastMessage: 'Hello?',
    timestamp: 1_000,
    unread: true,
    ...fields,
  }
}

export function aMessage(fields: Partial<Message> = {}): Message {
  return { id: 'msg_1', sender: 'customer', content: 'Hello?', sentAt: 1_000, ...fields }
}

export function anOp(fields: Partial<Op> = {}): Op {
  return {
    seq: 1,
    id: 'op_1',
    revision: 0,
    workspaceId: 'w',
    conversationId: 'conv_1',
    intent: { kind: 'send', content: 'Good morning, how can we help?', seenMessageId: null },
    state: 'queued',
    attempts: [],
    notBefore: 0,
    verify: null,
    failure: null,
    question: null,
    createdAt: 2_000,
    confirmed: null,
    ...fields,
  }
}
