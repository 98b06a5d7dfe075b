import type { Database } from '../db/database.ts'
import { readOwnRecord } from '../db/own-record.ts'
import type { Bridge, FoundDatabase, Session, Workspace } from '../shared/bridge.ts'
import type { CarriedDatabase, CarryOver } from '../shared/carry-over.ts'
import type { MetaRow } from '../db/rows.ts'
import { importRows, type OldRows } from './import-rows.ts'

type Parts = {
  readonly bridge: Pick<Bridge, 'beginCarryOver' | 'readCarriedPart' | 'endCarryOver' | 'adoptDatabases'>
  readonly session: Session
  readonly storage: Pick<Storage, 'getItem' | 'setItem'>
  /** The names of the sealed databases. */
  readonly list: () => Promise<readonly string[]>
  /** Opens the sealed database of a workspace; null when that is not possible now. */
  readonly open: (workspace: Workspace) => Promise<Database | null>
}

/** `isLeft`: some of the data could not be read or stored, and the next start tries again. */
export type CarriedOver = { readonly session: Session; readonly isLeft: boolean }

/**
 * Takes the data of an earlier version from the main process and stores it in the sealed databases. Must end before any workspace is
 * opened, so that nothing is sent before its ops are known.
 */
export async function carryOver(parts: Parts): Promise<CarriedOver> {
  const { bridge, session, storage } = parts
  const begun = await bridge.beginCarryOver({})
  if (!begun.ok) return { session, isLeft: false }
  const { databases, settings, isUnreadable } = begun.value
  for (const [name, value] of Object.entries(settings)) {
    if (storage.getItem(name) === null) storage.setItem(name, value)
  }
  if (databases.length === 0) {
    if (Object.keys(settings).length > 0) await bridge.endCarryOver({ databaseNames: [] })
    return { session, isLeft: isUnreadable }
  }
  let current = session
  let isLeft = isUnreadable
  for (const database of databases) {
    const result = await carryOne({ ...parts, session: current }, begun.value, database).catch(() => null)
    current = result?.session ?? current
    isLeft ||= result?.isDone !== true
    if (result?.isDone === true) await bridge.endCarryOver({ databaseNames: [database.databaseName] })
  }
  return { session: current, isLeft }
}

async function carryOne(
  parts: Parts,
  { id, databases }: CarryOver,
  database: CarriedDatabase,
): Promise<{ readonly session: Session; readonly isDone: boolean }> {
  const { databaseName, version, nextSeq } = database
  const tables = await readTables(parts.bridge, database)
  const { record, isForgotten } = readOwnRecord((tables.get('meta') ?? []) as readonly MetaRow[])
  // The user signed out of it.
  if (isForgotten) return { session: parts.session, isDone: true }
  const session = await withWorkspace(parts, { databaseName, record }, databases)
  const workspace = session.workspaces.find((one) => one.databaseName === databaseName)
  const db = workspace === undefined ? null : await parts.open(workspace)
  if (db === null) return { session, isDone: false }
  try {
    await importRows(db, { id, version, nextSeq, tables })
  } finally {
    db.close()
  }
  return { session, isDone: true }
}

async function readTables(
  bridge: Parts['bridge'],
  { databaseName, parts }: CarriedDatabase,
): Promise<OldRows['tables']> {
  const tables = new Map<string, unknown[]>()
  for (let part = 0; part < parts; part++) {
    const read = await bridge.readCarriedPart({ databaseName, part })
    if (!read.ok) throw new Error('the main process has no such part')
    const rows = tables.get(read.value.table) ?? []
    for (const row of read.value.rows) rows.push(row)
    tables.set(read.value.table, rows)
  }
  return tables
}

/** The session with the database's workspace, which main may have lost. */
async function withWorkspace(
  { bridge, session, list }: Parts,
  found: FoundDatabase,
  carried: readonly CarriedDatabase[],
): Promise<Session> {
  const knownNames = session.workspaces.map(({ databaseName }) => databaseName)
  if (knownNames.includes(found.databaseName)) return session
  const names = [...(await list()), ...carried.map(({ databaseName }) => databaseName)]
  const missing = knownNames.filter((name) => !names.includes(name))
  const adopted = await bridge.adoptDatabases({ found: [found], missing })
  return adopted.ok ? adopted.value : session
}
