import { liveQuery } from 'dexie'
import type { Database } from '../db/database.ts'
import { readUnsent } from '../db/outbox-queries.ts'
import type { Bridge } from '../shared/bridge.ts'

/** Keeps main told of what is unsent, so that quitting can name it without asking a window that may hang. */
export function startUnsentReports(options: {
  readonly db: Database
  readonly bridge: Bridge
  readonly workspaceId: string
}): () => void {
  const { db, bridge, workspaceId } = options
  let told = ''
  const subscription = liveQuery(() => readUnsent(db)).subscribe((unsent) => {
    const now = JSON.stringify(unsent)
    if (now === told) return
    told = now
    void bridge.reportUnsent({ workspaceId, ...unsent })
  })
  return () => subscription.unsubscribe()
}
