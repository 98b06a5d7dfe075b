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
  /** As it was when the thread was opened; from then on the composer has the newest words. */
  readonly draft: DraftRow | undefined
}

/**
 * The thread, kept current. While another one is being read from this device, the one before it stays on
 * screen for those few milliseconds, whole and with its own composer: nothing blinks, and no word lands
 * in the wrong conversation. Null before the first.
 */
export function useThread(conversationId: string): LoadedThread | null {
  const { db } = useWorkspace()
  const read = useMemo(() => makeReader(db, conversationId), [db, conversationId])
  return useLiveQuery(read, [read]) ?? null
}

/** Reads one thread again and again; gives the very same object while nothing has changed. */
function makeReader(db: Database, conversationId: string): () => Promise<LoadedThread> {
  // Read once, and outside of the live query: a keystroke must not read the thread again.
  const draft = leftDraftKept(conversationId).then(() => readDraft(db, conversationId))
  let last: LoadedThread | null = null
  return async () => {
    const [newest, kept] = await Promise.all([readThread(db, conversationId), draft])
    const view = newest === null ? null : keepSame(last?.view ?? null, newest)
    if (last === null || view !== last.view) last = { conversationId, view, draft: kept }
    return last
  }
}
