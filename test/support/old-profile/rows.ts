import { addressKeys } from '../../../src/db/customer-key.ts'
import { aConversation, aMessage, anOp } from '../builders.ts'
import type { OldRows } from './stores.ts'

const [key = ''] = addressKeys({ customerPhone: '+15551234567' })
/** The key of the customer's phone number. */
export const PHONE_KEY = key

/** A row of every kind, as version 3 of the tables stored it, in the order of their keys. */
export const ROWS: OldRows = {
  conversations: [
    { ...aConversation({ id: 'conv_busy' }), activityAt: 1, newest: null, customerKeys: [PHONE_KEY] },
    { ...aConversation({ id: 'conv_idle' }), activityAt: 1, newest: null, customerKeys: [PHONE_KEY] },
    { ...aConversation({ id: 'local-1' }), activityAt: 1, serverId: 'conv_9', newest: null, customerKeys: [] },
    { ...aConversation({ id: 'local-2' }), activityAt: 1, newest: null, customerKeys: [] },
  ],
  threads: [
    { conversationId: 'conv_busy', messages: [aMessage()], readAt: 1 },
    { conversationId: 'conv_idle', messages: [aMessage()], readAt: 1 },
  ],
  outbox: [
    anOp({ seq: 5, id: 'op-send', conversationId: 'conv_busy' }),
    anOp({
      ...{ seq: 6, id: 'op-create', conversationId: 'local-2', state: 'asking', question: { why: 'old' } },
      intent: { kind: 'create', channel: 'sms', customerPhone: '+15551234567' },
    }),
    anOp({ seq: 8, id: 'op-patch', conversationId: 'conv_gone', intent: { kind: 'patch', status: 'resolved' } }),
  ],
  drafts: [{ conversationId: 'conv_idle', text: 'A draft', caret: 2, updatedAt: 5 }],
  draftVersions: [{ conversationId: 'conv_idle', versions: [{ text: 'An earlier draft', at: 4 }] }],
  snippets: [{ id: 's1', name: 'Greeting', shortcut: 'hi', text: 'Hello' }],
  notes: [{ customerKey: PHONE_KEY, text: 'Prefers mornings', updatedAt: 3 }],
  claims: [{ messageId: 'm1', opId: 'op-1', conversationId: 'conv_idle' }],
  seen: [{ conversationId: 'conv_idle', lastMessage: 'Hello?', seenAt: 2, isMarkedUnread: true }],
  flags: [
    { conversationId: 'conv_busy', snooze: { until: 99, unlessReply: true, setAt: 1, knownWords: 'Hello?' } },
    { conversationId: 'conv_idle', starredAt: 9 },
  ],
  journal: [
    {
      ...{ seq: 3, stepId: 'step', field: 'star', doneAt: 9 },
      changes: [{ conversationId: 'conv_idle', before: '', after: '9' }],
    },
  ],
  meta: [
    { name: 'installId', value: 'install-old' },
    { name: 'outboxSettings', value: { holdMs: 5_000 } },
    { name: 'savedSearches', value: [{ id: 'q1', name: 'Late', text: 'late' }] },
    { name: 'schema', value: 3 },
    { name: 'sync', value: { offset: 100, sweptAt: 1, newsSince: 1 } },
    { name: 'workspaceId', value: 'w' },
  ],
}
