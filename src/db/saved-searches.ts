import { commit } from './commit.ts'
import type { Database } from './database.ts'

/** A named search. The API has none, so it stays on this device. */
export type SavedSearch = {
  readonly id: string
  readonly name: string
  /** The query as typed. */
  readonly text: string
}

/** Persisted in `meta`. */
const NAME = 'savedSearches'

/** UTF-16 units. */
export const MAX_SEARCH_NAME_LENGTH = 100

/** Sorted by name. */
export async function listSavedSearches(db: Database): Promise<readonly SavedSearch[]> {
  return (await read(db)).toSorted(byName)
}

/** The saved searches of several workspaces, sorted by name: each text once, under its name in the first workspace that has it. */
export function mergeSavedSearches(lists: readonly (readonly SavedSearch[])[]): readonly SavedSearch[] {
  const byText = new Map<string, SavedSearch>()
  for (const saved of lists.flat()) if (!byText.has(saved.text)) byText.set(saved.text, saved)
  return [...byText.values()].toSorted(byName)
}

function byName(a: SavedSearch, b: SavedSearch): number {
  return a.name.localeCompare(b.name, undefined, { numeric: true })
}

/** Replaces the saved search with the same id or the same text, or adds a new one. */
export async function saveSearch(db: Database, saved: SavedSearch): Promise<void> {
  await change(db, (all) => [...all.filter(({ id, text }) => id !== saved.id && text !== saved.text), saved])
}

/** By its text: another workspace may have saved it under another id. */
export async function deleteSavedSearch(db: Database, target: { readonly text: string }): Promise<void> {
  await change(db, (all) => all.filter(({ text }) => text !== target.text))
}

/** The saved search with this text, ignoring spaces around it. */
export function findSaved(all: readonly SavedSearch[], text: string): SavedSearch | undefined {
  return all.find((search) => search.text === text.trim())
}

async function read(db: Database): Promise<readonly SavedSearch[]> {
  return ((await db.meta.get(NAME))?.value as readonly SavedSearch[] | undefined) ?? []
}

async function change(db: Database, update: (all: readonly SavedSearch[]) => readonly SavedSearch[]): Promise<void> {
  await commit(db, [db.meta], async () => {
    await db.meta.put({ name: NAME, value: update(await read(db)) })
  })
}
