import { SETTLE_MS } from '../db/cache.ts'
import { commit } from '../db/commit.ts'
import type { Database } from '../db/database.ts'
import type { ConversationRow } from '../db/rows.ts'
import type { Base, Intent, Op } from '../db/op.ts'
import { groupOps, readOpsOf } from '../db/ops-of.ts'
import { wantedFields } from '../db/wanted.ts'
import { type ChangeIntent, coalesce } from './engine/coalesce.ts'
import { keepVersions } from './drafts.ts'
import { takeBackChange } from './decisions.ts'
import { listOpsOf } from './store.ts'

/** How ops come into the queue and out of it by a person's hand. All of it runs inside the transaction of a command. */

/** A new op, held for its undo window if it has one. Gives its id. `follows`: the op that it goes with, should that one be taken back. */
export async function acceptOp(
  db: Database,
  conversationId: string,
  intent: Intent,
  holdMs: number,
  follows?: string,
): Promise<string> {
  const id = crypto.randomUUID()
  const op = newOp({ id, workspaceId: await ownerOf(db), conversationId, intent, holdMs, now: Date.now() })
  await db.outbox.add(follows === undefined ? op : { ...op, follows })
  return id
}

async function ownerOf(db: Database): Promise<string | null> {
  const owner = await db.meta.get('workspaceId')
  return typeof owner?.value === 'string' ? owner.value : null
}

export function newOp(said: {
  readonly id: string
  readonly workspaceId: string | null
  readonly conversationId: string
  readonly intent: Intent
  readonly holdMs: number
  readonly now: number
}): Omit<Op, 'seq'> {
  const { holdMs, now, ...fields } = said
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

/** Changes of conversations, each together with those directly before it of which nothing has left. At most one of each conversation. */
export async function acceptChanges(
  db: Database,
  changes: readonly { readonly conversationId: string; readonly wanted: ChangeIntent }[],
): Promise<void> {
  const ids = changes.map(({ conversationId }) => conversationId)
  await commit(db, [db.outbox, db.conversations, db.meta], async () => {
    const [rows, ops, workspaceId] = await Promise.all([db.conversations.bulkGet(ids), readOpsOf(db, ids), ownerOf(db)])
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
 * The fields of a conversation as a person sees them: the server's word with ours laid over it. Shortly after a change of ours a
 * read may still show what was before it, so its fields are then not known well enough to call a later change void.
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

/** The channel decides how long a message can be taken back. */
export async function channelOf(db: Database, conversationId: string): Promise<string> {
  const row = await db.conversations.get(conversationId)
  return row?.channel ?? wantedFields(await listOpsOf(db, conversationId)).channel ?? 'unknown'
}

export async function discard(db: Database, op: Op): Promise<void> {
  if (op.intent.kind === 'create')
    return void (await db.outbox.where('conversationId').equals(op.conversationId).delete())
  // Thrown away on purpose, and yet somebody's words: they can be had back in the composer.
  if (op.intent.kind === 'send') await keepVersions(db, op.conversationId, [op.intent.content], Date.now())
  await remove(db, op)
}

/** The op goes, and with it what was said to come after it. */
async function remove(db: Database, op: Op): Promise<void> {
  const later = await db.outbox.where('conversationId').equals(op.conversationId).toArray()
  await db.outbox.bulkDelete([op.seq, ...later.filter(({ follows }) => follows === op.id).map(({ seq }) => seq)])
}

/** A message's words go back into the composer, and the op goes, together. */
export async function takeBackOp(db: Database, op: Op): Promise<void> {
  const { conversationId } = op
  const draft = await db.drafts.get(conversationId)
  await db.drafts.put({ conversationId, ...takeBackChange(op, draft?.text), updatedAt: Date.now() })
  await remove(db, op)
}
