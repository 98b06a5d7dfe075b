import { commit } from '../db/commit.ts'
import type { Database } from '../db/database.ts'
import type { ConversationRow } from '../db/rows.ts'
import { withNewest } from '../db/merge.ts'
import type { Op } from '../db/op.ts'
import { assertNever } from '../shared/failure.ts'
import type { Conversation, Message } from '../shared/model.ts'
import type { Proof } from './engine/state.ts'
import { listOpsOf } from './store.ts'

/** How an op ends: one transaction takes its row away, writes its claim and keeps what the server told. Gives what else waits in its conversation. */
export async function settleOp(
  db: Database,
  op: Op,
  proof: Proof,
  isRewriting: boolean,
  now: number,
): Promise<readonly Op[]> {
  const tables = [db.outbox, db.claims, db.threads, db.conversations, db.drafts, db.seen, db.meta]
  return commit(db, tables, async () => {
    // Under the conversation where it is now: two that turned out to be one were joined.
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

/** The server has the message: the op's row goes, its claim is written, and the thread holds the server's copy. */
async function settleSend(db: Database, op: Op, message: Message, now: number): Promise<void> {
  const { conversationId } = op
  const [claim, thread, row] = await Promise.all([
    db.claims.get(message.id),
    db.threads.get(conversationId),
    db.conversations.get(conversationId),
  ])
  if (claim === undefined) await db.claims.add({ messageId: message.id, opId: op.id, conversationId })
  if (thread !== undefined) {
    const isThere = thread.messages.some((one) => one.id === message.id)
    const messages = isThere ? thread.messages : [...thread.messages, message]
    if (!isThere) await db.threads.put({ ...thread, messages })
    if (row !== undefined) await db.conversations.put({ ...withNewest(row, messages), touchedAt: now })
  }
}

/** The server has made the conversation. If sync was faster and holds it under the server's id, the two become one, under ours. */
async function settleCreate(db: Database, op: Op, made: Conversation, now: number): Promise<void> {
  const { conversationId, intent } = op
  const [bySync, thread, own] = await Promise.all([
    db.conversations.get(made.id),
    db.threads.get(made.id),
    db.threads.get(conversationId),
  ])
  const { kind: _, ...asked } = intent.kind === 'create' ? intent : { kind: null }
  const row: ConversationRow = {
    newest: null,
    ...bySync,
    ...asked,
    ...made,
    id: conversationId,
    serverId: made.id,
    ...(bySync?.isActivityGuessed === true
      ? { activityAt: op.createdAt, isActivityGuessed: false }
      : { activityAt: Math.max(bySync?.activityAt ?? 0, op.createdAt) }),
    touchedAt: now,
  }
  await db.conversations.delete(made.id)
  await db.conversations.put(row)
  await db.threads.delete(made.id)
  // A second window may have settled it already, and said the first words.
  await db.threads.put({ messages: [], readAt: now, ...thread, ...own, conversationId })
  await db.claims.where('conversationId').equals(made.id).modify({ conversationId })
  await db.outbox
    .where('conversationId')
    .equals(made.id)
    .modify((one) => Object.assign(one, { conversationId, revision: one.revision + 1 }))
}

/** The server has taken a change: the fields it told us, else those we asked for. */
async function settleChange(db: Database, op: Op, told: Conversation, now: number): Promise<void> {
  const row = await db.conversations.get(op.conversationId)
  const { intent } = op
  const { kind: _, base: ___, ...asked } = intent.kind === 'patch' ? intent : { kind: null, status: 'closed' as const }
  const { id: __, ...fields } = told
  if (row !== undefined) await db.conversations.put({ ...row, ...asked, ...fields, touchedAt: now })
}
