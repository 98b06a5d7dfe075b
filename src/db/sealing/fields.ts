import { CHANNELS, STATUSES } from '../../shared/model.ts'
import type { Op } from '../op.ts'
import type {
  ConversationRow,
  DraftRow,
  DraftVersionsRow,
  FlagsRow,
  JournalRow,
  MetaRow,
  NoteRow,
  SeenRow,
  SnippetRow,
  ThreadRow,
} from '../rows.ts'

/**
 * Which fields of a row are stored as they are and which are sealed. Plain fields feed indexes, counts and the list: ids, states, times and
 * flags. Everything else is sealed, and a new field of a row does not compile until it is in this table.
 */

/** `plain`, `sealed`, or plain for some values only: an unknown value may be any text. */
type Rule = 'plain' | 'sealed' | ((value: unknown) => boolean)

/** The rules of a table's fields, and what identifies its rows. */
export type SealedTable = {
  readonly fields: Readonly<Record<string, Rule>>
  /** Bound to the sealed part: it opens in no other row. The key of a new row may not be known yet, so it is made of other fields. */
  readonly place: (row: Readonly<Record<string, unknown>>) => string
  /** Opened when a sealed field is first read, because the list reads all rows and shows few. */
  readonly isLazy?: boolean
}

type Fields<Row> = Readonly<Record<keyof Row, Rule>>

const isOneOf =
  (values: readonly string[]) =>
  (value: unknown): boolean =>
    values.includes(value as string)

const CONVERSATION: Fields<ConversationRow & { customerKeys: readonly string[] }> = {
  ...{ id: 'plain', serverId: 'plain', customerKeys: 'plain' },
  ...{ channel: isOneOf(CHANNELS), status: isOneOf(STATUSES), unread: 'plain' },
  ...{
    timestamp: 'plain',
    activityAt: 'plain',
    isActivityGuessed: 'plain',
    touchedAt: 'plain',
    wasWaitingSince: 'plain',
  },
  ...{ customerId: 'sealed', customerName: 'sealed', customerEmail: 'sealed', customerPhone: 'sealed' },
  ...{ subject: 'sealed', lastMessage: 'sealed' },
  // Partly plain: see conversation-parts.ts.
  ...{ newest: 'sealed', tags: 'sealed' },
}

const OP: Fields<Op> = {
  ...{ seq: 'plain', id: 'plain', revision: 'plain', workspaceId: 'plain', conversationId: 'plain', follows: 'plain' },
  ...{ state: 'plain', notBefore: 'plain', createdAt: 'plain', confirmed: 'plain', attempts: 'plain', verify: 'plain' },
  ...{ question: 'plain', restoredAt: 'plain', intent: 'sealed', failure: 'sealed' },
}

const THREAD: Fields<ThreadRow> = { conversationId: 'plain', readAt: 'plain', messages: 'sealed' }
const DRAFT: Fields<DraftRow> = { conversationId: 'plain', updatedAt: 'plain', text: 'sealed', caret: 'sealed' }
const DRAFT_VERSIONS: Fields<DraftVersionsRow> = { conversationId: 'plain', versions: 'sealed' }
const SNIPPET: Fields<SnippetRow> = { id: 'plain', name: 'sealed', shortcut: 'sealed', text: 'sealed' }
const NOTE: Fields<NoteRow> = { customerKey: 'plain', updatedAt: 'plain', text: 'sealed' }
const SEEN: Fields<SeenRow> = {
  ...{ conversationId: 'plain', messageId: 'plain', seenAt: 'plain', isMarkedUnread: 'plain' },
  ...{ lastMessage: 'sealed', answer: 'sealed' },
}
const FLAGS: Fields<FlagsRow> = { conversationId: 'plain', starredAt: 'plain', back: 'plain', snooze: 'sealed' }
const JOURNAL: Fields<JournalRow> = {
  seq: 'plain',
  stepId: 'plain',
  field: 'plain',
  doneAt: 'plain',
  changes: 'sealed',
}
const META: Fields<MetaRow> = { name: 'plain', value: 'sealed' }

/** `meta` rows that are read without the data key or hold nothing personal. */
export const PLAIN_META: ReadonlySet<unknown> = new Set<unknown>([
  'schema',
  'workspace',
  'workspaceId',
  'installId',
  'keyCheck',
  'isRewriting',
  'carriedOver',
])

const byConversation = (row: Readonly<Record<string, unknown>>): string => String(row['conversationId'])
const byId = (row: Readonly<Record<string, unknown>>): string => String(row['id'])

/** By table. `claims` holds ids only and is stored as it is. */
export const SEALED_TABLES: Readonly<Record<string, SealedTable>> = {
  conversations: { fields: CONVERSATION, place: byId, isLazy: true },
  threads: { fields: THREAD, place: byConversation },
  outbox: { fields: OP, place: byId },
  drafts: { fields: DRAFT, place: byConversation },
  draftVersions: { fields: DRAFT_VERSIONS, place: byConversation },
  snippets: { fields: SNIPPET, place: byId },
  notes: { fields: NOTE, place: ({ customerKey }) => String(customerKey) },
  seen: { fields: SEEN, place: byConversation, isLazy: true },
  flags: { fields: FLAGS, place: byConversation },
  journal: {
    fields: JOURNAL,
    place: ({ stepId, field, doneAt }) => `${String(stepId)} ${String(field)} ${String(doneAt)}`,
  },
  meta: { fields: META, place: ({ name }) => String(name) },
}
