import type { Database } from '../db/database.ts'
import type { SavedSearch } from '../db/saved-searches.ts'
import { mergeSearches } from './merges.ts'
import type { MovedMeta } from './row-checks.ts'

/** Adds saved searches. Other settings of the workspace are taken where this device has the defaults. Runs in the caller's transaction. */
export async function importWorkspaceSettings(db: Database, there: readonly MovedMeta[]): Promise<void> {
  for (const row of there) {
    const here = await db.meta.get(row.name)
    if (row.name !== 'savedSearches') {
      if (here === undefined) await db.meta.put({ ...row })
      continue
    }
    const known = (here?.value as readonly SavedSearch[] | undefined) ?? []
    const value = mergeSearches(known, row.value, () => crypto.randomUUID())
    if (value.length > known.length) await db.meta.put({ name: row.name, value })
  }
}

/** Takes settings of this computer where it has the defaults: a setting that was never changed is not stored. */
export function importPageSettings(
  storage: Pick<Storage, 'getItem' | 'setItem'>,
  settings: Readonly<Record<string, string>>,
): void {
  for (const [name, value] of Object.entries(settings)) if (storage.getItem(name) === null) storage.setItem(name, value)
}
