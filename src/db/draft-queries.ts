import type { Database } from './database.ts'
import type { DraftVersion } from './rows.ts'

export type { DraftVersion } from './rows.ts'

/** What a conversation's draft was before, the newest first. */
export async function listDraftVersions(db: Database, conversationId: string): Promise<readonly DraftVersion[]> {
  return (await db.draftVersions.get(conversationId))?.versions ?? []
}
