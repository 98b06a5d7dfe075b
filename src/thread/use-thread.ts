import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo } from 'react'
import type { Database } from '../db/database.ts'
import type { DraftRow } from '../db/rows.ts'
import type { ThreadView } from '../db/overlay.ts'
import { readDraft, readThread } from '../db/queries.ts'
import { useWorkspace } from '../workspace.tsx'
import { leftDraftKept } from './composer/left-drafts.ts'
import { keepSame } from './same-view.ts'

export type LoadedThread = {
  readonly conversationId: string
  /** Null when neither the server nor the outbox knows the conversation. */
  readonly view: ThreadView | null
  /** The draft when the thread was opened. Afterwards the composer is newer. */
  readonly draft: DraftRow | undefined
}

/**
 * The live thread. While another one is read, the previous thread and its composer stay for a few
 * milliseconds. So nothing flickers, and no typed text lands in the wrong conversation. Null before the
 * first thread.
 */
export function useThread(conversationId: string): LoadedThread | null {
  const { db } = useWorkspace()
  const read = useMemo(() => makeReader(db, conversationId), [db, conversationId])
  return useLiveQuery(read, [read]) ?? null
}

/** Returns a function that reads the thread, and that returns the same object while nothing has changed. */
function makeReader(db: Database, conversationId: string): () => Promise<LoadedThread> {
  // Read once and outside the live query, so that a keystroke does not read the thread again.
  const draft = leftDraftKept({ databaseName: db.name, conversationId }).then(() => readDraft(db, conversationId))
  let last: LoadedThread | null = null
  return async () => {
    const [newest, kept] = await Promise.all([readThread(db, conversationId), draft])
    const view = newest === null ? null : keepSame(last?.view ?? null, newest)
    if (last === null || view !== last.view) last = { conversationId, view, draft: kept }
    return last
  }
}
