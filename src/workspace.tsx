import { createContext, useContext } from 'react'
import type { Database } from './db/database.ts'
import type { Bridge, Workspace } from './shared/bridge.ts'
import { invariant } from './shared/failure.ts'

/** What every pane of an open workspace works with. Put in place by app.tsx. */
export type OpenWorkspace = {
  readonly workspace: Workspace
  readonly db: Database
  readonly bridge: Bridge
  /** Asks sync to read now; called on "try again" and by a person's refresh. */
  readonly refresh: () => void
  /** Clears what was read from the server and begins anew; what is ours stays. The page is loaded again at the end. */
  readonly readAnew: () => Promise<void>
}

const WorkspaceContext = createContext<OpenWorkspace | null>(null)

export const WorkspaceProvider = WorkspaceContext.Provider

export function useWorkspace(): OpenWorkspace {
  const open = useContext(WorkspaceContext)
  invariant(open !== null, 'a pane is drawn only inside an open workspace')
  return open
}
