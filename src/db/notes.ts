import { commit } from './commit.ts'
import type { Database } from './database.ts'

/** Stores a note under the first of the customer's keys only. An empty note is deleted. */
export async function saveNote(
  db: Database,
  note: { readonly keys: readonly string[]; readonly text: string },
): Promise<void> {
  const keys = note.keys.map(db.sealer.hash)
  const [customerKey] = keys
  if (customerKey === undefined) return
  await commit(db, [db.notes], async () => {
    await db.notes.bulkDelete(keys)
    if (note.text.trim() !== '') await db.notes.put({ customerKey, text: note.text, updatedAt: Date.now() })
  })
}
