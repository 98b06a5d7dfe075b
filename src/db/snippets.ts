import { commit } from './commit.ts'
import type { Database } from './database.ts'
import type { SnippetRow } from './rows.ts'

export type Snippet = SnippetRow

/** Words that are written often. They are this device's own: the API knows none. */
export async function listSnippets(db: Database): Promise<readonly Snippet[]> {
  const snippets = await db.snippets.toArray()
  return snippets.toSorted((one, other) => one.name.localeCompare(other.name, undefined, { numeric: true }))
}

/** Adds them, each in place of the one with its id; all or none. */
export async function saveSnippets(db: Database, snippets: readonly Snippet[]): Promise<void> {
  await commit(db, [db.snippets], () => db.snippets.bulkPut([...snippets]))
}

export async function deleteSnippet(db: Database, target: { readonly id: string }): Promise<void> {
  await commit(db, [db.snippets], () => db.snippets.delete(target.id))
}
