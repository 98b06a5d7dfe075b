import { commit } from '../db/commit.ts'
import type { Database } from '../db/database.ts'

/** Keeps the words as they are typed. An empty draft is no draft. */
export async function saveDraft(
  db: Database,
  draft: { readonly conversationId: string; readonly text: string; readonly caret: number },
): Promise<void> {
  await commit(db, [db.drafts], async () => {
    if (draft.text === '') await db.drafts.delete(draft.conversationId)
    else await db.drafts.put({ ...draft, updatedAt: Date.now() })
  })
}
