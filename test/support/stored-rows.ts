import type { Page } from 'playwright-core'
import { indexKeysOf } from '../../src/db/customer-key.ts'
import { SEALED_TABLES } from '../../src/db/sealing/fields.ts'
import { type Row, sealRow } from '../../src/db/sealing/seal.ts'
import { makeOpener } from '../../src/db/sealing/seal-tables.ts'
import { makeSealer, type Sealer } from '../../src/db/sealing/sealer.ts'
import { invariant } from '../../src/shared/failure.ts'

/**
 * Reads and writes the rows of the open workspace's database beside the app. The page moves sealed rows in and out of IndexedDB; they are
 * opened and sealed here, with the app's own code.
 */

/** The opened rows of a table. Throws when one of them does not open. */
export async function storedRows<T>(page: Page, table: string): Promise<readonly T[]> {
  const { databaseName, sealer } = await findDatabase(page)
  const rows = await page.evaluate(visitTable, { databaseName, table, writes: null })
  const open = makeRowOpener(table, sealer)
  return rows.map((row) => open(row) as T)
}

/** Seals rows and writes them. The window does not notice. */
export async function putStoredRows(page: Page, table: string, rows: readonly object[]): Promise<void> {
  const { databaseName, sealer } = await findDatabase(page)
  const writes = rows.map((row) => ({ row: sealed(table, row as Row, sealer) }))
  await page.evaluate(visitTable, { databaseName, table, writes })
}

/** Changes the only row that matches, and returns it as it is stored then. The window does not notice. */
export async function changeStoredRow<T extends object>(
  page: Page,
  table: string,
  isWanted: (row: T) => boolean,
  change: (row: T) => T,
): Promise<T> {
  const { databaseName, sealer } = await findDatabase(page)
  const open = makeRowOpener(table, sealer)
  for (;;) {
    const stored = await page.evaluate(visitTable, { databaseName, table, writes: null })
    const found = stored.filter((row) => isWanted(open(row) as T))
    const [was] = found
    invariant(was !== undefined && found.length === 1, `one row of ${table} is wanted`)
    const changed = change(open(was) as T)
    const writes = [{ row: sealed(table, changed as Row, sealer), was }]
    // The app may have written the row meanwhile.
    const refused = await page.evaluate(visitTable, { databaseName, table, writes })
    if (refused.length === 0) return changed
  }
}

type OpenDatabase = { readonly databaseName: string; readonly sealer: Sealer }

/** The open workspace's database and its key, as main gives it to the window. */
async function findDatabase(page: Page): Promise<OpenDatabase> {
  const { databaseName, read } = await page.evaluate(async () => {
    const session = await window.bridge.readSession({})
    const workspace = session.ok && session.value.workspaces.find(({ id }) => id === session.value.currentId)
    if (!workspace) throw new Error('no workspace is open')
    const names = (await indexedDB.databases()).map(({ name }) => name)
    // Opening would create it.
    if (!names.includes(workspace.databaseName)) throw new Error('the workspace has no database')
    const key = await window.bridge.readDataKey({ workspaceId: workspace.id, hasDatabase: true })
    return { databaseName: workspace.databaseName, read: key }
  })
  invariant(read.ok && read.value.state === 'open', 'main gives the key of the open database')
  return { databaseName, sealer: makeSealer(read.value.key) }
}

type Visit = {
  readonly databaseName: string
  readonly table: string
  /** Null to read all rows. `was`: writes only if this row is still stored in its place. */
  readonly writes: readonly { readonly row: Row; readonly was?: Row }[] | null
}

/** Runs in the page. Returns all rows, or after writing those that were refused. Playwright carries the bytes. */
async function visitTable({ databaseName, table, writes }: Visit): Promise<Row[]> {
  const done = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result))
      request.addEventListener('error', () => reject(request.error ?? new Error(`${table} cannot be used`)))
    })
  const db = await done(indexedDB.open(databaseName))
  try {
    const transaction = db.transaction(table, writes === null ? 'readonly' : 'readwrite')
    const store = transaction.objectStore(table)
    if (writes === null) return (await done(store.getAll())) as Row[]
    const committed = new Promise<void>((resolve, reject) => {
      transaction.addEventListener('complete', () => resolve())
      transaction.addEventListener('abort', () => reject(transaction.error ?? new Error(`${table} was not written`)))
    })
    const refused: Row[] = []
    for (const { row, was } of writes) {
      if (was !== undefined) {
        const stored = (await done(store.get(was[String(store.keyPath)] as IDBValidKey))) as Row | undefined
        // Sealing a row twice gives different bytes.
        if (String(stored?.['sealed']) !== String(was['sealed'])) {
          refused.push(row)
          continue
        }
      }
      store.put(row)
    }
    await committed
    return refused
  } finally {
    db.close()
  }
}

function makeRowOpener(table: string, sealer: Sealer): (row: Row) => Row {
  const fields = SEALED_TABLES[table]
  if (fields === undefined) return (row) => row
  const report = (): never => {
    throw new Error(`a row of ${table} does not open`)
  }
  const open = makeOpener({ name: table, sealed: fields, sealer, report, repair: (part) => part })
  // Cloning reads the fields that are opened when they are read.
  return (row) => structuredClone(open(structuredClone(row)) ?? {})
}

function sealed(table: string, row: Row, sealer: Sealer): Row {
  const fields = SEALED_TABLES[table]
  if (fields === undefined) return row
  const indexed = table === 'conversations' ? { ...row, customerKeys: indexKeysOf(row).map(sealer.hash) } : row
  return sealRow(table, fields, indexed, sealer)
}
