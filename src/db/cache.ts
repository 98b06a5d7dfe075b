import type { Conversation, ConversationDetail, Message } from '../shared/model.ts'
import { isSameText } from '../shared/same-text.ts'
import type { ConversationRow, Database, Newest, ThreadRow } from './database.ts'

/** The cache holds what the server said. These are the only ways in; each keeps one answer together in one transaction. */

/** How much of a message a row keeps, UTF-16 units. */
const ROW_WORDS = 300
/** A server may show a message it took in its reads only after a while; until then ours is kept, ms. */
export const SETTLE_MS = 120_000

export type Asked = {
  /** Epoch ms when the request left. An answer older than what we have since been told changes nothing. */
  readonly askedAt: number
  readonly now: number
}

/** Merges one page of the list, all of it or nothing. */
export async function applyPage(db: Database, conversations: readonly Conversation[], asked: Asked): Promise<void> {
  await db.transaction('rw', [db.conversations], async () => {
    const ids = conversations.map((conversation) => conversation.id)
    const [own, begunHere] = await Promise.all([
      db.conversations.bulkGet(ids),
      db.conversations.where('serverId').anyOf(ids).toArray(),
    ])
    const localOf = new Map(begunHere.map((row) => [row.serverId, row]))
    const changed: ConversationRow[] = []
    for (const [index, told] of conversations.entries()) {
      const known = localOf.get(told.id) ?? own[index]
      const merged = mergeRow(known, told, asked)
      if (merged !== known) changed.push(merged)
    }
    await db.conversations.bulkPut(changed)
  })
}

/**
 * What is known with what was told laid over it: a field that was not told stays. Gives `known` itself when nothing changed, so
 * that nothing is written.
 */
export function mergeRow(known: ConversationRow | undefined, told: Conversation, asked: Asked): ConversationRow {
  const { id, ...fields } = told
  if (known === undefined) return { ...fields, id, activityAt: told.timestamp ?? asked.now }
  if (known.touchedAt !== undefined && known.touchedAt >= asked.askedAt) return known
  if (!isNews(known, fields)) return known
  const hasNewWords = told.lastMessage !== undefined && told.lastMessage !== known.lastMessage
  const { newest, ...rest } = known
  const merged = { ...rest, ...fields }
  if (!hasNewWords) return newest === undefined ? merged : { ...merged, newest }
  if (newest != null && isSameText(newest.words, told.lastMessage.slice(0, ROW_WORDS))) return { ...merged, newest }
  // Words that the thread on this device does not hold: it wants reading, and the conversation moved when we noticed.
  const hasNewStamp = told.timestamp !== undefined && told.timestamp > (known.timestamp ?? 0)
  return { ...merged, activityAt: Math.max(known.activityAt, hasNewStamp ? told.timestamp : asked.now) }
}

/** Keeps a thread as it was read, and what its newest message means for the conversation's row. */
export async function applyThread(
  db: Database,
  conversationId: string,
  detail: ConversationDetail,
  asked: Asked,
): Promise<void> {
  await db.transaction('rw', [db.conversations, db.threads, db.claims], async () => {
    const [row, cached, claims] = await Promise.all([
      db.conversations.get(conversationId),
      db.threads.get(conversationId),
      db.claims.where('conversationId').equals(conversationId).toArray(),
    ])
    if (row?.touchedAt !== undefined && row.touchedAt >= asked.askedAt) return
    const { id: serverId, ...told } = detail.conversation
    const merged = mergeRow(row, { ...told, id: serverId }, asked)
    if (detail.messages === null) {
      await db.conversations.put({ ...merged, id: conversationId })
      return
    }
    const isSettling = row?.touchedAt !== undefined && asked.now - row.touchedAt < SETTLE_MS
    const messages = isSettling
      ? withUnsettled(detail.messages, cached, new Set(claims.map((claim) => claim.messageId)))
      : detail.messages
    const thread: ThreadRow = { conversationId, messages, readAt: asked.now }
    if (!isSameThread(cached, thread)) await db.threads.put(thread)
    const next = withNewest({ ...merged, id: conversationId }, messages)
    if (row === undefined || isNews(row, next)) await db.conversations.put(next)
  })
}

/** The row as its thread's messages make it. */
export function withNewest(row: ConversationRow, messages: readonly Message[]): ConversationRow {
  const last = messages.at(-1)
  if (last === undefined) return { ...row, newest: null }
  const newest: Newest = {
    messageId: last.id,
    sender: last.sender,
    words: last.content.slice(0, ROW_WORDS),
    waitingSince: waitingSince(messages),
  }
  return { ...row, newest, activityAt: last.sentAt ?? row.activityAt }
}

/** Epoch ms of the first message of the customer's that nobody has answered; null when the last word is ours. */
export function waitingSince(messages: readonly Message[]): number | null {
  let since: number | null = null
  for (let index = messages.length - 1; index >= 0; index -= 1) {
    const message = messages[index]
    if (message === undefined || message.sender !== 'customer') break
    since = message.sentAt ?? since
  }
  return since
}

/** Messages the server acknowledged to us, and this read does not show yet, stay where they are. */
export function withUnsettled(
  messages: readonly Message[],
  cached: ThreadRow | undefined,
  claimedIds: ReadonlySet<string>,
): readonly Message[] {
  const read = new Set(messages.map((message) => message.id))
  const missing = (cached?.messages ?? []).filter((message) => claimedIds.has(message.id) && !read.has(message.id))
  return missing.length === 0 ? messages : [...messages, ...missing]
}

function isSameThread(cached: ThreadRow | undefined, read: ThreadRow): boolean {
  return cached !== undefined && JSON.stringify(cached.messages) === JSON.stringify(read.messages)
}

function isNews(known: ConversationRow, told: Partial<ConversationRow>): boolean {
  return Object.entries(told).some(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(known[field as keyof ConversationRow]),
  )
}
