import { createContext, useContext, useSyncExternalStore } from 'react'
import type { LiveCatalogue } from './catalogue/live-catalogue.ts'
import type { Database } from './db/database.ts'
import type { OutboxFeed } from './db/outbox-feed.ts'
import type { Search } from './search/search.ts'
import type { Bridge, Workspace } from './shared/bridge.ts'
import { invariant, type Result } from './shared/failure.ts'

/** What every pane of an open workspace works with. Put in place by app.tsx. */
export type OpenWorkspace = {
  readonly workspace: Workspace
  readonly db: Database
  readonly catalogue: LiveCatalogue
  readonly outboxFeed: OutboxFeed
  readonly bridge: Bridge
  readonly search: Search
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

/** The workspaces of this device, and what can be done with them. */
export type Workspaces = {
  readonly known: readonly Workspace[]
  readonly choose: (workspaceId: string) => void
  /** To the first screen, where another is connected. */
  readonly add: () => void
  readonly rename: (workspaceId: string, name: string) => Promise<Result<Workspace>>
  /** Its key and its database go. */
  readonly forget: (workspaceId: string) => void
}

const WorkspacesContext = createContext<Workspaces | null>(null)

export const WorkspacesProvider = WorkspacesContext.Provider

export function useWorkspaces(): Workspaces {
  const workspaces = useContext(WorkspacesContext)
  invariant(workspaces !== null, 'a pane is drawn only inside an open workspace')
  return workspaces
}

/** What the catalogue answers, and answers anew: the same value again draws nothing. */
export function useCatalogue<T>(read: (catalogue: LiveCatalogue) => T): T {
  const { catalogue } = useWorkspace()
  return useSyncExternalStore(catalogue.subscribe, () => read(catalogue))
}

/** What is in the outbox, and what comes into it: the same value again draws nothing. */
export function useOutboxFeed<T>(read: (feed: OutboxFeed) => T): T {
  const { outboxFeed } = useWorkspace()
  return useSyncExternalStore(outboxFeed.subscribe, () => read(outboxFeed))
}
