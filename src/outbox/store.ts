import { commit } from '../db/commit.ts'
import { addressKeys, untoldKey } from '../db/customer-key.ts'
import { type Database } from '../db/database.ts'
import { serverIdOf } from '../db/local-id.ts'
import type { Op } from '../db/op.ts'
import type { OpFacts, OpChange } from './engine/state.ts'
import { readOutboxSettings } from './settings.ts'

/** The engine's access to its rows. Each function is one transaction. A write that exceeds its time limit is aborted and throws. */

export async function listOps(db: Database): Promise<readonly Op[]> {
  return db.outbox.orderBy('seq').toArray()
}

/** A lane reads only its own conversation's ops: the others may be thousands. */
export async function listOpsOf(db: Database, conversationId: string): Promise<readonly Op[]> {
  return db.outbox.where('conversationId').equals(conversationId).sortBy('seq')
}

/** Reads an op and its conversation in one transaction. `facts` is null when the op is gone. */
export async function readOpFacts(
  db: Database,
  op: Op,
): Promise<{ readonly facts: OpFacts | null; readonly ops: readonly Op[] }> {
  return db.transaction('r', [db.outbox, db.conversations, db.threads, db.claims, db.meta], async () => {
    const { conversationId } = op
    const [ops, current] = await Promise.all([listOpsOf(db, conversationId), db.outbox.get(op.seq)])
    if (current === undefined) return { facts: null, ops }
    const [row, thread, claims, settings, rewriting, knownIds] = await Promise.all([
      db.conversations.get(conversationId),
      db.threads.get(conversationId),
      db.claims.where('conversationId').equals(conversationId).toArray(),
      readOutboxSettings(db),
      db.meta.get('isRewriting'),
      listKnownIds(db, current),
    ])
    const facts: OpFacts = {
      op: current,
      serverId: serverIdOf(conversationId, row),
      row: row ?? null,
      thread: thread === undefined ? null : { messages: thread.messages, readAt: thread.readAt },
      claimedIds: claims.map((claim) => claim.messageId),
      knownIds,
      onUncertain: settings.onUncertain,
      isRewriting: rewriting?.value === true,
    }
    return { facts, ops }
  })
}

/**
 * Ids of known conversations that must not be matched to this create: those with the same contact, and those on its channel whose
 * contact is unknown. The list is read in the caller's transaction: a conversation missing here could later be taken for the new one.
 */
export async function listKnownIds(db: Database, { intent }: Op): Promise<readonly string[]> {
  if (intent.kind !== 'create') return []
  const keys = [...addressKeys(intent), untoldKey(intent.channel), untoldKey(undefined)]
  const hashed = keys.map(db.sealer.hash)
  const rows = await db.conversations.where('customerKeys').anyOf(hashed).distinct().toArray()
  return rows.map((row) => row.serverId ?? row.id)
}

/**
 * Writes a change if the row still has the op's revision. Uses `update`, never `put`, so that an op discarded meanwhile does not return.
 * `asHead`: also requires that the op is the first of its conversation.
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
