import type { Database } from '../db/database.ts'
import type { Op } from '../db/op.ts'
import type { Bridge } from '../shared/bridge.ts'
import type { LostOp, OpenedDatabase } from '../shared/op-backup.ts'
import { invariant } from '../shared/failure.ts'
import { fromPayload } from './remembered.ts'

export type RolledBack = {
  readonly ops: readonly LostOp[]
  /** Main keeps them and cannot read them now: whether they are lost is not known yet. */
  readonly unreadableIds: readonly string[]
}

export const NOTHING_ROLLED_BACK: RolledBack = { ops: [], unreadableIds: [] }

/** Ops in one call. */
const BATCH = 1_000

/**
 * Finds what main remembers for this database and the database has never heard of. When a damaged log loses its end, the browser opens the
 * database as it was a while before, without a word. The outbox numbers its ops and uses no number twice, so an op whose number is still
 * to come was lost with that end; one with an earlier number is gone because it was sent, undone or discarded.
 */
export async function findRolledBack(
  db: Database,
  { rememberedIds }: Pick<OpenedDatabase, 'rememberedIds'>,
  main: { readonly bridge: Pick<Bridge, 'recallOps'>; readonly workspaceId: string },
): Promise<RolledBack> {
  const here = await db.outbox
    .where('id')
    .anyOf([...rememberedIds])
    .toArray()
  const hereIds = new Set(here.map(({ id }) => id))
  const absentIds = rememberedIds.filter((opId) => !hereIds.has(opId))
  if (absentIds.length === 0) return NOTHING_ROLLED_BACK
  const recalled: LostOp[] = []
  for (let from = 0; from < absentIds.length; from += BATCH) {
    const opIds = absentIds.slice(from, from + BATCH)
    const told = await main.bridge.recallOps({ workspaceId: main.workspaceId, opIds })
    if (!told.ok) return { ops: [], unreadableIds: absentIds }
    recalled.push(...told.value)
  }
  // On a full disk it cannot be asked: nothing is said to be lost or gone before it can.
  const nextSeq = await readNextSeq(db).catch(() => null)
  if (nextSeq === null) return { ops: [], unreadableIds: absentIds }
  const recalledIds = new Set(recalled.map(({ opId }) => opId))
  return {
    ops: recalled.filter(({ payload }) => (fromPayload(payload)?.op.seq ?? 0) >= nextSeq),
    unreadableIds: absentIds.filter((opId) => !recalledIds.has(opId)),
  }
}

/** The number that the next op would get. The transaction is called off, so that the number is still free. */
async function readNextSeq(db: Database): Promise<number> {
  let next: number | null = null
  const probed = new Error('called off')
  try {
    await db.transaction('rw', [db.outbox], async () => {
      // A copy: Dexie writes the number into what it is given.
      next = await db.outbox.add({ ...PROBE })
      throw probed
    })
  } catch (error) {
    if (error !== probed) throw error
  }
  invariant(next !== null, 'the transaction ended after the number was read')
  return next
}

const PROBE: Omit<Op, 'seq'> = {
  id: 'probe',
  revision: 0,
  workspaceId: null,
  conversationId: 'probe',
  intent: { kind: 'close' },
  state: 'held',
  attempts: [],
  notBefore: 0,
  verify: null,
  failure: null,
  question: null,
  createdAt: 0,
  confirmed: null,
}
