import type { AwayWatch } from '../db/away.ts'
import type { LiveCatalogue } from '../catalogue/live-catalogue.ts'
import { callLater } from '../db/commit-watch.ts'
import type { Database } from '../db/database.ts'
import { listOpenServerIds, listServerIds } from '../db/server-ids.ts'
import { watchSpace } from '../db/space.ts'
import type { Bridge, Workspace } from '../shared/bridge.ts'
import type { Failure } from '../shared/failure.ts'
import { reportReachability, type StatusStore } from './status.ts'
import { startSync, type Sync, type SyncOptions } from '../sync/loop.ts'
import { useView } from '../view/view.ts'

// Connects sync to the workspace's status and, while the workspace is shown, to the selected thread.

export function startReading(parts: {
  readonly db: Database
  readonly catalogue: LiveCatalogue
  readonly bridge: Bridge
  readonly workspace: Workspace
  readonly away: AwayWatch
  readonly status: StatusStore
  /** The window has the focus and shows this workspace's conversations. */
  readonly isFocused: () => boolean
  readonly onBack: () => void
  readonly onFound: NonNullable<SyncOptions['onFound']>
}): Sync {
  const { db, catalogue, bridge, workspace, away, status, isFocused, onBack, onFound } = parts
  return startSync({
    db,
    bridge,
    workspaceId: workspace.id,
    now: Date.now,
    elapsed: () => performance.now(),
    random: Math.random,
    listServerIds: async (which) =>
      which === 'all' ? listServerIds(db) : listOpenServerIds(db, await catalogue.listOpen()),
    listUnreadThreads: catalogue.listThreadless,
    onFound,
    isFocused,
    hasSpace: () => status.getState().storage !== 'full',
    report(change) {
      const { failure, checkedAt } = status.getState().reachability
      const wasFailing = failure !== null
      if (change.failure === null) away.record({ kind: 'reached', at: Date.now() })
      else if (change.failure !== undefined && isOffline(change.failure))
        away.record({ kind: 'unreachable', at: Date.now(), lastResponseAt: checkedAt })
      reportReachability(status, change)
      if (wasFailing && change.failure === null) onBack()
    },
  })
}

/** No request reaches the server. A server that refuses a request isn't offline. */
function isOffline({ kind }: Failure): boolean {
  return kind === 'unreachable' || kind === 'interrupted' || !navigator.onLine
}

/** Watches the disk space, and continues sync when there is space again. */
export function followSpace(sync: Sync, status: StatusStore): () => void {
  return watchSpace({
    estimate: () => navigator.storage.estimate(),
    after: callLater,
    report(storage) {
      const wasFull = status.getState().storage === 'full'
      status.setState({ storage })
      if (wasFull && storage !== 'full') sync.nudge()
    },
  })
}

/** Tells sync which thread is on screen, because it is read more often. Call it only while the workspace is shown. */
export function syncSelectedThread(sync: Sync): () => void {
  sync.lookAt(useView.getState().selectedId)
  const unsubscribe = useView.subscribe((view, before) => {
    if (view.selectedId !== before.selectedId) sync.lookAt(view.selectedId)
  })
  return () => {
    unsubscribe()
    sync.lookAt(null)
  }
}
