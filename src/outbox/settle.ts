import { commit } from '../db/commit.ts'
import type { Database } from '../db/database.ts'
import type { ConversationRow } from '../db/rows.ts'
import { withNewest } from '../db/merge.ts'
import type { Op } from '../db/op.ts'
import { assertNever } from '../shared/failure.ts'
import type { Conversation, Message } from '../shared/model.ts'
import type { Proof } from './engine/state.ts'
import { listOpsOf } from './store.ts'

/** Ends an op in one transaction: stores the server's copy, writes the claim and deletes the row. Returns the conversation's other ops. */
export async function settleOp(
  db: Database,
  op: Op,
  proof: Proof,
  isRewriting: boolean,
  now: number,
): Promise<readonly Op[]> {
  const tables = [db.outbox, db.claims, db.threads, db.conversations, db.drafts, db.seen, db.meta]
  return commit(db, tables, async () => {
    // The row may have moved to another conversation, when two of them turned out to be the same and were joined.
    const current = (await db.outbox.get(op.seq)) ?? op
    if (isRewriting) await db.meta.put({ name: 'isRewriting', value: true })
    await settleAs(db, current, proof, now)
    await db.outbox.delete(op.seq)
    return listOpsOf(db, op.conversationId)
  })
}

async function settleAs(db: Database, op: Op, proof: Proof, now: number): Promise<void> {
  switch (proof.kind) {
    case 'send':
      return settleSend(db, op, proof.message, now)
    case 'create':
      return settleCreate(db, op, proof.conversation, now)
    case 'change':
      return settleChange(db, op, proof.conversation, now)
    default:
      assertNever(proof)
  }
}

async function settleSend(db: Database, op: Op, message: Message, now: number): Promise<void> {
  const { conversationId } = op
  const [claim, thread, row] = await Promise.all([
    db.claims.get(message.id),
    db.threads.get(conversationId),
    db.conversations.get(conversationId),
  ])
  if (claim === undefined) await db.claims.add({ messageId: message.id, opId: op.id, conversationId })
  if (thread !== undefined) {
    const isKnown = thread.messages.some(({ id }) => id === message.id)
    const messages = isKnown ? thread.messages : [...thread.messages, message]
    if (!isKnown) await db.threads.put({ ...thread, messages })
    if (row !== undefined) await db.conversations.put({ ...withNewest(row, messages), touchedAt: now })
  }
}

/** Stores the new conversation under its local id. If sync has already stored it under the server's id, the two rows are joined. */
async function settleCreate(db: Database, op: Op, created: Conversation, now: number): Promise<void> {
  const { conversationId, intent } = op
  const [bySync, thread, own] = await Promise.all([
    db.conversations.get(created.id),
    db.threads.get(created.id),
    db.threads.get(conversationId),
  ])
  const { kind: _, ...wanted } = intent.kind === 'create' ? intent : { kind: null }
  const row: ConversationRow = {
    newest: null,
    ...bySync,
    ...wanted,
    ...created,
    id: conversationId,
    serverId: created.id,
    ...(bySync?.isActivityGuessed === true
      ? { activityAt: op.createdAt, isActivityGuessed: false }
      : { activityAt: Math.max(bySync?.activityAt ?? 0, op.createdAt) }),
    touchedAt: now,
  }
  await db.conversations.delete(created.id)
  await db.conversations.put(row)
  await db.threads.delete(created.id)
  // A second window may have settled the create already, and sent the first message.
  await db.threads.put({ messages: [], readAt: now, ...thread, ...own, conversationId })
  await db.claims.where('conversationId').equals(created.id).modify({ conversationId })
  await db.outbox
    .where('conversationId')
    .equals(created.id)
    .modify((other) => Object.assign(other, { conversationId, revision: other.revision + 1 }))
}

/** Stores the changed fields: the server's values, or the wanted ones where its answer has none. */
async function settleChange(db: Database, op: Op, changed: Conversation, now: number): Promise<void> {
  const row = await db.conversations.get(op.conversationId)
  const { intent } = op
  const { kind: _, base: ___, ...wanted } = intent.kind === 'patch' ? intent : { kind: null, status: 'closed' as const }
  const { id: __, ...fields } = changed
  if (row !== undefined) await db.conversations.put({ ...row, ...wanted, ...fields, touchedAt: now })
}
