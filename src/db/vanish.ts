import { commit } from './commit.ts'
import { type Database } from './database.ts'
import { serverIdOf } from './local-id.ts'

/**
 * Takes a conversation away that the server no longer has. What was said in it and has not gone out, or is still being written,
 * keeps it where it is: false then.
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
 * The server now writes the conversation's id in other letters: it stays where it is, under its local id, with what is said and
 * being written in it, and takes in the row that sync may have made of the new id meanwhile.
 */
export function adoptServerId(db: Database, conversationId: string, serverId: string): Promise<void> {
  const tables = [db.conversations, db.threads, db.seen, db.flags, db.claims, db.drafts, db.outbox]
  return commit(db, tables, async () => {
    const [row, twin] = await Promise.all([db.conversations.get(conversationId), db.conversations.get(serverId)])
    if (row === undefined || serverIdOf(conversationId, row) === serverId) return
    if (serverId === conversationId) {
      const { serverId: _, ...asAtFirst } = row
      return void (await db.conversations.put(asAtFirst))
    }
    await db.conversations.delete(serverId)
    await db.conversations.put({ ...row, ...twin, id: conversationId, serverId })
    await db.threads.delete(serverId)
    await db.seen.delete(serverId)
    const [flags, itsFlags] = await Promise.all([db.flags.get(conversationId), db.flags.get(serverId)])
    if (flags === undefined && itsFlags !== undefined) await db.flags.put({ ...itsFlags, conversationId })
    await db.flags.delete(serverId)
    await db.claims.where('conversationId').equals(serverId).modify({ conversationId })
    await db.outbox
      .where('conversationId')
      .equals(serverId)
      .modify((op) => Object.assign(op, { conversationId, revision: op.revision + 1 }))
    const [draft, itsDraft] = await Promise.all([db.drafts.get(conversationId), db.drafts.get(serverId)])
    if (draft === undefined && itsDraft !== undefined) await db.drafts.put({ ...itsDraft, conversationId })
    if (draft === undefined) await db.drafts.delete(serverId)
  })
}
