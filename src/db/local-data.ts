import Dexie from 'dexie'
import type { Unsent } from '../shared/pending.ts'
import type { Database } from './database.ts'
import { readUnsent } from './outbox-queries.ts'

/** Counts of the data on this device that the user would miss. */
export type LocalData = { readonly conversations: number; readonly drafts: number; readonly unsent: Unsent }

export async function readLocalData(db: Pick<Database, 'conversations' | 'drafts' | 'outbox'>): Promise<LocalData> {
  const [conversations, drafts, unsent] = await Promise.all([
    db.conversations.count(),
    db.drafts.count(),
    readUnsent(db),
  ])
  return { conversations, drafts, unsent }
}

/**
 * The same for a workspace that is not open; null when it has no database. The database is opened as it is, without an upgrade, and is
 * never created.
 */
export async function readClosedLocalData(databaseName: string): Promise<LocalData | null> {
  if (!(await Dexie.exists(databaseName))) return null
  const dexie = new Dexie(databaseName)
  try {
    const opened = await dexie.open()
    const [conversations, drafts, outbox] = ['conversations', 'drafts', 'outbox'].map((name) => opened.table(name))
    return await readLocalData({ conversations, drafts, outbox } as Database)
  } finally {
    dexie.close()
  }
}
