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
import { SETTLE_MS } from './settle-time.ts'

/** The only writers of the cache. Each stores one server response in one strict transaction. */

/** Merges one page of the list and the sweep's progress in one transaction. Only changed rows are written. */
export async function applyPage(
  db: Database,
  conversations: readonly Conversation[],
  timing: RequestTiming,
  progress?: MetaRow,
): Promise<readonly Merged[]> {
  const tables = progress === undefined ? [db.conversations] : [db.conversations, db.meta]
  return commit(db, tables, async () => {
    const ids = conversations.map((conversation) => conversation.id)
    const [byId, begunHere] = await Promise.all([
      db.conversations.bulkGet(ids),
      db.conversations.where('serverId').anyOf(ids).toArray(),
    ])
    const known = new Map<string, ConversationRow>()
    for (const row of byId) if (row !== undefined) known.set(row.id, row)
    for (const row of begunHere) if (row.serverId !== undefined) known.set(row.serverId, row)
    const merged = mergePage(known, conversations, timing)
    const changed = merged.filter(({ before, after }) => after !== before)
    if (changed.length > 0) await db.conversations.bulkPut(changed.map(({ after }) => after))
    if (progress !== undefined) await db.meta.put(progress)
    return merged
  })
}

/** In page order, one entry per conversation; duplicates in the page merge into one. `known` is keyed by the server's id. */
export function mergePage(
  known: ReadonlyMap<string, ConversationRow>,
  conversations: readonly Conversation[],
  timing: RequestTiming,
): readonly Merged[] {
  const merged = new Map<string, Merged>()
  for (const received of conversations) {
    const before = known.get(received.id)
    const after = mergeRow(merged.get(received.id)?.after ?? before, received, timing)
    merged.set(received.id, { before, after })
  }
  return [...merged.values()]
}

/** A thread and its row, before and after. */
export type ThreadChange = Merged & {
  /** Undefined when the thread was not on this device before. */
  readonly messagesBefore: readonly Message[] | undefined
  readonly messages: readonly Message[]
}

/** Stores a thread and updates the conversation's row from its newest message. Null when the response is outdated or has no messages. */
export async function applyThread(
  db: Database,
  conversationId: string,
  detail: ConversationDetail,
  timing: RequestTiming,
): Promise<ThreadChange | null> {
  return commit(db, [db.conversations, db.threads, db.claims], async () => {
    const [row, cached, claims] = await Promise.all([
      db.conversations.get(conversationId),
      db.threads.get(conversationId),
      db.claims.where('conversationId').equals(conversationId).toArray(),
    ])
    if (isOvertaken(row, timing)) return null
    const change = mergeThread({ conversationId, row, cached, detail, timing }, claims)
    if (change.messages !== null && !isSameThread(cached?.messages ?? NOT_READ, change.messages)) {
      await db.threads.put({ conversationId, messages: change.messages, readAt: timing.now })
    }
    const { after } = change
    if (row === undefined || isNews(row, after)) await db.conversations.put(after)
    return change.messages === null
      ? null
      : { before: row, after, messagesBefore: cached?.messages, messages: change.messages }
  })
}

/** Differs from every real thread, so the first read is always written, even when the thread is empty. */
const NOT_READ: readonly Message[] = [{ id: '', sender: '', content: '', sentAt: null }]

type ReadThread = {
  readonly conversationId: string
  readonly row: ConversationRow | undefined
  readonly cached: ThreadRow | undefined
  readonly detail: ConversationDetail
  readonly timing: RequestTiming
}

/** The row and messages after a read. `messages` is null when the response has none. */
export function mergeThread(
  { conversationId, row, cached, detail, timing }: ReadThread,
  claims: readonly { readonly messageId: string }[],
): { readonly after: ConversationRow; readonly messages: readonly Message[] | null } {
  const merged = { ...mergeRow(row, detail.conversation, timing), id: conversationId }
  if (detail.messages === null) return { after: merged, messages: null }
  const isSettling = row?.touchedAt !== undefined && Math.abs(timing.now - row.touchedAt) < SETTLE_MS
  const messages = isSettling
    ? withUnsettled(detail.messages, cached, new Set(claims.map((claim) => claim.messageId)))
    : detail.messages
  return { after: withRaised(withNewest(merged, messages), cached?.messages, messages), messages }
}

/** Keeps messages that the server has acknowledged to us but that this read does not show yet. */
export function withUnsettled(
  messages: readonly Message[],
  cached: ThreadRow | undefined,
  claimedIds: ReadonlySet<string>,
): readonly Message[] {
  const read = new Set(messages.map((message) => message.id))
  const missing = (cached?.messages ?? []).filter((message) => claimedIds.has(message.id) && !read.has(message.id))
  return missing.length === 0 ? messages : [...messages, ...missing]
}
