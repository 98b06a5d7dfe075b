import { commit } from './commit.ts'
import type { Database } from './database.ts'

/** Words that are searched for again and again, under a name of their own. They are this device's: the API knows none. */
export type SavedSearch = {
  readonly id: string
  readonly name: string
  /** As it was typed. */
  readonly text: string
}

/** Persisted in `meta`. */
const NAME = 'savedSearches'

/** UTF-16 units. */
export const MAX_SEARCH_NAME_LENGTH = 100

/** In the order of their names. */
export async function listSavedSearches(db: Database): Promise<readonly SavedSearch[]> {
  return (await read(db)).toSorted((one, other) => one.name.localeCompare(other.name, undefined, { numeric: true }))
}

/** In place of the one with its id, or of the one that searches for the same; else it is a new one. */
export async function saveSearch(db: Database, saved: SavedSearch): Promise<void> {
  await change(db, (all) => [...all.filter((one) => one.id !== saved.id && one.text !== saved.text), saved])
}

export async function deleteSavedSearch(db: Database, target: { readonly id: string }): Promise<void> {
  await change(db, (all) => all.filter((one) => one.id !== target.id))
}

/** The one that searches for this; undefined where none does. Spaces around it are nothing. */
export function findSaved(all: readonly SavedSearch[], text: string): SavedSearch | undefined {
  return all.find((one) => one.text === text.trim())
}

async function read(db: Database): Promise<readonly SavedSearch[]> {
  return ((await db.meta.get(NAME))?.value as readonly SavedSearch[] | undefined) ?? []
}

async function change(db: Database, by: (all: readonly SavedSearch[]) => readonly SavedSearch[]): Promise<void> {
  await commit(db, [db.meta], async () => {
    await db.meta.put({ name: NAME, value: by(await read(db)) })
  })
}
