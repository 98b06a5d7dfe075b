import Dexie from 'dexie'
import type { Unsent } from '../shared/pending.ts'
import type { Database } from './database.ts'
import type { Op } from './op.ts'
import { readUnsent, unsentOf } from './outbox-queries.ts'

/** Counts of the data on this device that the user would miss. */
export type LocalData = { readonly conversations: number; readonly drafts: number; readonly unsent: Unsent }

export async function readLocalData(db: Database): Promise<LocalData> {
  const [conversations, drafts, unsent] = await Promise.all([
    db.conversations.count(),
    db.drafts.count(),
    readUnsent(db),
  ])
  return { conversations, drafts, unsent }
}

/**
 * The same for a workspace that is not open; null when it has no database. It needs no data key. The database is opened as it is, without an
 * upgrade, and is never created.
 */
export async function readClosedLocalData(databaseName: string): Promise<LocalData | null> {
  if (!(await Dexie.exists(databaseName))) return null
  const dexie = new Dexie(databaseName)
  try {
    const opened = await dexie.open()
    const [conversations, drafts, ops] = await Promise.all([
      opened.table('conversations').count(),
      opened.table('drafts').count(),
      opened.table<StoredOp>('outbox').toArray(),
    ])
    return { conversations, drafts, unsent: unsentOf(ops.map(({ state, kind }) => ({ state, intent: { kind } }))) }
  } finally {
    dexie.close()
  }
}

/** An op's plain fields; see sealing/seal.ts. */
type StoredOp = { readonly state: Op['state']; readonly kind: Op['intent']['kind'] }
