import Dexie from 'dexie'
import { type OldRows, OLD_STORES } from './stores.ts'

/** Writes a database as an earlier version did. */
export async function makeOldDatabase(name: string, rows: OldRows, version: 2 | 3 = 3): Promise<void> {
  const db = new Dexie(name)
  db.version(version).stores(OLD_STORES[version])
  await db.open()
  for (const [table, all] of Object.entries(rows)) await db.table(table).bulkAdd([...all])
  db.close()
}
