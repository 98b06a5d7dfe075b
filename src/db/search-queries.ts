import type { Database } from './database.ts'
import type { ConversationRow, SeenRow } from './rows.ts'
import type { Op } from './op.ts'
import { type ConversationSummary, overlayConversation, overlayThread, type ThreadItem } from './overlay.ts'

/** Queries of the search worker. They read in chunks, since there may be a hundred thousand conversations. */

/** At most `limit` conversations after `afterId` in id order, with the outbox applied. */
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

/** In the order of `ids`; null for an id that neither the cache nor the outbox knows. */
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

/** Reads the ops and seen marks of rows. Seen marks matter only for rows that the server calls unread. */
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

/** The message texts of each thread, oldest first; null when this device has never read the thread. */
export async function readMessageTexts(
  db: Database,
  ids: readonly string[],
): Promise<readonly (readonly string[] | null)[]> {
  const threads = await db.threads.bulkGet([...ids])
  return threads.map((thread) => thread?.messages.map((message) => message.content) ?? null)
}

/** The messages that each thread shows, including queued ones; empty when nothing is on this device. */
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

/** Queued messages and draft texts of every conversation with an op or a draft. */
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
