import { commit } from '../db/commit.ts'
import type { Database } from '../db/database.ts'
import { withVersion } from './draft-versions.ts'

/** Saves the composer's text, and the earlier texts that it replaced. An empty text deletes the draft. */
export async function saveDraft(
  db: Database,
  draft: {
    readonly conversationId: string
    readonly text: string
    readonly caret: number
    /** Texts that this change replaced, oldest first. They are saved in the same transaction, so that a crash cannot lose them. */
    readonly earlier?: readonly string[]
  },
): Promise<void> {
  const { earlier = [], ...fields } = draft
  const now = Date.now()
  await commit(db, earlier.length === 0 ? [db.drafts] : [db.drafts, db.draftVersions], async () => {
    if (draft.text === '') await db.drafts.delete(draft.conversationId)
    else await db.drafts.put({ ...fields, updatedAt: now })
    if (earlier.length > 0) await keepVersions(db, draft.conversationId, earlier, now)
  })
}

/** Saves texts that are no longer in a composer. Runs inside a transaction. */
export async function keepVersions(
  db: Database,
  conversationId: string,
  texts: readonly string[],
  now: number,
): Promise<void> {
  const row = await db.draftVersions.get(conversationId)
  const versions = texts.reduce((kept, text) => withVersion(kept, { text, at: now }), row?.versions ?? [])
  await db.draftVersions.put({ conversationId, versions })
}

/** Deletes the versions that the sent text contains. Runs inside a transaction. */
export async function dropSentVersions(db: Database, conversationId: string, sentText: string): Promise<void> {
  const row = await db.draftVersions.get(conversationId)
  if (row === undefined) return
  const versions = row.versions.filter(({ text }) => !sentText.includes(text))
  if (versions.length === 0) await db.draftVersions.delete(conversationId)
  else if (versions.length < row.versions.length) await db.draftVersions.put({ conversationId, versions })
}
