import { commit } from './commit.ts'
import type { Database } from './database.ts'

/** Name of the `meta` row. Persisted. */
const ROW = 'newConversationForms'

/** Forms of new conversations by their key. Stored only from a lock until the workspace opens again. */
export type KeptForms = readonly (readonly [key: string, form: unknown])[]

export function saveForms(db: Database, forms: KeptForms): Promise<unknown> {
  return commit(db, [db.meta], () => db.meta.put({ name: ROW, value: forms }))
}

/** The stored forms. They are removed, because the window has them again. */
export async function takeForms(db: Database): Promise<KeptForms> {
  const row = await db.meta.get(ROW)
  if (row === undefined) return []
  // Forms that cannot be removed now come once more.
  await Promise.allSettled([commit(db, [db.meta], () => db.meta.delete(ROW))])
  return row.value as KeptForms
}
