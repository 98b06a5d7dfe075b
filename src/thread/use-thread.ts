import { useEffect, useLayoutEffect, useState, useSyncExternalStore } from 'react'
import type { Database } from '../db/database.ts'
import { readDraft } from '../db/queries.ts'
import { watchThread } from '../db/watch-thread.ts'
import { untilIdle } from '../ui/until-idle.ts'
import { selectedKey, useView } from '../view.ts'
import { useWorkspace } from '../workspace.tsx'
import { leftDraftKept } from './composer/left-drafts.ts'
import { nearIds } from './near-threads.ts'
import { type LoadedThread, makeOpenThreads, type OpenThreads, type ThreadSource } from './open-threads.ts'

/**
 * The live thread. While another one is read, the previous thread and its composer stay for a few
 * milliseconds. So nothing flickers, and no typed text lands in the wrong conversation. Null before the
 * first thread. The component must be mounted anew for another workspace.
 */
export function useThread(conversationId: string): LoadedThread | null {
  const { db } = useWorkspace()
  const [threads] = useState(() => makeOpenThreads(sourceOf(db)))
  // In a layout effect, to begin reading before the frame.
  useLayoutEffect(() => threads.show(conversationId), [threads, conversationId])
  useEffect(() => threads.close, [threads])
  useEffect(() => followList(threads), [threads])
  return useSyncExternalStore(threads.subscribe, threads.read)
}

/**
 * Reads the threads beside the selected row as soon as the window has nothing else to do, and forgets at once those that no longer are
 * beside it. Returns the function that ends it.
 */
function followList(threads: OpenThreads): () => void {
  let isPlanned = false
  let isOver = false
  const near = (): readonly string[] => {
    const view = useView.getState()
    const key = selectedKey(view)
    return key === null ? [] : nearIds(view.run ?? view.listed, key, view.acting)
  }
  const plan = (): void => {
    threads.keepOnly(near())
    if (isPlanned) return
    isPlanned = true
    void untilIdle().then(() => {
      isPlanned = false
      if (isOver) return
      threads.keepOnly(near())
      threads.readAhead(near())
    })
  }
  plan()
  const unsubscribe = useView.subscribe((view, before) => {
    if (view.selectedId !== before.selectedId || view.listed !== before.listed || view.run !== before.run) plan()
  })
  return () => {
    isOver = true
    unsubscribe()
  }
}

function sourceOf(db: Database): ThreadSource {
  return {
    watch: (conversationId, onView, onError) => watchThread(db, conversationId, onView, onError),
    async readDraft(conversationId) {
      await leftDraftKept({ databaseName: db.name, conversationId })
      return readDraft(db, conversationId)
    },
  }
}
