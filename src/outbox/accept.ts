import { SETTLE_MS } from '../db/settle-time.ts'
import { commit } from '../db/commit.ts'
import type { Database } from '../db/database.ts'
import type { ConversationRow } from '../db/rows.ts'
import type { Base, Intent, Op } from '../db/op.ts'
import { groupOps, readOpsOf } from '../db/ops-of.ts'
import { removeSteps } from '../db/undo-journal.ts'
import { wantedFields } from '../db/wanted.ts'
import { type ChangeIntent, coalesce } from './engine/coalesce.ts'
import { keepVersions } from './drafts.ts'
import { takeBackChange } from './decisions.ts'
import { listOpsOf } from './store.ts'

/** Adds ops to the queue and removes them, as the user asks. Every function runs inside the transaction of a command. */

/**
 * Queues an op, or holds it for its undo window, and returns its id: a new one where none is given. If the op `follows` is taken back, this
 * one is removed too.
 */
export async function acceptOp(
  db: Database,
  conversationId: string,
  intent: Intent,
  holdMs: number,
  { follows, id = crypto.randomUUID() }: { readonly follows?: string; readonly id?: string } = {},
): Promise<string> {
  const op = newOp({ id, workspaceId: await readWorkspaceId(db), conversationId, intent, holdMs, now: Date.now() })
  await db.outbox.add(follows === undefined ? op : { ...op, follows })
  return id
}

async function readWorkspaceId(db: Database): Promise<string | null> {
  const row = await db.meta.get('workspaceId')
  return typeof row?.value === 'string' ? row.value : null
}

export function newOp(options: {
  readonly id: string
  readonly workspaceId: string | null
  readonly conversationId: string
  readonly intent: Intent
  readonly holdMs: number
  readonly now: number
}): Omit<Op, 'seq'> {
  const { holdMs, now, ...fields } = options
  return {
    ...fields,
    revision: 0,
    state: holdMs > 0 ? 'held' : 'queued',
    attempts: [],
    notBefore: holdMs > 0 ? now + holdMs : 0,
    verify: null,
    failure: null,
    question: null,
    createdAt: now,
    confirmed: null,
  }
}

/** Queues changes, merged with the queued changes that were not sent yet (see `coalesce`). At most one change for each conversation. */
export async function acceptChanges(
  db: Database,
  changes: readonly { readonly conversationId: string; readonly wanted: ChangeIntent }[],
): Promise<void> {
  const ids = changes.map(({ conversationId }) => conversationId)
  await commit(db, [db.outbox, db.conversations, db.meta], async () => {
    const [rows, ops, workspaceId] = await Promise.all([
      db.conversations.bulkGet(ids),
      readOpsOf(db, ids),
      readWorkspaceId(db),
    ])
    const opsOf = groupOps(ops)
    const now = Date.now()
    const coalesced = changes.map(({ conversationId, wanted }, index) => {
      const own = opsOf.get(conversationId) ?? []
      return { conversationId, ...coalesce(own, effectiveFields(rows[index], own, now), wanted) }
    })
    await db.outbox.bulkDelete(coalesced.flatMap(({ absorbed }) => absorbed.map((op) => op.seq)))
    await db.outbox.bulkAdd(
      coalesced.flatMap(({ conversationId, intents }) =>
        intents.map((intent) =>
          newOp({ id: crypto.randomUUID(), workspaceId, conversationId, intent, holdMs: 0, now }),
        ),
      ),
    )
  })
}

/**
 * A conversation's fields as shown on screen: the server's values with queued changes over them. Right after a change of ours, a read
 * may still show older values. The row's fields are then left out, so that no later change is dropped by mistake.
 */
export async function readEffectiveFields(db: Database, conversationId: string): Promise<Base> {
  const row = await db.conversations.get(conversationId)
  return effectiveFields(row, await listOpsOf(db, conversationId), Date.now())
}

export function effectiveFields(row: ConversationRow | undefined, ops: readonly Op[], now: number): Base {
  const isSettling = row?.touchedAt !== undefined && Math.abs(now - row.touchedAt) < SETTLE_MS
  const { status, customerName, tags } = { ...(isSettling ? {} : row), ...wantedFields(ops) }
  return {
    ...(status === undefined ? {} : { status }),
    ...(customerName === undefined ? {} : { customerName }),
    ...(tags === undefined ? {} : { tags }),
  }
}

export async function readChannel(db: Database, conversationId: string): Promise<string> {
  const row = await db.conversations.get(conversationId)
  return row?.channel ?? wantedFields(await listOpsOf(db, conversationId)).channel ?? 'unknown'
}

export async function discard(db: Database, op: Op): Promise<void> {
  if (op.intent.kind === 'create')
    return void (await db.outbox.where('conversationId').equals(op.conversationId).delete())
  // The text stays available in the composer's earlier drafts.
  if (op.intent.kind === 'send') await keepVersions(db, op.conversationId, [op.intent.content], Date.now())
  await remove(db, op)
}

/** Deletes the op and the ops that follow it, with their undo steps. */
async function remove(db: Database, op: Op): Promise<void> {
  const ops = await db.outbox.where('conversationId').equals(op.conversationId).toArray()
  const followers = ops.filter(({ follows }) => follows === op.id)
  await db.outbox.bulkDelete([op.seq, ...followers.map(({ seq }) => seq)])
  await removeSteps(
    db,
    followers.map(({ id }) => id),
  )
}

/** Moves a message's text back into the composer and deletes the op. */
export async function takeBackOp(db: Database, op: Op): Promise<void> {
  const { conversationId } = op
  const draft = await db.drafts.get(conversationId)
  await db.drafts.put({ conversationId, ...takeBackChange(op, draft?.text), updatedAt: Date.now() })
  await remove(db, op)
}
