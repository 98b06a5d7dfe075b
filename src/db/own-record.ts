import Dexie, { type Table } from 'dexie'
import { type FoundDatabase, type KeyProof, MAX_KNOWN_CONVERSATIONS, type WorkspaceRecord } from '../shared/bridge.ts'
import { commit, NotSaved } from './commit.ts'
import { type Database } from './database.ts'
import { serverIdOf } from './local-id.ts'
import type { ConversationRow, MetaRow } from './rows.ts'

/** Name of the `meta` row that identifies the database's workspace. Persisted. */
const ROW = 'workspace'

type StoredRecord = WorkspaceRecord & {
  /** The user signed out. What is left of the database is deleted at the next start. */
  readonly isForgotten?: boolean
}

/**
 * Stores the workspace's record in its own database, so that the database can be found when main's list is lost. False when the
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

/** Names of workspace databases. The demo's databases have other names and are deleted when the app quits. */
const DATABASE_NAME = /^clarion-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export type UnknownDatabase = FoundDatabase & { readonly isForgotten: boolean }

/** Databases on this device that are not in `knownNames`. One that cannot be read now is left for the next start. */
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
    const { record, isForgotten } = readOwnRecord(row === undefined ? [] : [row])
    // Created but never used: it holds nothing that the user would miss.
    if (record === null && !isForgotten && (await isEmpty(table))) return null
    return { databaseName, record, isForgotten }
  })
}

/** What rows of `meta` say of their workspace. `record` is null when they don't say it. */
export function readOwnRecord(meta: readonly MetaRow[]): Omit<UnknownDatabase, 'databaseName'> {
  const value = meta.find(({ name }) => name === ROW)?.value ?? {}
  const { isForgotten = false, ...record } = value as Partial<StoredRecord>
  return { record: isRecord(record) ? pick(record) : null, isForgotten }
}

/**
 * Records the sign-out before main removes the workspace, so that a crash in between does not bring the workspace back. False when the
 * database cannot be written now: a damaged one must not prevent signing out.
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

/** Known conversations against which a key can prove that it belongs to this workspace; null when there are none. */
export async function readKeyProof(workspaceId: string, databaseName: string): Promise<KeyProof | null> {
  if (!(await Dexie.exists(databaseName))) return null
  return withDatabase(databaseName, async (table) => {
    const rows: ConversationRow[] = await table('conversations').limit(MAX_ROWS_READ).toArray()
    const ids = rows.flatMap((row) => serverIdOf(row.id, row) ?? []).slice(0, MAX_KNOWN_CONVERSATIONS)
    return ids.length === 0 ? null : { workspaceId, knownConversationIds: ids }
  })
}

/** More than MAX_KNOWN_CONVERSATIONS, because conversations begun here may have no server id yet. */
const MAX_ROWS_READ = 50

/** Opens a database as it is, without an upgrade. */
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

/** A newer version may store more fields; main accepts only these. */
function pick({ id, name, baseUrl, isTest, keyPrint }: WorkspaceRecord): WorkspaceRecord {
  return { id, name, baseUrl, isTest, keyPrint }
}
