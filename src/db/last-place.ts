import { commit } from './commit.ts'
import type { Database } from './database.ts'

/** Name of the `meta` row. Persisted, and sealed as all of `meta`. */
const ROW = 'lastPlace'

/** What the user looked at last, as kept-place.ts writes it; null for nothing. */
export async function readLastPlace(db: Database): Promise<string | null> {
  const value = (await db.meta.get(ROW))?.value
  return typeof value === 'string' ? value : null
}

export function saveLastPlace(db: Database, place: string): Promise<unknown> {
  return commit(db, [db.meta], () => db.meta.put({ name: ROW, value: place }))
}
