import type { Database, DraftVersion } from './database.ts'

export type { DraftVersion } from './database.ts'

/** What a conversation's draft was before, the newest first. */
export async function listDraftVersions(db: Database, conversationId: string): Promise<readonly DraftVersion[]> {
  return (await db.draftVersions.get(conversationId))?.versions ?? []
}
