import { liveQuery } from 'dexie'
import { useEffect, useState } from 'react'
import type { DraftRow } from '../db/database.ts'
import type { ThreadView } from '../db/overlay.ts'
import { readDraft, readThread } from '../db/queries.ts'
import { useWorkspace } from '../workspace.tsx'
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
  const [loaded, setLoaded] = useState<LoadedThread | null>(null)
  const [problem, setProblem] = useState<unknown>(null)
  useEffect(() => {
    const draft = readDraft(db, conversationId)
    let isCurrent = true
    const show = async (view: ThreadView | null): Promise<void> => {
      const kept = await draft
      if (!isCurrent) return
      setLoaded((before) => {
        const last = before?.conversationId === conversationId ? before.view : null
        return { conversationId, view: view === null ? null : keepSame(last, view), draft: kept }
      })
    }
    const watch = liveQuery(() => readThread(db, conversationId)).subscribe({
      next: (view) => void show(view).catch(setProblem),
      error: setProblem,
    })
    return () => {
      isCurrent = false
      watch.unsubscribe()
    }
  }, [db, conversationId])
  // A database that cannot be read is no state of a thread: the window's error screen says so.
  if (problem !== null) throw problem
  return loaded
}
