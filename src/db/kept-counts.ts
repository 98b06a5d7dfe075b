import Dexie from 'dexie'

/** Rows that only this device has: unsent ops, drafts, notes and snippets. */
export type KeptCounts = {
  readonly unsent: number
  readonly drafts: number
  readonly notes: number
  readonly snippets: number
}

/**
 * Counts the rows of a database that cannot be unsealed; null when there is no database. It is opened as it is, without an upgrade, and is
 * never created. A table that an older version did not have is empty.
 */
export async function countKept(databaseName: string): Promise<KeptCounts | null> {
  if (!(await Dexie.exists(databaseName))) return null
  const dexie = new Dexie(databaseName)
  try {
    const opened = await dexie.open()
    const count = (name: string): PromiseLike<number> | number =>
      opened.tables.some((table) => table.name === name) ? opened.table(name).count() : 0
    const [unsent, drafts, notes, snippets] = await Promise.all([
      count('outbox'),
      count('drafts'),
      count('notes'),
      count('snippets'),
    ])
    return { unsent, drafts, notes, snippets }
  } finally {
    dexie.close()
  }
}
