import { commit } from './commit.ts'
import type { Database } from './database.ts'
import type { SnippetRow } from './rows.ts'

export type Snippet = SnippetRow

/** Sorted by name. The API has no snippets, so they stay on this device. */
export async function listSnippets(db: Database): Promise<readonly Snippet[]> {
  const snippets = await db.snippets.toArray()
  return snippets.toSorted((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }))
}

/** Adds or replaces snippets by id, all in one transaction. */
export async function saveSnippets(db: Database, snippets: readonly Snippet[]): Promise<void> {
  await commit(db, [db.snippets], () => db.snippets.bulkPut([...snippets]))
}

export async function deleteSnippet(db: Database, target: { readonly id: string }): Promise<void> {
  await commit(db, [db.snippets], () => db.snippets.delete(target.id))
}
