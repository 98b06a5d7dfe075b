import { commit } from '../db/commit.ts'
import { findDamagedOps } from '../db/damage.ts'
import type { Database } from '../db/database.ts'
import type { ConversationRow } from '../db/rows.ts'
import type { Loss } from '../db/loss.ts'
import type { Op } from '../db/op.ts'
import type { Bridge } from '../shared/bridge.ts'
import type { LostOp, OpenedDatabase } from '../shared/op-backup.ts'
import { findRolledBack, NOTHING_ROLLED_BACK } from './rolled-back.ts'
import { fromPayload, type Remembered, toPayload } from './remembered.ts'

/**
 * Checks whether this is the same database as last time. If the browser has replaced or rolled it back, the unsent ops that the main
 * process remembers are restored. Must finish before anything is drawn or sent. Returns the ids of the ops that the main process
 * remembers for this database; null when it does not answer.
 */
export async function identifyDatabase(
  db: Database,
  main: { readonly bridge: Bridge; readonly workspaceId: string; readonly now: () => number },
): Promise<readonly string[] | null> {
  const { bridge, workspaceId, now } = main
  const row = await db.meta.get('installId')
  const installId = typeof row?.value === 'string' ? row.value : null
  const opened = await bridge.openedDatabase({ workspaceId, installId })
  if (!opened.ok) return null
  const isSameDatabase = opened.value.installId === installId
  const damagedIds = await findDamagedOps(db)
  const rolledBack = isSameDatabase
    ? await findRolledBack(db, { ...opened.value, damagedIds }, main)
    : NOTHING_ROLLED_BACK
  const unreadable = new Set(rolledBack.unreadableIds)
  // An op that cannot be read now must not be forgotten: leaving it out of the result keeps it in the main process.
  const rememberedIds = opened.value.rememberedIds.filter((opId) => !unreadable.has(opId))
  const lostOps = [...opened.value.lostOps, ...rolledBack.ops]
  if (isSameDatabase && lostOps.length === 0 && damagedIds.length === 0) return rememberedIds
  const isPart = rolledBack.ops.length > 0 || damagedIds.length > 0
  const unreadableOps = opened.value.unreadableOps + (isPart ? unreadable.size : 0)
  const restored = await restoreOps(db, { ...opened.value, lostOps, unreadableOps }, { now: now(), isPart, damagedIds })
  // The main process accepts the new id only after it is stored here. A crash before this starts again and restores nothing twice.
  const confirmed = await bridge.openedDatabase({ workspaceId, installId: opened.value.installId })
  if (!confirmed.ok) return null
  const ops = restored.map((entry) => ({ opId: entry.op.id, payload: toPayload(entry) }))
  const result = await bridge.rememberOps({ workspaceId, ops })
  return result.ok ? [...rememberedIds, ...ops.map((op) => op.opId)] : rememberedIds
}

/** Writes the ops, the new id and the user's notice in one transaction: a database with the id has the ops. */
async function restoreOps(
  db: Database,
  opened: OpenedDatabase,
  {
    now,
    isPart,
    damagedIds,
  }: { readonly now: number; readonly isPart: boolean; readonly damagedIds: readonly string[] },
): Promise<readonly Remembered[]> {
  const lost = opened.lostOps.flatMap(({ payload, requestedAt }) => {
    const remembered = fromPayload(payload)
    return remembered === null
      ? []
      : [{ op: restoredOp(remembered.op, requestedAt), conversation: remembered.conversation }]
  })
  lost.sort((a, b) => a.op.seq - b.op.seq)
  return commit(db, [db.outbox, db.conversations, db.meta], async () => {
    const restored: Remembered[] = []
    const unrestored = damagedIds.filter((id) => !lost.some(({ op }) => op.id === id))
    await db.outbox.bulkDelete(await db.outbox.where('id').anyOf(unrestored).primaryKeys())
    for (const { op, conversation } of lost) {
      if ((await db.outbox.get({ id: op.id })) !== undefined) continue
      if (conversation !== null) await putRow(db, conversation)
      const { seq: place, ...fields } = op
      // A damaged row is replaced, and keeps its place in the queue.
      const seq = damagedIds.includes(op.id)
        ? await db.outbox.put({ ...fields, ...{ seq: place } })
        : await db.outbox.add(fields)
      restored.push({ op: { ...op, seq }, conversation })
    }
    await db.meta.put({ name: 'installId', value: opened.installId })
    const opsUnreadable = opened.unreadableOps + opened.lostOps.length - lost.length + unrestored.length
    const loss: Loss = {
      noticedAt: now,
      opsBack: restored.length,
      opsUnreadable,
      ...(isPart && { isPart }),
      ...(opened.isCopyLost === true && { isCopyLost: true }),
    }
    if (opened.isLost || restored.length > 0 || unrestored.length > 0) await db.meta.put({ name: 'loss', value: loss })
    return restored
  })
}

/**
 * An op as it is restored. Nothing that may have been sent is sent again automatically. The engine makes a `sending` op `uncertain`. A
 * waiting op becomes `asking` if the main process made a request for it that is missing from its attempts.
 */
export function restoredOp(op: Op, requestedAt: LostOp['requestedAt']): Op {
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

/** Adds the conversation's row unless the database has one. A row that sync stored under the server's id is replaced. */
export async function putRow(db: Database, remembered: ConversationRow): Promise<void> {
  // Without the newest message, so that sync reads the thread.
  const { newest: _, ...row } = remembered
  if ((await db.conversations.get(row.id)) !== undefined) return
  if (row.serverId !== undefined) {
    if ((await db.conversations.get({ serverId: row.serverId })) !== undefined) return
    await db.conversations.delete(row.serverId)
  }
  await db.conversations.add(row)
}
