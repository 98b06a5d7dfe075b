import type { Database } from './database.ts'
import type { ConversationRow, SeenRow } from './rows.ts'
import type { Op } from './op.ts'
import { type ConversationSummary, overlayConversation, overlayThread, type ThreadItem } from './overlay.ts'

/** What search reads: in pieces, since all of it at once may be a hundred thousand conversations. */

/** The conversations after `afterId` in the order of ids, `limit` at most, with the outbox laid over them. */
export async function listSummariesAfter(
  db: Database,
  afterId: string,
  limit: number,
): Promise<readonly ConversationSummary[]> {
  return db.transaction('r', [db.conversations, db.outbox, db.seen], async () => {
    const rows = await db.conversations.where('id').above(afterId).limit(limit).toArray()
    const around = await readAround(db, rows)
    return rows.map((row) => overlayConversation({ id: row.id, row, ...around(row.id) }))
  })
}

/** In the order of the ids; null for what neither the cache nor the outbox knows. */
export async function readSummaries(
  db: Database,
  ids: readonly string[],
): Promise<readonly (ConversationSummary | null)[]> {
  return db.transaction('r', [db.conversations, db.outbox, db.seen], async () => {
    const rows = await db.conversations.bulkGet([...ids])
    const around = await readAround(db, rows)
    return ids.map((id, index) => {
      const row = rows[index]
      const { ops, seen } = around(id)
      const isKnown = row !== undefined || ops.some((op) => op.intent.kind === 'create')
      return isKnown ? overlayConversation({ id, row, ops, seen }) : null
    })
  })
}

/** What is laid over rows. Whether one was seen matters only where the server calls it unread. */
async function readAround(
  db: Database,
  rows: readonly (ConversationRow | undefined)[],
): Promise<(id: string) => { readonly ops: readonly Op[]; readonly seen: SeenRow | undefined }> {
  const unreadIds = rows.flatMap((row) => (row?.unread === true ? [row.id] : []))
  const [ops, seenRows] = await Promise.all([db.outbox.orderBy('seq').toArray(), db.seen.bulkGet(unreadIds)])
  const seen = new Map(seenRows.flatMap((row) => (row === undefined ? [] : [[row.conversationId, row]])))
  const opsOf = new Map<string, Op[]>()
  for (const op of ops) opsOf.set(op.conversationId, [...(opsOf.get(op.conversationId) ?? []), op])
  return (id) => ({ ops: opsOf.get(id) ?? [], seen: seen.get(id) })
}

/** The messages of each, oldest first; null where this device has never read the thread. */
export async function readMessageTexts(
  db: Database,
  ids: readonly string[],
): Promise<readonly (readonly string[] | null)[]> {
  const threads = await db.threads.bulkGet([...ids])
  return threads.map((thread) => thread?.messages.map((message) => message.content) ?? null)
}

/** What a thread shows, ours in the outbox included; empty where nothing is on this device. */
export async function readThreadItems(
  db: Database,
  ids: readonly string[],
): Promise<readonly (readonly ThreadItem[])[]> {
  return db.transaction('r', [db.threads, db.outbox, db.claims], async () => {
    const [threads, ops, claims] = await Promise.all([
      db.threads.bulkGet([...ids]),
      db.outbox.orderBy('seq').toArray(),
      db.claims.where('conversationId').anyOf(ids).toArray(),
    ])
    const claimedIds = new Set(claims.map((claim) => claim.messageId))
    return ids.map((id, index) => {
      const own = ops.filter((op) => op.conversationId === id)
      return overlayThread({ messages: threads[index]?.messages ?? [], ops: own, claimedIds })
    })
  })
}

/** What was said and has not arrived, and what is being written, of every conversation with an op or a draft. */
export async function listUnsentTexts(db: Database): Promise<ReadonlyMap<string, readonly string[]>> {
  return db.transaction('r', [db.outbox, db.drafts], async () => {
    const [ops, drafts] = await Promise.all([db.outbox.orderBy('seq').toArray(), db.drafts.toArray()])
    const texts = new Map<string, readonly string[]>()
    const add = (id: string, ...more: readonly string[]) => texts.set(id, [...(texts.get(id) ?? []), ...more])
    for (const { conversationId, intent } of ops)
      add(conversationId, ...(intent.kind === 'send' ? [intent.content] : []))
    for (const draft of drafts) add(draft.conversationId, draft.text)
    return texts
  })
}
