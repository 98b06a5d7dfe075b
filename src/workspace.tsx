import { createContext, useContext, useMemo, useSyncExternalStore } from 'react'
import type { ListCatalogue } from './catalogue/live-catalogue.ts'
import type { Database } from './db/database.ts'
import type { OutboxFeed } from './db/outbox-feed.ts'
import type { SearchAll } from './search/all/search-all.ts'
import type { Search } from './search/search.ts'
import type { Bridge, Workspace } from './shared/bridge.ts'
import { invariant, type Result } from './shared/failure.ts'
import type { Protection } from './shared/sealing.ts'
import type { Reachability } from './view/reachability.ts'

/** What every pane of an open workspace uses. app.tsx provides it. */
export type OpenWorkspace = {
  readonly workspace: Workspace
  /** How its data on this device is protected. */
  readonly protection: Protection
  readonly db: Database
  readonly catalogue: ListCatalogue
  readonly outboxFeed: OutboxFeed
  readonly bridge: Bridge
  readonly search: Search
  readonly workspaces: WorkspaceChoice
  /** Starts a sync now, for "Check now" and "Try again". */
  readonly refresh: () => void
  /** Clears the cache and downloads it again; drafts and unsent messages stay. Reloads the page at the end. */
  readonly readAnew: () => Promise<void>
}

const WorkspaceContext = createContext<OpenWorkspace | null>(null)

export const WorkspaceProvider = WorkspaceContext.Provider

export function useWorkspace(): OpenWorkspace {
  const open = useContext(WorkspaceContext)
  invariant(open !== null, 'a pane is drawn only inside an open workspace')
  return open
}

/** A workspace of this device as the rail shows it. */
export type LiveWorkspace = {
  readonly workspace: Workspace
  /** An index of its colour. */
  readonly colour: number
  /** `choose` and `sealed`: its data can't be opened yet, or at all. `halted`: its database can't be used. */
  readonly state: 'waiting' | 'choose' | 'sealed' | 'halted' | 'open'
  /** Conversations that wait for an answer; null while that is unknown. */
  readonly waiting: number | null
  /** Messages and changes that need the user's attention. */
  readonly needsUser: number
  /** Messages and changes that are sent automatically. */
  readonly toSend: number
  /** Null unless it is open. */
  readonly reachability: Reachability | null
}

/** For commands that show another workspace, or all. */
export type WorkspaceChoice = Pick<LiveWorkspaceList, 'subscribe' | 'find' | 'merged' | 'searchAll'> & {
  readonly list: () => readonly Pick<LiveWorkspace, 'workspace' | 'state'>[]
  readonly choose: (workspaceId: string) => unknown
  /** Shows All inboxes. */
  readonly showAll: () => void
}

/** The workspaces of this device with their state, which changes while they run. */
export type LiveWorkspaceList = {
  readonly list: () => readonly LiveWorkspace[]
  /** Returns the function that unsubscribes. */
  readonly subscribe: (listener: () => void) => () => void
  /** Null while the workspace is not open. */
  readonly find: (workspaceId: string) => OpenWorkspace | null
  /** The conversations of all workspaces that All inboxes shows, by row key. */
  readonly merged: ListCatalogue
  /** Their searches, as one. */
  readonly searchAll: SearchAll
}

/** The workspaces of this device and the actions on them. */
export type Workspaces = {
  readonly known: readonly Workspace[]
  readonly live: LiveWorkspaceList
  readonly choose: (workspaceId: string) => void
  /** Shows All inboxes. */
  readonly showAll: () => void
  /** Shows the first screen, to connect another workspace. */
  readonly add: () => void
  readonly rename: (workspaceId: string, name: string) => Promise<Result<Workspace>>
  /** Changes its colour, an index of the palette. */
  readonly recolour: (workspaceId: string, colour: number) => void
  /** Deletes its key and its database. */
  readonly forget: (workspaceId: string) => void
}

const WorkspacesContext = createContext<Workspaces | null>(null)

export const WorkspacesProvider = WorkspacesContext.Provider

export function useWorkspaces(): Workspaces {
  const workspaces = useContext(WorkspacesContext)
  invariant(workspaces !== null, 'a pane is drawn only inside an open workspace')
  return workspaces
}

/** Whether All inboxes can be shown: there are at least two workspaces, apart from the demo. */
export function hasAllInboxes(listed: readonly Pick<LiveWorkspace, 'workspace' | 'state'>[]): boolean {
  return listed.filter(({ workspace, state }) => workspace.kind === 'api' && state === 'open').length > 1
}

/** Whether this device has workspaces for All inboxes, open or not. */
export function isForAll(listed: readonly Pick<LiveWorkspace, 'workspace'>[]): boolean {
  return listed.filter(({ workspace }) => workspace.kind === 'api').length > 1
}

/** Every workspace of this device with its state. */
export function useLiveWorkspaces(): readonly LiveWorkspace[] {
  const { live } = useWorkspaces()
  return useSyncExternalStore(live.subscribe, live.list)
}

/** What a row of All inboxes shows of its workspace. */
export type RowWorkspace = Pick<LiveWorkspace, 'workspace' | 'colour'>

/** The workspace of a row of All inboxes; null without an id. A change of its counts, which are not in it, renders no row again. */
export function useRowWorkspace(workspaceId: string | null): RowWorkspace | null {
  const { live } = useWorkspaces()
  const find = () =>
    workspaceId === null ? undefined : live.list().find(({ workspace }) => workspace.id === workspaceId)
  const workspace = useSyncExternalStore(live.subscribe, () => find()?.workspace)
  const colour = useSyncExternalStore(live.subscribe, () => find()?.colour)
  return useMemo(
    () => (workspace === undefined || colour === undefined ? null : { workspace, colour }),
    [workspace, colour],
  )
}

/** The number of a workspace's colour. */
export function useWorkspaceColour(workspaceId: string): number {
  const { live } = useWorkspaces()
  return useSyncExternalStore(
    live.subscribe,
    () => live.list().find(({ workspace }) => workspace.id === workspaceId)?.colour ?? 0,
  )
}

/** Reads from the catalogue, and renders again when the value changes. */
export function useCatalogue<T>(read: (catalogue: ListCatalogue) => T): T {
  const { catalogue } = useWorkspace()
  return useSyncExternalStore(catalogue.subscribe, () => read(catalogue))
}

/** Reads from the outbox feed, and renders again when the value changes. */
export function useOutboxFeed<T>(read: (feed: OutboxFeed) => T): T {
  const { outboxFeed } = useWorkspace()
  return useSyncExternalStore(outboxFeed.subscribe, () => read(outboxFeed))
}
