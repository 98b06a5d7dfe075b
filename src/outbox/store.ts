import { commit } from '../db/commit.ts'
import { addressKeys, untoldKey } from '../db/customer-key.ts'
import { type Database } from '../db/database.ts'
import { serverIdOf } from '../db/local-id.ts'
import type { Op } from '../db/op.ts'
import type { OpFacts, OpChange } from './engine/state.ts'
import { readOutboxSettings } from './settings.ts'

/** How the engine reads and writes its ops. Each function is one transaction; a write that is overdue is called off like any other, and the engine hears that the store failed. */

export async function listOps(db: Database): Promise<readonly Op[]> {
  return db.outbox.orderBy('seq').toArray()
}

/** Those of one conversation: a lane has no need of the others, of which there may be thousands. */
export async function listOpsOf(db: Database, conversationId: string): Promise<readonly Op[]> {
  return db.outbox.where('conversationId').equals(conversationId).sortBy('seq')
}

/** What is known of an op and its conversation, as of one moment; `found` is null when the op is gone. */
export async function readOpFacts(
  db: Database,
  op: Op,
): Promise<{ readonly found: OpFacts | null; readonly ops: readonly Op[] }> {
  return db.transaction('r', [db.outbox, db.conversations, db.threads, db.claims, db.meta], async () => {
    const { conversationId } = op
    const [ops, current] = await Promise.all([listOpsOf(db, conversationId), db.outbox.get(op.seq)])
    if (current === undefined) return { found: null, ops }
    const [row, thread, claims, settings, rewriting, knownIds] = await Promise.all([
      db.conversations.get(conversationId),
      db.threads.get(conversationId),
      db.claims.where('conversationId').equals(conversationId).toArray(),
      readOutboxSettings(db),
      db.meta.get('isRewriting'),
      listKnownIds(db, current),
    ])
    const found: OpFacts = {
      op: current,
      serverId: serverIdOf(conversationId, row),
      row: row ?? null,
      thread: thread === undefined ? null : { messages: thread.messages, readAt: thread.readAt },
      claimedIds: claims.map((claim) => claim.messageId),
      knownIds,
      onUncertain: settings.onUncertain,
      isRewriting: rewriting?.value === true,
    }
    return { found, ops }
  })
}

/**
 * Conversations that a create must not take for its own: those with the same contact, and those of its channel whose contact is not
 * known. By the index and in the look-up's own transaction: one that is missed here may later pass for the one that was begun.
 */
async function listKnownIds(db: Database, { intent }: Op): Promise<readonly string[]> {
  if (intent.kind !== 'create') return []
  const keys = [...addressKeys(intent), untoldKey(intent.channel), untoldKey(undefined)]
  const rows = await db.conversations.where('customerKeys').anyOf(keys).distinct().toArray()
  return rows.map((row) => row.serverId ?? row.id)
}

/**
 * Writes a change if the row is still the one it was decided on (update, never put: what was discarded meanwhile must not come back).
 * `asHead`: and if nothing said earlier in its conversation is still there.
 */
export async function writeIfUnchanged(
  db: Database,
  op: Op,
  change: OpChange,
  asHead: boolean,
): Promise<{ readonly isKept: boolean; readonly ops: readonly Op[] }> {
  return commit(db, [db.outbox], async () => {
    const current = await db.outbox.get(op.seq)
    const head = await db.outbox.where('conversationId').equals(op.conversationId).first()
    const isKept = current?.revision === op.revision && (!asHead || head?.seq === op.seq)
    if (isKept) await db.outbox.update(op.seq, { ...change, revision: current.revision + 1 })
    return { isKept, ops: await listOpsOf(db, op.conversationId) }
  })
}
