import { readFileSync } from 'node:fs'

/** Every version of the database as it was created then. Add to this file; never edit it. */
export type Specimen = {
  readonly version: number
  readonly stores: Readonly<Record<string, string>>
  /** A full outbox, and one row of every other table. */
  readonly rows: Readonly<Record<string, readonly object[]>>
  /** The expected outbox entries in a stable notation. The current code must still find them. */
  readonly ops: readonly { readonly id: string; readonly conversationId: string; readonly state: string }[]
}

const SEND = { kind: 'send', content: 'See you on Friday', seenMessageId: 'm1' }
const ATTEMPT = { begunAt: 5, endedAt: null, baselineIds: ['m1'], clockOffsetMs: 0, outcome: null }
const OP_1 = { attempts: [], notBefore: 0, verify: null, failure: null, createdAt: 4 }

const FIRST: readonly Specimen[] = [
  {
    version: 1,
    stores: {
      conversations: 'id, &serverId, *customerKeys',
      threads: 'conversationId',
      outbox: '++seq, &id, conversationId',
      drafts: 'conversationId',
      draftVersions: 'conversationId',
      snippets: 'id',
      notes: 'customerKey',
      claims: 'messageId, conversationId',
      seen: 'conversationId',
      flags: 'conversationId',
      journal: '++seq, stepId',
      meta: 'name',
    },
    rows: {
      conversations: [
        {
          id: 'c1',
          customerName: 'Ana',
          channel: 'sms',
          status: 'open',
          lastMessage: 'Hello?',
          timestamp: 1,
          activityAt: 1,
        },
        {
          id: 'local-00000000-0000-4000-8000-000000000000',
          serverId: 'c2',
          channel: 'sms',
          status: 'open',
          activityAt: 2,
        },
      ],
      threads: [
        { conversationId: 'c1', messages: [{ id: 'm1', sender: 'customer', content: 'Hello?', sentAt: 1 }], readAt: 2 },
      ],
      outbox: [
        { ...OP_1, id: 'o1', conversationId: 'c1', intent: SEND, state: 'queued' },
        { ...OP_1, id: 'o2', conversationId: 'c1', intent: { kind: 'patch', tags: ['vip'] }, state: 'held' },
        { ...OP_1, id: 'o3', conversationId: 'c3', intent: SEND, state: 'sending', attempts: [ATTEMPT] },
        {
          ...{ ...OP_1, id: 'o4', conversationId: 'c4', intent: SEND, state: 'uncertain' },
          attempts: [{ ...ATTEMPT, endedAt: 6, outcome: 'ambiguous' }],
          verify: { absentReads: 1, round: 1, readAt: 7 },
        },
        {
          ...OP_1,
          id: 'o5',
          conversationId: 'local-1',
          intent: { kind: 'create', channel: 'sms', customerPhone: '+1' },
          state: 'asking',
        },
        {
          ...OP_1,
          id: 'o6',
          conversationId: 'c6',
          intent: { kind: 'close' },
          state: 'failed',
          failure: { kind: 'rejected', status: 400, words: 'No' },
        },
      ],
      drafts: [{ conversationId: 'c1', text: 'Half a sen', caret: 10, updatedAt: 3 }],
      draftVersions: [{ conversationId: 'c1', versions: [{ text: 'Half a page, once', at: 2 }] }],
      snippets: [{ id: 's1', name: 'Thanks', shortcut: 'ty', text: 'Thank you, {{first_name|there}}' }],
      notes: [{ customerKey: 'phone 1', text: 'Calls at noon', updatedAt: 3 }],
      claims: [{ messageId: 'm0', opId: 'o0', conversationId: 'c1' }],
      seen: [{ conversationId: 'c1', lastMessage: 'Hello?', seenAt: 3 }],
      flags: [
        { conversationId: 'c1', starredAt: 3, snooze: { until: 9, unlessReply: true, setAt: 3, knownWords: 'Hello?' } },
      ],
      journal: [
        {
          stepId: 's1',
          field: 'status',
          doneAt: 3,
          changes: [{ conversationId: 'c1', before: 'open', after: 'closed' }],
        },
      ],
      meta: [],
    },
    ops: [
      { id: 'o1', conversationId: 'c1', state: 'queued' },
      { id: 'o2', conversationId: 'c1', state: 'held' },
      { id: 'o3', conversationId: 'c3', state: 'sending' },
      { id: 'o4', conversationId: 'c4', state: 'uncertain' },
      { id: 'o5', conversationId: 'local-1', state: 'asking' },
      { id: 'o6', conversationId: 'c6', state: 'failed' },
    ],
  },
]

/** Its conversations have `customerKeys`, which those of version 1 may lack. */
const SECOND: readonly Specimen[] = FIRST.map((first) => ({
  ...first,
  version: 2,
  rows: {
    ...first.rows,
    conversations: (first.rows['conversations'] ?? []).map((row) => ({ ...row, customerKeys: ['untold sms'] })),
    meta: [{ name: 'schema', value: 2 }],
  },
}))

/** Addresses are compared by new rules. None of these rows has an address, so only the version number differs. */
const THIRD: readonly Specimen[] = SECOND.map((second) => ({
  ...second,
  version: 3,
  rows: { ...second.rows, meta: [{ name: 'schema', value: 3 }] },
}))

/** Databases of development profiles, in another storage folder: their rows are not sealed. */
export const UNSEALED_ZOO: readonly Specimen[] = [...FIRST, ...SECOND, ...THIRD]

/** The same rows, sealed under the tests' key, as they are stored. Sealed bytes are base64 after `b64:`. */
const FOURTH: readonly Specimen[] = THIRD.map((third) => ({ ...third, version: 4, rows: readStored('zoo-4.json') }))

export const ZOO: readonly Specimen[] = FOURTH

function readStored(file: string): Specimen['rows'] {
  const text = readFileSync(new URL(file, import.meta.url), 'utf8')
  const toBytes = (_: string, value: unknown): unknown =>
    typeof value === 'string' && value.startsWith('b64:')
      ? Uint8Array.from(Buffer.from(value.slice(4), 'base64'))
      : value
  return JSON.parse(text, toBytes) as Specimen['rows']
}
