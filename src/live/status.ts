import { createStore, type StoreApi } from 'zustand/vanilla'
import { INITIAL_VIEW, type View } from '../view/view-state.ts'
import { type Reachability } from '../view/reachability.ts'

/** What the window shows about one workspace's server, database and disk. Each workspace has its own. */
export type WorkspaceStatus = Pick<View, 'reachability' | 'database' | 'storage' | 'isSaving'>

export type StatusStore = StoreApi<WorkspaceStatus>

/** The status of a workspace whose database is not open yet. */
export function makeStatus(): StatusStore {
  const { reachability, database, storage, isSaving } = INITIAL_VIEW
  return createStore(() => ({ reachability, database, storage, isSaving }))
}

export function reportReachability(status: StatusStore, change: Partial<Reachability>): void {
  status.setState(({ reachability }) => ({ reachability: { ...reachability, ...change } }))
}
