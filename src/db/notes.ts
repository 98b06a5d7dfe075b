import { commit } from './commit.ts'
import type { Database } from './database.ts'

/** Keeps a note under the first of a customer's keys, and under no other. An empty one is none. */
export async function saveNote(
  db: Database,
  note: { readonly keys: readonly string[]; readonly text: string },
): Promise<void> {
  const [customerKey] = note.keys
  if (customerKey === undefined) return
  await commit(db, [db.notes], async () => {
    await db.notes.bulkDelete([...note.keys])
    if (note.text.trim() !== '') await db.notes.put({ customerKey, text: note.text, updatedAt: Date.now() })
  })
}
