import { withNewest } from '../db/cache.ts'
import type { ConversationRow, Database } from '../db/database.ts'
import type { Attempt, Op } from '../db/op.ts'
import type { Failure } from '../shared/failure.ts'
import type { Conversation, Message } from '../shared/model.ts'

/**
 * How an op moves on. Each is one transaction, and each begins by reading the op again: one that was
 * discarded meanwhile must not come back (update, never put).
 */

/** Claims a queued op: `sending` is durable before the first byte leaves. Null when it is no longer there to claim. */
export async function begin(db: Database, op: Op, attempt: Attempt): Promise<Op | null> {
  return db.transaction('rw', [db.outbox], async () => {
    const current = await db.outbox.get(op.seq)
    if (current?.state !== 'queued') return null
    const sending: Op = { ...current, state: 'sending', attempts: [...current.attempts, attempt], verify: null }
    await db.outbox.update(op.seq, sending)
    return sending
  })
}

/** The attempt ended without success: what the op is now, and why. The last attempt is marked with its outcome. */
export async function endAttempt(
  db: Database,
  op: Op,
  end: {
    readonly state: 'queued' | 'uncertain' | 'failed'
    readonly outcome: Attempt['outcome']
    readonly failure: Failure
    readonly notBefore: number
    readonly now: number
  },
): Promise<void> {
  const attempts = op.attempts.map((attempt, index) =>
    index === op.attempts.length - 1 ? { ...attempt, endedAt: end.now, outcome: end.outcome } : attempt,
  )
  await db.outbox.update(op.seq, {
    state: end.state,
    attempts,
    failure: end.failure,
    notBefore: end.notBefore,
    verify: end.state === 'uncertain' ? { absentReads: 0, round: 0, readAt: null } : null,
  })
}

/** The server has the message: the op's row goes, its claim is written, and the thread holds the server's copy. */
export async function settleSend(db: Database, op: Op, message: Message, now: number): Promise<void> {
  await db.transaction('rw', [db.outbox, db.claims, db.threads, db.conversations], async () => {
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
    await db.outbox.delete(op.seq)
  })
}

/** The server has made the conversation. If sync was faster and holds it under the server's id, the two become one, under ours. */
export async function settleCreate(db: Database, op: Op, made: Conversation, now: number): Promise<void> {
  const tables = [db.outbox, db.claims, db.threads, db.conversations, db.drafts, db.seen]
  await db.transaction('rw', tables, async () => {
    const { conversationId, intent } = op
    const [bySync, thread] = await Promise.all([db.conversations.get(made.id), db.threads.get(made.id)])
    const { kind: _, ...asked } = intent.kind === 'create' ? intent : { kind: null }
    const row: ConversationRow = {
      newest: null,
      ...bySync,
      ...asked,
      ...made,
      id: conversationId,
      serverId: made.id,
      activityAt: Math.max(bySync?.activityAt ?? 0, op.createdAt),
      touchedAt: now,
    }
    await db.conversations.delete(made.id)
    await db.conversations.put(row)
    await db.threads.delete(made.id)
    await db.threads.put({ messages: [], readAt: now, ...thread, conversationId })
    for (const table of [db.outbox, db.claims]) {
      await table.where('conversationId').equals(made.id).modify({ conversationId })
    }
    await db.outbox.delete(op.seq)
  })
}

/** The server has taken a change: the fields it told us, else those we asked for. */
export async function settleChange(db: Database, op: Op, told: Conversation, now: number): Promise<void> {
  await db.transaction('rw', [db.outbox, db.conversations], async () => {
    const row = await db.conversations.get(op.conversationId)
    const { intent } = op
    const { kind: _, ...asked } = intent.kind === 'patch' ? intent : { kind: null, status: 'closed' }
    const { id: __, ...fields } = told
    if (row !== undefined) await db.conversations.put({ ...row, ...asked, ...fields, touchedAt: now })
    await db.outbox.delete(op.seq)
  })
}

/** At start: whatever was in flight when the process died may have arrived. It is looked up, never sent again unseen. */
export async function recover(db: Database, now: number): Promise<void> {
  await db.outbox
    .filter((op) => op.state === 'sending')
    .modify((op) => {
      const attempts = op.attempts.map((attempt) =>
        attempt.endedAt === null ? { ...attempt, endedAt: now, outcome: 'ambiguous' as const } : attempt,
      )
      Object.assign(op, { state: 'uncertain', attempts, verify: { absentReads: 0, round: 0, readAt: null } })
    })
}
