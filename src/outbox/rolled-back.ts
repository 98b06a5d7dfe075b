import type { Database } from '../db/database.ts'
import { PROBE_OP } from '../db/probe-op.ts'
import type { Bridge } from '../shared/bridge.ts'
import type { LostOp, OpenedDatabase } from '../shared/op-backup.ts'
import { invariant } from '../shared/failure.ts'
import { fromPayload } from './remembered.ts'

export type RolledBack = {
  readonly ops: readonly LostOp[]
  /** Ops that the main process has but cannot read now. Whether they are lost is unknown. */
  readonly unreadableIds: readonly string[]
}

export const NOTHING_ROLLED_BACK: RolledBack = { ops: [], unreadableIds: [] }

/** Ops in one IPC call. */
const BATCH = 1_000

/**
 * Finds ops that the main process remembers and the database has lost. When LevelDB repairs a damaged log, the browser silently opens an
 * older state of the database. The outbox never uses a number (`seq`) twice. So an op whose number is not used yet was lost, and an absent
 * op with a lower number was sent, undone or discarded. `damagedIds`: ops whose rows do not open. They are lost too.
 */
export async function findRolledBack(
  db: Database,
  { rememberedIds, damagedIds }: Pick<OpenedDatabase, 'rememberedIds'> & { readonly damagedIds: readonly string[] },
  main: { readonly bridge: Pick<Bridge, 'recallOps'>; readonly workspaceId: string },
): Promise<RolledBack> {
  const stored = await db.outbox
    .where('id')
    .anyOf([...rememberedIds])
    .toArray()
  const storedIds = new Set(stored.map(({ id }) => id))
  const absentIds = rememberedIds.filter((opId) => !storedIds.has(opId))
  if (absentIds.length === 0) return NOTHING_ROLLED_BACK
  const recalled: LostOp[] = []
  for (let from = 0; from < absentIds.length; from += BATCH) {
    const opIds = absentIds.slice(from, from + BATCH)
    const result = await main.bridge.recallOps({ workspaceId: main.workspaceId, opIds })
    if (!result.ok) return { ops: [], unreadableIds: absentIds }
    recalled.push(...result.value)
  }
  // On a full disk the next number cannot be read. Until it can, no op is called lost or done.
  const nextSeq = await readNextSeq(db).catch(() => null)
  if (nextSeq === null) return { ops: [], unreadableIds: absentIds }
  const recalledIds = new Set(recalled.map(({ opId }) => opId))
  return {
    ops: recalled.filter(
      ({ opId, payload }) => (fromPayload(payload)?.op.seq ?? 0) >= nextSeq || damagedIds.includes(opId),
    ),
    unreadableIds: absentIds.filter((opId) => !recalledIds.has(opId)),
  }
}

/** The `seq` that the next op would get. Adds a probe row and aborts the transaction, which leaves the number unused. */
async function readNextSeq(db: Database): Promise<number> {
  let next: number | null = null
  const abort = new Error('abort the probe')
  try {
    await db.transaction('rw', [db.outbox], async () => {
      // A copy, because Dexie writes the number into the object.
      next = await db.outbox.add({ ...PROBE_OP })
      throw abort
    })
  } catch (error) {
    if (error !== abort) throw error
  }
  invariant(next !== null, 'the transaction ended after the number was read')
  return next
}
