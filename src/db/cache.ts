import type { Conversation, ConversationDetail, Message } from '../shared/model.ts'
import { commit } from './commit.ts'
import type { Database } from './database.ts'
import type { ConversationRow, MetaRow, ThreadRow } from './rows.ts'
import {
  type RequestTiming,
  isNews,
  isOvertaken,
  isSameThread,
  type Merged,
  mergeRow,
  withNewest,
  withRaised,
} from './merge.ts'

/** The cache holds what the server said. These are the only ways in; each keeps one answer together in one strict transaction. */

/** A server may show a message it took in its reads only after a while; until then ours is kept, ms. */
export const SETTLE_MS = 120_000

/** Merges one page of the list, all of it or nothing, together with how far the reading has come. Only what changed is written. */
export async function applyPage(
  db: Database,
  conversations: readonly Conversation[],
  asked: RequestTiming,
  place?: MetaRow,
): Promise<readonly Merged[]> {
  const tables = place === undefined ? [db.conversations] : [db.conversations, db.meta]
  return commit(db, tables, async () => {
    const ids = conversations.map((conversation) => conversation.id)
    const [own, begunHere] = await Promise.all([
      db.conversations.bulkGet(ids),
      db.conversations.where('serverId').anyOf(ids).toArray(),
    ])
    const known = new Map<string, ConversationRow>()
    for (const row of own) if (row !== undefined) known.set(row.id, row)
    for (const row of begunHere) if (row.serverId !== undefined) known.set(row.serverId, row)
    const merged = mergePage(known, conversations, asked)
    const changed = merged.filter(({ before, after }) => after !== before)
    if (changed.length > 0) await db.conversations.bulkPut(changed.map(({ after }) => after))
    if (place !== undefined) await db.meta.put(place)
    return merged
  })
}

/** In the page's order, one for each conversation: a row that stands there twice is told twice of one. `known` is by the server's id. */
export function mergePage(
  known: ReadonlyMap<string, ConversationRow>,
  conversations: readonly Conversation[],
  asked: RequestTiming,
): readonly Merged[] {
  const merged = new Map<string, Merged>()
  for (const told of conversations) {
    const before = known.get(told.id)
    const after = mergeRow(merged.get(told.id)?.after ?? before, told, asked)
    merged.set(told.id, { before, after })
  }
  return [...merged.values()]
}

/** A thread and its row, before and after. */
export type ThreadChange = Merged & {
  /** Undefined when the thread was not on this device. */
  readonly messagesBefore: readonly Message[] | undefined
  readonly messages: readonly Message[]
}

/** Keeps a thread as it was read, and what its newest message means for the conversation's row. Null when the answer told nothing new. */
export async function applyThread(
  db: Database,
  conversationId: string,
  detail: ConversationDetail,
  asked: RequestTiming,
): Promise<ThreadChange | null> {
  return commit(db, [db.conversations, db.threads, db.claims], async () => {
    const [row, cached, claims] = await Promise.all([
      db.conversations.get(conversationId),
      db.threads.get(conversationId),
      db.claims.where('conversationId').equals(conversationId).toArray(),
    ])
    if (isOvertaken(row, asked)) return null
    const change = mergeThread({ conversationId, row, cached, detail, asked }, claims)
    if (change.messages !== null && !isSameThread(cached?.messages ?? NOT_READ, change.messages)) {
      await db.threads.put({ conversationId, messages: change.messages, readAt: asked.now })
    }
    const { after } = change
    if (row === undefined || isNews(row, after)) await db.conversations.put(after)
    return change.messages === null
      ? null
      : { before: row, after, messagesBefore: cached?.messages, messages: change.messages }
  })
}

/** Unlike any thread that was read, and so unlike an empty one. */
const NOT_READ: readonly Message[] = [{ id: '', sender: '', content: '', sentAt: null }]

type ReadThread = {
  readonly conversationId: string
  readonly row: ConversationRow | undefined
  readonly cached: ThreadRow | undefined
  readonly detail: ConversationDetail
  readonly asked: RequestTiming
}

/** The row and the messages that come of a read; the messages are null when it told none. */
export function mergeThread(
  { conversationId, row, cached, detail, asked }: ReadThread,
  claims: readonly { readonly messageId: string }[],
): { readonly after: ConversationRow; readonly messages: readonly Message[] | null } {
  const merged = { ...mergeRow(row, detail.conversation, asked), id: conversationId }
  if (detail.messages === null) return { after: merged, messages: null }
  const isSettling = row?.touchedAt !== undefined && Math.abs(asked.now - row.touchedAt) < SETTLE_MS
  const messages = isSettling
    ? withUnsettled(detail.messages, cached, new Set(claims.map((claim) => claim.messageId)))
    : detail.messages
  return { after: withRaised(withNewest(merged, messages), cached?.messages, messages), messages }
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
