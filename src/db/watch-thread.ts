import { liveQuery } from 'dexie'
import type { Database } from './database.ts'
import type { ThreadView } from './overlay.ts'
import { readThread } from './queries.ts'

/** Reads a thread, and again whenever it changes, until the returned function is called. Null as in `readThread`. */
export function watchThread(
  db: Database,
  conversationId: string,
  onView: (view: ThreadView | null) => void,
  onError: (error: unknown) => void,
): () => void {
  const subscription = liveQuery(() => readThread(db, conversationId)).subscribe(onView, onError)
  return () => subscription.unsubscribe()
}
