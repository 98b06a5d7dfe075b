import { commit } from './commit.ts'
import { type Database } from './database.ts'
import { serverIdOf } from './local-id.ts'

/**
 * Deletes a conversation that the server no longer has. Keeps it and returns false when it has unsent ops or a draft.
 */
export function removeConversation(db: Database, conversationId: string): Promise<boolean> {
  const tables = [db.conversations, db.threads, db.seen, db.flags, db.claims, db.drafts, db.outbox]
  return commit(db, tables, async () => {
    const [draft, ops] = await Promise.all([
      db.drafts.get(conversationId),
      db.outbox.where('conversationId').equals(conversationId).count(),
    ])
    if (ops > 0 || (draft !== undefined && draft.text.trim() !== '')) return false
    await db.conversations.delete(conversationId)
    await db.threads.delete(conversationId)
    await db.seen.delete(conversationId)
    await db.flags.delete(conversationId)
    await db.drafts.delete(conversationId)
    await db.claims.where('conversationId').equals(conversationId).delete()
    return true
  })
}

/**
 * The server now spells the conversation's id differently. The conversation keeps its local id, ops and draft, and absorbs the row that
 * sync may have created for the new id.
 */
export function adoptServerId(db: Database, conversationId: string, serverId: string): Promise<void> {
  const tables = [db.conversations, db.threads, db.seen, db.flags, db.claims, db.drafts, db.outbox]
  return commit(db, tables, async () => {
    const [row, twin] = await Promise.all([db.conversations.get(conversationId), db.conversations.get(serverId)])
    if (row === undefined || serverIdOf(conversationId, row) === serverId) return
    if (serverId === conversationId) {
      const { serverId: _, ...withoutServerId } = row
      return void (await db.conversations.put(withoutServerId))
    }
    await db.conversations.delete(serverId)
    await db.conversations.put({ ...row, ...twin, id: conversationId, serverId })
    await db.threads.delete(serverId)
    await db.seen.delete(serverId)
    const [flags, twinFlags] = await Promise.all([db.flags.get(conversationId), db.flags.get(serverId)])
    if (flags === undefined && twinFlags !== undefined) await db.flags.put({ ...twinFlags, conversationId })
    await db.flags.delete(serverId)
    await db.claims.where('conversationId').equals(serverId).modify({ conversationId })
    await db.outbox
      .where('conversationId')
      .equals(serverId)
      .modify((op) => Object.assign(op, { conversationId, revision: op.revision + 1 }))
    const [draft, twinDraft] = await Promise.all([db.drafts.get(conversationId), db.drafts.get(serverId)])
    if (draft === undefined && twinDraft !== undefined) await db.drafts.put({ ...twinDraft, conversationId })
    if (draft === undefined) await db.drafts.delete(serverId)
  })
}
