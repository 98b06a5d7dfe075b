import type { Database } from '../db/database.ts'
import { setSnoozes, setStars } from '../db/flags.ts'
import type { Snoozed } from '../db/rows.ts'
import type { FieldName } from '../db/rows.ts'
import type { ListedConversation } from '../db/list-rows.ts'
import { renameCustomer, setStatuses, setTagLists } from '../outbox/intents.ts'
import { markAllSeen, markUnseen } from '../outbox/seen.ts'
import { isStatus } from '../shared/model.ts'
import { hasVisibleText } from '../shared/text/visible-text.ts'
import { harmlessLine } from '../words/harmless-text.ts'
import { statusLabel } from '../words/status.ts'
import { MAX_TAGS_SHOWN, tagLabel } from '../words/tag-words.ts'
import { whenWords } from '../words/when.ts'

/** Why a name is refused; said where it is typed, and by the command. */
export const BLANK_NAME = 'A name needs a character that can be seen.'

export type Wanted = { readonly conversationId: string; readonly value: string }

/** Something of a conversation that commands change, as plain words: so it can be noted, compared, and set back. */
export type ChangeableField = {
  readonly of: (shown: ListedConversation) => string
  /** Inside the transaction of the caller; each conversation at most once. */
  readonly write: (db: Database, changes: readonly Wanted[]) => Promise<void>
  /** What comes after "John Smith is now …". */
  readonly words: (value: string) => string
  /** False for what only a server can say. */
  readonly canBeSet: (value: string) => boolean
  /** Of this device alone: no server moves on with it. */
  readonly isLocal: boolean
}

const STATUS: ChangeableField = {
  of: ({ status }) => status,
  write: (db, changes) =>
    setStatuses(
      db,
      changes.flatMap(({ conversationId, value }) => (isStatus(value) ? [{ conversationId, status: value }] : [])),
    ),
  words: (value) => statusLabel(value).toLowerCase(),
  canBeSet: isStatus,
  isLocal: false,
}

const TAGS: ChangeableField = {
  of: ({ tags }) => JSON.stringify(tags),
  write: (db, changes) =>
    setTagLists(
      db,
      changes.map(({ conversationId, value }) => ({ conversationId, tags: tagsIn(value) })),
    ),
  words: (value) =>
    tagsIn(value).length === 0
      ? 'without tags'
      : `tagged ${tagsIn(value).slice(0, MAX_TAGS_SHOWN).map(tagLabel).join(', ')}`,
  canBeSet: () => true,
  isLocal: false,
}

function tagsIn(value: string): readonly string[] {
  return JSON.parse(value) as readonly string[]
}

const NAME: ChangeableField = {
  of: ({ customerName }) => customerName ?? '',
  async write(db, changes) {
    for (const { conversationId, value } of changes) await renameCustomer(db, { conversationId, customerName: value })
  },
  words: (value) => (!hasVisibleText(value) ? 'without a name' : `called ${harmlessLine(value)}`),
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
  words: (value) => value,
  canBeSet: () => true,
  isLocal: true,
}

const STAR: ChangeableField = {
  of: ({ isStarred }) => (isStarred ? 'starred' : 'not starred'),
  write: (db, changes) =>
    setStars(
      db,
      changes.map(({ conversationId, value }) => ({ conversationId, isStarred: value === 'starred' })),
    ),
  words: (value) => value,
  canBeSet: () => true,
  isLocal: true,
}

const AWAKE = 'awake'

const SNOOZE: ChangeableField = {
  of: ({ snooze }) => snoozeValue(snooze),
  write: (db, changes) =>
    setSnoozes(
      db,
      changes.map(({ conversationId, value }) => ({ conversationId, snooze: snoozeIn(value) })),
    ),
  words(value) {
    const snooze = snoozeIn(value)
    return snooze === null ? 'not snoozed' : `snoozed until ${whenWords(snooze.until, Date.now())}`
  },
  canBeSet: () => true,
  isLocal: true,
}

/** A snooze as plain words; null for none. */
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
