import { commit } from '../db/commit.ts'
import type { Database } from '../db/database.ts'
import type { ConversationRow } from '../db/rows.ts'
import type { Loss } from '../db/loss.ts'
import type { Op } from '../db/op.ts'
import type { Bridge } from '../shared/bridge.ts'
import type { LostOp, OpenedDatabase } from '../shared/op-backup.ts'
import { findRolledBack, NOTHING_ROLLED_BACK } from './rolled-back.ts'
import { fromPayload, type Remembered, toPayload } from './remembered.ts'

/**
 * Finds out whether this is the database that was here last. If the browser has thrown that one away, what main remembers of the
 * unsent ops comes back, before anything is drawn or sent. Gives the ids of the ops that main remembers for this database; null
 * when main does not say, and nothing is known.
 */
export async function identifyDatabase(
  db: Database,
  main: { readonly bridge: Bridge; readonly workspaceId: string; readonly now: () => number },
): Promise<readonly string[] | null> {
  const { bridge, workspaceId, now } = main
  const row = await db.meta.get('installId')
  const installId = typeof row?.value === 'string' ? row.value : null
  const told = await bridge.openedDatabase({ workspaceId, installId })
  if (!told.ok) return null
  const isHere = told.value.installId === installId
  const rolledBack = isHere ? await findRolledBack(db, told.value, main) : NOTHING_ROLLED_BACK
  const unreadable = new Set(rolledBack.unreadableIds)
  // What cannot be read now is not said to be gone: main keeps it.
  const rememberedIds = told.value.rememberedIds.filter((opId) => !unreadable.has(opId))
  const lostOps = [...told.value.lostOps, ...rolledBack.ops]
  if (isHere && lostOps.length === 0) return rememberedIds
  const isPart = rolledBack.ops.length > 0
  const opsUnreadable = told.value.unreadableOps + (isPart ? unreadable.size : 0)
  const back = await bringBack(db, { ...told.value, lostOps, unreadableOps: opsUnreadable }, { now: now(), isPart })
  // Main believes in the new id only now that the database is known to bear it: a crash before this begins all over, and doubles nothing.
  const confirmed = await bridge.openedDatabase({ workspaceId, installId: told.value.installId })
  if (!confirmed.ok) return null
  const ops = back.map((one) => ({ opId: one.op.id, payload: toPayload(one) }))
  const kept = await bridge.rememberOps({ workspaceId, ops })
  return kept.ok ? [...rememberedIds, ...ops.map((op) => op.opId)] : rememberedIds
}

/** The new id, the ops and the word about them are one transaction: a database that bears the id has the ops. */
async function bringBack(
  db: Database,
  told: OpenedDatabase,
  { now, isPart }: { readonly now: number; readonly isPart: boolean },
): Promise<readonly Remembered[]> {
  const lost = told.lostOps.flatMap((one) => {
    const remembered = fromPayload(one.payload)
    return remembered === null
      ? []
      : [{ op: restoreLostOps(remembered.op, one.requestedAt), conversation: remembered.conversation }]
  })
  lost.sort((one, other) => one.op.seq - other.op.seq)
  return commit(db, [db.outbox, db.conversations, db.meta], async () => {
    const back: Remembered[] = []
    for (const { op, conversation } of lost) {
      if ((await db.outbox.get({ id: op.id })) !== undefined) continue
      if (conversation !== null) await putRow(db, conversation)
      const { seq: _, ...fields } = op
      const seq = await db.outbox.add(fields)
      back.push({ op: { ...op, seq }, conversation })
    }
    await db.meta.put({ name: 'installId', value: told.installId })
    const opsUnreadable = told.unreadableOps + told.lostOps.length - lost.length
    const loss: Loss = {
      noticedAt: now,
      opsBack: back.length,
      opsUnreadable,
      ...(isPart && { isPart }),
      ...(told.isCopyLost === true && { isCopyLost: true }),
    }
    if (told.isLost || back.length > 0) await db.meta.put({ name: 'loss', value: loss })
    return back
  })
}

/**
 * An op as it comes back. What had not been tried waits as after any start. What may have been sent is never sent again by itself: one that was
 * `sending` is taken for uncertain by whoever drains, and one of which main made a request that the op knows nothing of is asked about.
 */
export function restoreLostOps(op: Op, requestedAt: LostOp['requestedAt']): Op {
  if (op.state !== 'queued' && op.state !== 'held') return op
  const isKnown = (at: number): boolean =>
    op.attempts.some(({ begunAt, endedAt }) => endedAt !== null && begunAt <= at && at <= endedAt)
  if (requestedAt.every(isKnown)) return op
  return {
    ...op,
    state: 'asking',
    notBefore: 0,
    failure: { kind: 'interrupted', code: 'DATABASE_LOST' },
    question: { why: 'cannot-verify', because: 'unreadable' },
  }
}

/** What is known of the conversation, until it is read again. One that sync has already under the server's id becomes one with it. */
async function putRow(db: Database, known: ConversationRow): Promise<void> {
  // Without its newest words, so that sync reads the thread.
  const { newest: _, ...row } = known
  if ((await db.conversations.get(row.id)) !== undefined) return
  if (row.serverId !== undefined) {
    if ((await db.conversations.get({ serverId: row.serverId })) !== undefined) return
    await db.conversations.delete(row.serverId)
  }
  await db.conversations.add(row)
}
