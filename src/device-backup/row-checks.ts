import type { Op } from '../db/op.ts'
import type { META_MERGED } from '../db/own-tables.ts'
import type {
  ClaimRow,
  ConversationRow,
  DraftRow,
  DraftVersionsRow,
  FlagsRow,
  SeenRow,
  SnippetRow,
} from '../db/rows.ts'
import type { SavedSearch } from '../db/saved-searches.ts'
import { STATUSES } from '../shared/model.ts'

/**
 * Whether rows of a backup are what they say. A passphrase proves only that its author knew it, and a row of a wrong shape could keep a
 * workspace from opening. Values from the server are checked again whenever they are read (db/stored.ts).
 */

export type MovedMeta =
  | { readonly name: 'savedSearches'; readonly value: readonly SavedSearch[] }
  | { readonly name: 'outboxSettings' | 'writingSettings'; readonly value: unknown }

type Unknown = Readonly<Record<string, unknown>>
type Check = (value: unknown) => boolean

/** A note with the customer's key, which the database stores hashed under a key of its own. */
export type MovedNote = { readonly customer: string; readonly text: string; readonly updatedAt: number }

const isText: Check = (value) => typeof value === 'string'
const isId: Check = (value) => typeof value === 'string' && value.length > 0 && value.length <= 1_000
const isTime: Check = (value) => typeof value === 'number' && Number.isFinite(value)
const isFlag: Check = (value) => typeof value === 'boolean'
const isOneOf =
  (...values: readonly unknown[]): Check =>
  (value) =>
    values.includes(value)
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value)
const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value)
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check)
const shaped =
  (fields: Readonly<Record<string, Check>>): Check =>
  (value) =>
    isRecord(value) && Object.entries(fields).every(([name, check]) => check(value[name]))

function isRecord(value: unknown): value is Unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const draft = shaped({ conversationId: isId, text: isText, caret: isTime, updatedAt: isTime })
const version = shaped({ text: isText, at: isTime })
const draftVersions = shaped({ conversationId: isId, versions: listOf(version) })
const snippet = shaped({ id: isId, name: isText, shortcut: isText, text: isText })
const note = shaped({ customer: isId, text: isText, updatedAt: isTime })
const claim = shaped({ messageId: isId, opId: isId, conversationId: isId })
const seen = shaped({
  ...{ conversationId: isId, lastMessage: isText, seenAt: isTime },
  ...{ answer: optional(isText), messageId: optional(isId), isMarkedUnread: optional(isFlag) },
})
const snooze = shaped({
  ...{ until: isTime, unlessReply: isFlag, setAt: isTime, knownWords: isText },
  knownId: optional(orNull(isId)),
})
const flags = shaped({
  ...{ conversationId: isId, starredAt: optional(isTime), snooze: optional(snooze) },
  back: optional(shaped({ at: isTime, unlessReply: isFlag })),
})
const conversation = shaped({ id: isId, serverId: optional(isId), activityAt: isTime })
const search = shaped({ id: isId, name: isText, text: isText })

const base = optional(
  shaped({ status: optional(isText), customerName: optional(isText), tags: optional(listOf(isText)) }),
)
const intents = new Map<unknown, Check>(
  Object.entries({
    create: shaped({
      ...{ channel: isText, customerPhone: optional(isText), customerEmail: optional(isText) },
      customerName: optional(isText),
    }),
    send: shaped({
      ...{
        content: (value) => isText(value) && value !== '',
        seenMessageId: orNull(isId),
        seenSentAt: optional(isTime),
      },
      caret: optional(isTime),
    }),
    patch: shaped({
      ...{ status: optional(isOneOf(...STATUSES.filter((status) => status !== 'closed'))), base },
      ...{ customerName: optional(isText), tags: optional(listOf(isText)) },
    }),
    close: shaped({ base }),
  }),
)
const intent: Check = (value) => isRecord(value) && (intents.get(value['kind'])?.(value) ?? false)
const attempt = shaped({
  ...{ begunAt: isTime, endedAt: orNull(isTime), baselineIds: orNull(listOf(isId)), clockOffsetMs: orNull(isTime) },
  outcome: isOneOf('applied', 'ambiguous', 'not-applied', 'rejected', 'auth', null),
})
const failure = shaped({
  kind: isOneOf(
    'unreachable',
    'interrupted',
    'unauthorized',
    'throttled',
    'rejected',
    'server',
    'unreadable',
    'refused',
  ),
  ...{ words: optional(orNull(isText)), status: optional(isTime), retryAfterMs: optional(orNull(isTime)) },
})
/** Its id becomes a header of requests. */
const isOpId: Check = (value) => typeof value === 'string' && /^[\w-]{1,100}$/.test(value)
const op = shaped({
  ...{ seq: isTime, id: isOpId, workspaceId: orNull(isId), conversationId: isId, intent, createdAt: isTime },
  ...{ state: isOneOf('held', 'queued', 'sending', 'uncertain', 'asking', 'failed'), attempts: listOf(attempt) },
  ...{ failure: orNull(failure), follows: optional(isOpId) },
})

const settings = new Map<unknown, Check>(
  Object.entries({
    savedSearches: listOf(search),
    outboxSettings: shaped({
      holdMs: optional((value) => isRecord(value) && Object.values(value).every(isTime)),
      onUncertain: optional(isOneOf('resend', 'ask')),
    }),
    writingSettings: shaped({
      checksSpelling: optional(isFlag),
      segmentPrice: optional(orNull(shaped({ amount: isTime, currency: (value) => isText(value) && value !== '' }))),
    }),
  } satisfies Record<(typeof META_MERGED)[number], Check>),
)

export const isDraft = draft as (row: unknown) => row is DraftRow
export const isDraftVersions = draftVersions as (row: unknown) => row is DraftVersionsRow
export const isSnippet = snippet as (row: unknown) => row is SnippetRow
export const isMovedNote = note as (row: unknown) => row is MovedNote
export const isClaim = claim as (row: unknown) => row is ClaimRow
export const isSeen = seen as (row: unknown) => row is SeenRow
export const isFlags = flags as (row: unknown) => row is FlagsRow
export const isConversation = conversation as (row: unknown) => row is ConversationRow
export const isOp = op as (row: unknown) => row is Op

/** A row of `meta` that other devices take. */
export function isMovedMeta(row: unknown): row is MovedMeta {
  return isRecord(row) && (settings.get(row['name'])?.(row['value']) ?? false)
}
