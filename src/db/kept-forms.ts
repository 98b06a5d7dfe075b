import { commit } from './commit.ts'
import type { Database } from './database.ts'

/** Name of the `meta` row. Persisted. */
const ROW = 'newConversationForms'

/** Forms of new conversations by their key. Stored only from a lock until the workspace opens again. */
export type KeptForms = readonly (readonly [key: string, form: unknown])[]

export function saveForms(db: Database, forms: KeptForms): Promise<unknown> {
  return commit(db, [db.meta], () => db.meta.put({ name: ROW, value: forms }))
}

/** The stored forms. They stay until `removeForms`. */
export async function readForms(db: Database): Promise<KeptForms> {
  return ((await db.meta.get(ROW))?.value ?? []) as KeptForms
}

export function removeForms(db: Database): Promise<unknown> {
  return commit(db, [db.meta], () => db.meta.delete(ROW))
}
