import { type LiveCatalogue, makeLiveCatalogue } from '../../src/catalogue/live-catalogue.ts'
import type { Database } from '../../src/db/database.ts'
import { makeOutboxFeed } from '../../src/db/outbox-feed.ts'
import type { SearchAll } from '../../src/search/all/search-all.ts'
import type { Search } from '../../src/search/search.ts'
import { makeMergedCatalogue } from '../../src/catalogue/merged-catalogue.ts'
import type { LiveWorkspace, OpenWorkspace } from '../../src/workspace.tsx'
import { FakeBridge } from './fake-bridge.ts'

type OpenForCommands = OpenWorkspace & { readonly catalogue: LiveCatalogue }

/** Several workspaces side by side, by id, as All inboxes has them. `state` may be changed. */
export function openSeveral<Id extends string>(dbs: Readonly<Record<Id, Database>>) {
  const ids = Object.keys(dbs) as Id[]
  const state = Object.fromEntries(ids.map((id) => [id, 'open'])) as Record<Id, LiveWorkspace['state']>
  const opens = {} as Record<Id, OpenForCommands>
  const merged = makeMergedCatalogue(
    () => ids.map((id) => ({ workspaceId: id, catalogue: opens[id].catalogue })),
    () => () => {},
  )
  const workspaces: OpenWorkspace['workspaces'] = {
    list: () => ids.map((id) => ({ workspace: opens[id].workspace, state: state[id] })),
    subscribe: () => () => {},
    find: (id) => opens[id as Id],
    merged,
    searchAll: NO_SEARCH,
    choose: () => {},
    showAll: () => {},
  }
  for (const id of ids) {
    const workspace = { ...WORKSPACE, id, name: `Name of ${id}`, databaseName: id }
    opens[id] = { ...openForCommands(dbs[id]), workspace, workspaces }
  }
  return { opens, state, merged }
}

/** The workspace that commands use, with a real database and catalogue. Search finds nothing. */
export function openForCommands(db: Database): OpenForCommands {
  const now = (): Promise<void> => Promise.resolve()
  const catalogue = makeLiveCatalogue({ db, after: () => () => {}, painted: now, yieldToEventLoop: now })
  return {
    db,
    catalogue,
    outboxFeed: makeOutboxFeed({ db, after: () => () => {} }),
    search: SEARCH,
    workspaces: {
      list: () => [{ workspace: WORKSPACE, state: 'open' }],
      subscribe: () => () => {},
      find: () => null,
      merged: catalogue,
      searchAll: NO_SEARCH,
      choose: () => {},
      showAll: () => {},
    },
    bridge: new FakeBridge(),
    refresh: () => {},
    readAnew: () => Promise.resolve(),
    workspace: WORKSPACE,
    protection: 'keychain',
  }
}

const SEARCH: Search = {
  ask: () => Promise.resolve(null),
  list: () => Promise.resolve(null),
  progress: () => ({ state: 'ready', conversations: 0, withText: 0 }),
  onProgress: () => () => {},
  restart: () => {},
}

const NO_SEARCH: SearchAll = {
  ask: () => () => {},
  list: () => Promise.resolve(null),
  parts: () => [],
  follow: () => () => {},
  restart: () => {},
}

const WORKSPACE = {
  id: 'w',
  name: 'Test',
  kind: 'api',
  baseUrl: 'https://api.example.com',
  databaseName: 'test',
  key: 'session',
  isTest: false,
} as const
