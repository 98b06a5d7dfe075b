import type { Message } from '../shared/model.ts'
import { saneLabel, saneTags, saneTime, type TimeRange } from '../shared/sane-values.ts'
import { toWellFormed } from '../shared/text/visible-text.ts'
import type { ConversationRow, Newest, ThreadRow } from './rows.ts'

/**
 * Repairs stored rows for this build. Earlier builds stored server values unchecked, and the clock may have been wrong when a row was
 * written; such values stay in the profile until the server sends repaired ones. Each function returns the row itself when it is valid,
 * because this runs for a hundred thousand rows at each start.
 */

const LABELS = ['customerName', 'customerPhone', 'customerEmail', 'subject'] as const
const TEXTS = ['channel', 'status', 'lastMessage'] as const

type Repaired = { -readonly [K in keyof ConversationRow]?: ConversationRow[K] | undefined }

/** All repairs of a row whose sealed fields are open. */
export function normaliseStoredConversation(row: ConversationRow, range: TimeRange): ConversationRow {
  const repaired: Repaired = {}
  repairTexts(row, repaired)
  if (row.newest != null) {
    const newest = withSaneTexts(row.newest)
    if (newest !== row.newest) repaired.newest = newest
  }
  const isWhole = Object.keys(repaired).length === 0
  return normalisePlainFields(isWhole ? row : ({ ...row, ...repaired } as ConversationRow), range)
}

/** The repairs that need no sealed field, for rows whose sealed fields are opened later. */
export function normalisePlainFields(row: ConversationRow, range: TimeRange): ConversationRow {
  const repaired: Repaired = {}
  // An unknown channel or status is sealed. Reading it here would open every row.
  if (row.tags !== undefined && !isSaneList(row.tags))
    repaired.tags = Array.isArray(row.tags) ? saneTags(row.tags) : undefined
  normaliseTimes(row, range, repaired)
  return Object.keys(repaired).length === 0 ? row : withoutUndefined({ ...row, ...repaired })
}

/** Repairs the sealed part of a conversation; see sealing/conversation-parts.ts for its fields. */
export function normaliseSealedPart(part: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const repaired: Repaired = {}
  repairTexts(part as Partial<ConversationRow>, repaired)
  const { newestWords, newestSender } = part
  return {
    ...part,
    ...repaired,
    ...(typeof newestWords === 'string' && { newestWords: saneWords(newestWords) }),
    ...(typeof newestSender === 'string' && { newestSender: toWellFormed(newestSender) }),
  }
}

function repairTexts(row: Partial<ConversationRow>, repaired: Repaired): void {
  for (const field of LABELS) {
    const text = row[field]
    if (text === undefined) continue
    const sane = typeof text === 'string' ? saneLabel(text) : undefined
    if (sane !== text) repaired[field] = sane
  }
  for (const field of TEXTS) {
    const text = row[field]
    if (text === undefined) continue
    const sane = typeof text === 'string' ? toWellFormed(text) : undefined
    if (sane !== text) repaired[field] = sane
  }
}

function normaliseTimes(row: ConversationRow, range: TimeRange, repaired: Repaired): void {
  const timestamp = saneTime(row.timestamp, range)
  if (timestamp === null && row.timestamp !== undefined) repaired.timestamp = undefined
  const isKnownToHaveNone = row.isActivityGuessed === true && row.activityAt === 0
  if (saneTime(row.activityAt, range) === null && !isKnownToHaveNone) {
    repaired.activityAt = timestamp ?? 0
    if (timestamp === null) repaired.isActivityGuessed = true
  }
  if (row.wasWaitingSince !== undefined && saneTime(row.wasWaitingSince, range) === null)
    repaired.wasWaitingSince = undefined
  // Only the thread has the start of the waiting time: an undefined `newest` makes the thread be read again.
  const waitingSince = row.newest?.waitingSince ?? null
  if (waitingSince !== null && saneTime(waitingSince, range) === null) repaired.newest = undefined
}

function withSaneTexts(newest: Newest): Newest {
  const [words, sender] = [saneWords(newest.words), toWellFormed(newest.sender)]
  return words === newest.words && sender === newest.sender ? newest : { ...newest, words, sender }
}

/** Earlier builds cut between the halves of a surrogate pair. */
function saneWords(words: string): string {
  return toWellFormed(words.replace(/[\ud800-\udbff]$/, ''))
}

export function normaliseStoredThread(thread: ThreadRow, range: TimeRange): ThreadRow {
  let isChanged = false
  const messages = thread.messages.map((message) => {
    const sane = normaliseStoredMessage(message, range)
    if (sane !== message) isChanged = true
    return sane
  })
  return isChanged ? { ...thread, messages } : thread
}

function normaliseStoredMessage(message: Message, range: TimeRange): Message {
  const sentAt = saneTime(message.sentAt, range)
  const content = toWellFormed(message.content)
  const sender = toWellFormed(message.sender)
  const isSame = sentAt === message.sentAt && content === message.content && sender === message.sender
  return isSame ? message : { ...message, sentAt, content, sender }
}

function isSaneList(tags: unknown): boolean {
  if (!Array.isArray(tags)) return false
  if (tags.length === 0) return true
  const sane = saneTags(tags)
  return sane.length === tags.length && sane.every((tag, index) => tag === tags[index])
}

function withoutUndefined(row: object): ConversationRow {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as ConversationRow
}
