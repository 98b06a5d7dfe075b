import Dexie, { type Table } from 'dexie'
import { type FoundDatabase, type KeyProof, MAX_KNOWN_CONVERSATIONS, type WorkspaceRecord } from '../shared/bridge.ts'
import { commit, NotSaved } from './commit.ts'
import { type Database } from './database.ts'
import { serverIdOf } from './local-id.ts'
import type { ConversationRow, MetaRow } from './rows.ts'

/** Name of the `meta` row in which a database says whose it is. Persisted. */
const ROW = 'workspace'

type StoredRecord = WorkspaceRecord & {
  /** The user signed out of it: whatever is left of the database goes at the next start. */
  readonly isForgotten?: boolean
}

/**
 * Keeps the record in the database that it describes, so that the database is found again when main's list is lost. False when the
 * database cannot be written now.
 */
export function keepOwnRecord(db: Database, record: WorkspaceRecord): Promise<boolean> {
  return isWritten(async () => {
    const known = (await db.meta.get(ROW))?.value
    if (JSON.stringify(known) === JSON.stringify(record)) return
    await commit(db, [db.meta], () => db.meta.put({ name: ROW, value: record }))
  })
}

async function isWritten(write: () => Promise<void>): Promise<boolean> {
  try {
    await write()
    return true
  } catch (error) {
    if (error instanceof Dexie.DexieError || error instanceof NotSaved) return false
    throw error
  }
}

/** The databases of workspaces; the demo's are named differently and end with the app. */
const DATABASE_NAME = /^clarion-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export type UnknownDatabase = FoundDatabase & { readonly isForgotten: boolean }

/** Databases on this device that none of `knownNames` names. One that cannot be read now is left for the next start. */
export async function listUnknownDatabases(
  names: readonly string[],
  knownNames: readonly string[],
): Promise<readonly UnknownDatabase[]> {
  const strange = names.filter((name) => DATABASE_NAME.test(name) && !knownNames.includes(name))
  const strays = await Promise.all(strange.map((name) => readStray(name).catch(() => null)))
  return strays.filter((stray) => stray !== null)
}

async function readStray(databaseName: string): Promise<UnknownDatabase | null> {
  return withDatabase(databaseName, async (table) => {
    const row: MetaRow | undefined = await table('meta').get(ROW)
    const { isForgotten = false, ...record } = (row?.value ?? {}) as Partial<StoredRecord>
    const isDescribed = isRecord(record)
    // Made and never used: there is nothing in it that a user would miss.
    if (!isDescribed && !isForgotten && (await isEmpty(table))) return null
    return { databaseName, record: isDescribed ? pick(record) : null, isForgotten }
  })
}

/**
 * Notes that the user signs out, before main forgets the workspace: a crash in between then leaves nothing that comes back. False when
 * the database cannot be written now: a damaged one must not keep the user from signing out.
 */
export function markForgotten(databaseName: string, isForgotten: boolean): Promise<boolean> {
  return isWritten(async () => {
    if (!(await Dexie.exists(databaseName))) return
    await withDatabase(databaseName, async (table) => {
      const row: MetaRow | undefined = await table('meta').get(ROW)
      await table('meta').put({ name: ROW, value: { ...(row?.value as StoredRecord | undefined), isForgotten } })
    })
  })
}

/** Conversations by which a key may show that it opens this workspace; null when there are none. */
export async function readKeyProof(workspaceId: string, databaseName: string): Promise<KeyProof | null> {
  if (!(await Dexie.exists(databaseName))) return null
  return withDatabase(databaseName, async (table) => {
    const rows: ConversationRow[] = await table('conversations').limit(ROWS_LOOKED_AT).toArray()
    const ids = rows.flatMap((row) => serverIdOf(row.id, row) ?? []).slice(0, MAX_KNOWN_CONVERSATIONS)
    return ids.length === 0 ? null : { workspaceId, knownConversationIds: ids }
  })
}

/** Some were begun here, and the server has not heard of them. */
const ROWS_LOOKED_AT = 50

/** Looks into a database as it is: it is not brought up to date for that. */
async function withDatabase<T>(name: string, work: (table: (name: string) => Table) => Promise<T>): Promise<T> {
  const dexie = new Dexie(name)
  try {
    const opened = await dexie.open()
    return await work((tableName) => opened.table(tableName))
  } finally {
    dexie.close()
  }
}

async function isEmpty(table: (name: string) => Table): Promise<boolean> {
  const counts = await Promise.all(['conversations', 'drafts', 'outbox'].map((name) => table(name).count()))
  return counts.every((count) => count === 0)
}

function isRecord(value: Partial<WorkspaceRecord>): value is WorkspaceRecord {
  const { id, name, baseUrl, isTest, keyPrint } = value
  return (
    [id, name, baseUrl].every((text) => typeof text === 'string') &&
    typeof isTest === 'boolean' &&
    (keyPrint === null || typeof keyPrint === 'string')
  )
}

/** A newer version may keep more; main takes these fields and no others. */
function pick({ id, name, baseUrl, isTest, keyPrint }: WorkspaceRecord): WorkspaceRecord {
  return { id, name, baseUrl, isTest, keyPrint }
}
