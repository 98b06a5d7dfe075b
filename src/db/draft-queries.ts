import type { Database } from './database.ts'
import type { DraftVersion } from './rows.ts'

export type { DraftVersion } from './rows.ts'

/** Earlier versions of a conversation's draft, newest first. */
export async function listDraftVersions(db: Database, conversationId: string): Promise<readonly DraftVersion[]> {
  return (await db.draftVersions.get(conversationId))?.versions ?? []
}
