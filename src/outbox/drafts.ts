import { commit } from '../db/commit.ts'
import type { Database } from '../db/database.ts'
import { withVersion } from './draft-versions.ts'

/** Keeps the words as they are typed, and with them those that they took the place of. An empty draft is no draft. */
export async function saveDraft(
  db: Database,
  draft: {
    readonly conversationId: string
    readonly text: string
    readonly caret: number
    /** Words that are gone with this change, oldest first: they are never lost between two writes. */
    readonly earlier?: readonly string[]
  },
): Promise<void> {
  const { earlier = [], ...words } = draft
  const now = Date.now()
  await commit(db, earlier.length === 0 ? [db.drafts] : [db.drafts, db.draftVersions], async () => {
    if (draft.text === '') await db.drafts.delete(draft.conversationId)
    else await db.drafts.put({ ...words, updatedAt: now })
    if (earlier.length > 0) await keepVersions(db, draft.conversationId, earlier, now)
  })
}

/** Puts words away that are in no composer any more. Inside a transaction. */
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

/** What was sent needs no bringing back. Inside a transaction. */
export async function dropSentVersions(db: Database, conversationId: string, said: string): Promise<void> {
  const row = await db.draftVersions.get(conversationId)
  if (row === undefined) return
  const versions = row.versions.filter(({ text }) => !said.includes(text))
  if (versions.length === 0) await db.draftVersions.delete(conversationId)
  else if (versions.length < row.versions.length) await db.draftVersions.put({ conversationId, versions })
}
