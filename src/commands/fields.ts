import type { Database } from '../db/database.ts'
import { setSnoozes, setStars } from '../db/flags.ts'
import type { Snoozed, FieldName } from '../db/rows.ts'
import type { ListedConversation } from '../db/list-rows.ts'
import { renameCustomer, setStatuses, setTagLists } from '../outbox/intents.ts'
import { markAllSeen, markUnseen } from '../outbox/seen.ts'
import { listText } from '../shared/messages/list-text.ts'
import { isStatus, type Status } from '../shared/model.ts'
import { hasVisibleText } from '../shared/text/visible-text.ts'
import { text, type TextId } from '../strings/text.ts'
import { harmlessLine } from '../words/harmless-text.ts'
import { MAX_TAGS_SHOWN, tagLabel } from '../words/tag-words.ts'
import { whenWords } from '../words/when.ts'

/** Shown where the name is typed, and by the command. */
export const BLANK_NAME = text('commands.why.blankName')

export type Wanted = { readonly conversationId: string; readonly value: string }

/** A property of a conversation that commands change. Its values are strings, so that undo can store, compare and restore them. */
export type ChangeableField = {
  readonly of: (shown: ListedConversation) => string
  /** Runs inside the caller's transaction. `changes` holds each conversation at most once. */
  readonly write: (db: Database, changes: readonly Wanted[]) => Promise<void>
  /** What follows "John Smith is now …" or "3 conversations are …". `count`: of how many conversations, 1 if left out. */
  readonly describe: (value: string, count?: number) => string
  /** False for a value that only the server can set. */
  readonly canBeSet: (value: string) => boolean
  /** Stored only on this device, so the server can't change it. */
  readonly isLocal: boolean
}

const STATUS: ChangeableField = {
  of: ({ status }) => status,
  write: (db, changes) =>
    setStatuses(
      db,
      changes.flatMap(({ conversationId, value }) => (isStatus(value) ? [{ conversationId, status: value }] : [])),
    ),
  describe: describeStatus,
  canBeSet: isStatus,
  isLocal: false,
}

const STATUS_STATES = {
  open: 'commands.state.open',
  resolved: 'commands.state.resolved',
  closed: 'commands.state.closed',
} as const satisfies Record<Status, TextId>

function describeStatus(value: string, count = 1): string {
  if (isStatus(value)) return text(STATUS_STATES[value], { count })
  return hasVisibleText(value) ? harmlessLine(value).toLowerCase() : text('commands.state.unknownStatus')
}

const TAGS: ChangeableField = {
  of: ({ tags }) => JSON.stringify(tags),
  write: (db, changes) =>
    setTagLists(
      db,
      changes.map(({ conversationId, value }) => ({ conversationId, tags: tagsIn(value) })),
    ),
  describe: describeTags,
  canBeSet: () => true,
  isLocal: false,
}

function describeTags(value: string, count = 1): string {
  const tags = tagsIn(value).slice(0, MAX_TAGS_SHOWN).map(tagLabel)
  return tags.length === 0
    ? text('commands.state.untagged')
    : text('commands.state.tagged', { count, tags: listText(tags) })
}

function tagsIn(value: string): readonly string[] {
  return JSON.parse(value) as readonly string[]
}

const NAME: ChangeableField = {
  of: ({ customerName }) => customerName ?? '',
  async write(db, changes) {
    for (const { conversationId, value } of changes) await renameCustomer(db, { conversationId, customerName: value })
  },
  describe: (value) =>
    hasVisibleText(value)
      ? text('commands.state.called', { name: harmlessLine(value) })
      : text('commands.state.unnamed'),
  // The API can change a name but not remove it, so an invisible name is refused.
  canBeSet: hasVisibleText,
  isLocal: false,
}

const SEEN: ChangeableField = {
  of: ({ isUnread }) => (isUnread ? 'unread' : 'read'),
  async write(db, changes) {
    const idsOf = (wanted: string): readonly string[] =>
      changes.filter(({ value }) => value === wanted).map(({ conversationId }) => conversationId)
    await markUnseen(db, idsOf('unread'))
    await markAllSeen(db, idsOf('read'))
  },
  describe: (value, count = 1) => text(value === 'read' ? 'commands.state.read' : 'commands.state.unread', { count }),
  canBeSet: () => true,
  isLocal: true,
}

/** Stored in the undo journal. */
type StarValue = 'starred' | 'not starred'

const STAR: ChangeableField = {
  of: ({ isStarred }): StarValue => (isStarred ? 'starred' : 'not starred'),
  write: (db, changes) =>
    setStars(
      db,
      changes.map(({ conversationId, value }) => ({ conversationId, isStarred: value === 'starred' })),
    ),
  describe: (value, count = 1) =>
    value === 'starred' ? text('commands.state.starred', { count }) : text('commands.state.notStarred'),
  canBeSet: () => true,
  isLocal: true,
}

/** The value of the snooze of a conversation that has none. */
export const AWAKE = 'awake'

const SNOOZE: ChangeableField = {
  of: ({ snooze }) => snoozeValue(snooze),
  write: (db, changes) =>
    setSnoozes(
      db,
      changes.map(({ conversationId, value }) => ({ conversationId, snooze: snoozeIn(value) })),
    ),
  describe: describeSnooze,
  canBeSet: () => true,
  isLocal: true,
}

function describeSnooze(value: string, count = 1): string {
  const snooze = snoozeIn(value)
  return snooze === null
    ? text('commands.state.notSnoozed')
    : text('commands.state.snoozed', { count, when: describeUntil(value) })
}

/** When a snooze ends, such as "tomorrow, 9:00 AM"; empty for none. */
export function describeUntil(value: string): string {
  const snooze = snoozeIn(value)
  return snooze === null ? '' : whenWords(snooze.until, Date.now())
}

/** The field's value for a snooze; null is no snooze. */
export function snoozeValue(snooze: Snoozed | null): string {
  return snooze === null ? AWAKE : JSON.stringify({ until: snooze.until, unlessReply: snooze.unlessReply })
}

function snoozeIn(value: string): Snoozed | null {
  return value === AWAKE ? null : (JSON.parse(value) as Snoozed)
}

export const FIELDS: Readonly<Record<FieldName, ChangeableField>> = {
  status: STATUS,
  tags: TAGS,
  seen: SEEN,
  star: STAR,
  snooze: SNOOZE,
  name: NAME,
}
