import Dexie from 'dexie'
import type { ConversationRow, Database, SeenRow } from './database.ts'
import type { Op } from './op.ts'
import { type ConversationSummary, overlayConversation } from './overlay.ts'

/** A conversation as the list shows it, the outbox laid over. */
export type ListedConversation = ConversationSummary & {
  readonly hasDraft: boolean
  /** Its thread is here to its newest word; so is that of a conversation that is only here. */
  readonly isThreadOnDevice: boolean
}

/** A conversation as it is shown now; null when there is none any more. */
export type Change = { readonly id: string; readonly shown: ListedConversation | null }

type Found = {
  readonly rows: readonly (ConversationRow | undefined)[]
  readonly ops: readonly Op[]
  readonly seen: readonly (SeenRow | undefined)[]
  readonly draftIds: readonly string[]
}

/** Some conversations as they are shown now, read as of one moment. */
export async function readListed(db: Database, ids: readonly string[]): Promise<readonly Change[]> {
  const tables = [db.conversations, db.outbox, db.seen, db.drafts]
  const [rows, ops, seen, draftIds] = await db.transaction('r', tables, () =>
    Promise.all([
      db.conversations.bulkGet([...ids]),
      db.outbox.where('conversationId').anyOf(ids).toArray(),
      db.seen.bulkGet([...ids]),
      db.drafts.where('conversationId').anyOf(ids).primaryKeys(),
    ]),
  )
  return layOver(ids, { rows, ops, seen, draftIds })
}

/** Where a reading of all conversations begins. */
export const FROM_THE_START = Dexie.minKey as unknown as string

/** The next conversations after `afterId` by their ids; fewer than `limit` at the end. */
export async function readNextListed(db: Database, afterId: string, limit: number): Promise<readonly Change[]> {
  return db.transaction('r', [db.conversations, db.outbox, db.seen, db.drafts], async () => {
    const rows = await db.conversations.where('id').above(afterId).limit(limit).toArray()
    const lastId = rows.at(-1)?.id
    if (lastId === undefined) return []
    const [ops, seen, draftIds] = await Promise.all([
      db.outbox.where('conversationId').between(afterId, lastId, false, true).toArray(),
      db.seen.where('conversationId').between(afterId, lastId, false, true).toArray(),
      db.drafts.where('conversationId').between(afterId, lastId, false, true).primaryKeys(),
    ])
    const ids = rows.map((row) => row.id)
    return layOver(ids, { rows, ops, seen, draftIds })
  })
}

/** Conversations that something waits for: one begun here, and not yet on the server, lives in its ops alone. */
export async function listIdsInOutbox(db: Database): Promise<readonly string[]> {
  const ids = await db.outbox.orderBy('conversationId').uniqueKeys()
  return ids.map(String)
}

function layOver(ids: readonly string[], { rows, ops, seen, draftIds }: Found): readonly Change[] {
  const opsOf = groupOps(ops)
  const seenOf = new Map(seen.map((row) => [row?.conversationId, row]))
  const withDraft = new Set(draftIds)
  return ids.map((id, index) => {
    const row = rows[index]
    const own = opsOf.get(id) ?? []
    if (row === undefined && !own.some((op) => op.intent.kind === 'create')) return { id, shown: null }
    const summary = overlayConversation({ id, row, ops: own, seen: seenOf.get(id) })
    const isThreadOnDevice = row === undefined || row.newest !== undefined
    return { id, shown: { ...summary, hasDraft: withDraft.has(id), isThreadOnDevice } }
  })
}

/** Each conversation's ops in the order they were said. */
export function groupOps(ops: readonly Op[]): ReadonlyMap<string, readonly Op[]> {
  const groups = new Map<string, Op[]>()
  for (const op of ops.toSorted((one, other) => one.seq - other.seq)) {
    const group = groups.get(op.conversationId)
    if (group === undefined) groups.set(op.conversationId, [op])
    else group.push(op)
  }
  return groups
}
