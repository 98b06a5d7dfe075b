import { clearCache } from './db/clear.ts'
import { type LiveCatalogue, makeLiveCatalogue } from './catalogue/live-catalogue.ts'
import { callLater, makeCommitWatch } from './db/commit-watch.ts'
import { startRepairs } from './db/damage.ts'
import { makeDatabase } from './db/database.ts'
import { openDatabase, watchClosing } from './db/open-database.ts'
import { makeOutboxFeed } from './db/outbox-feed.ts'
import { identifyDatabase } from './outbox/restore.ts'
import { type Engines, startEngines } from './live/engines.ts'
import { makeShowing } from './live/showing.ts'
import { makeStatus, type StatusStore } from './live/status.ts'
import { makeHolds } from './search/holds.ts'
import { restoreForms } from './new-conversation/form.ts'
import { makeSearch } from './search/search.ts'
import { startSearchWorker } from './search/start-worker.ts'
import type { Bridge, Workspace } from './shared/bridge.ts'
import type { BridgeEvents } from './shared/bridge-events.ts'
import type { Protection } from './shared/sealing.ts'
import { nextFrame } from './ui/next-frame.ts'
import { markStart } from './ui/start-marks.ts'
import { yieldToEventLoop } from './ui/yield-to-event-loop.ts'
import type { Halt } from './view/view-state.ts'
import { isForAll, type OpenWorkspace, type WorkspaceChoice } from './workspace.tsx'

/** An open workspace. It syncs, sends, wakes snoozes and notifies whether the window shows it or not. */
export type RunningWorkspace = OpenWorkspace & {
  readonly catalogue: LiveCatalogue
  readonly status: StatusStore
  /** Follows and restores what is on screen, from now until `hide`. Only one workspace is shown at a time. */
  readonly show: () => void
  readonly hide: () => void
  /** Runs its search worker at least until the returned function is called. */
  readonly holdSearch: () => () => void
  /** Continues sync and outbox after the user entered a new key. */
  readonly resume: () => void
  /** Resolves when all its conversations are in memory, or when its database can't be used. */
  readonly settled: Promise<void>
  /** Resolves when running requests have ended and the database is closed. */
  readonly close: () => Promise<void>
}

export type OpeningOptions = {
  readonly isWithoutCache: boolean
  /** The key of the workspace's data: 32 bytes as base64. */
  readonly dataKey: string
  readonly protection: Protection
  /** For commands that show another workspace. */
  readonly workspaces: WorkspaceChoice
  /** Closes every workspace and loads the page anew. */
  readonly reload: () => Promise<void>
}

/** Opens a workspace's database and checks it. Starts sync and outbox after the first frame. */
export function openWorkspace(
  workspace: Workspace,
  bridge: Bridge & BridgeEvents,
  { isWithoutCache, dataKey, protection, workspaces, reload }: OpeningOptions,
): RunningWorkspace {
  const status = makeStatus()
  const db = makeDatabase(workspace.databaseName, dataKey, makeCommitWatch(reportSaving))
  const catalogue = makeLiveCatalogue({ db, after: callLater, painted: nextFrame, yieldToEventLoop })
  const outboxFeed = makeOutboxFeed({ db, after: callLater })
  const search = makeSearch({ name: workspace.databaseName, dataKey }, startSearchWorker)
  const { start: startWorker, rest } = search
  const searchHolds = makeHolds({ ready: catalogue.full, start: startWorker, rest, after: callLater })
  const canShowAll = (): boolean => workspace.kind === 'api' && isForAll(workspaces.list())
  const { hold: holdSearch } = searchHolds
  const showing = makeShowing({ workspaceId: workspace.id, db, status, holdSearch, canShowAll })
  const stops: (() => unknown)[] = [catalogue.stop, outboxFeed.stop, searchHolds.end, search.stop, showing.stop]
  let engines: Engines | null = null
  let isClosed = false

  function reportSaving(isSaving: boolean): void {
    if (status.getState().isSaving !== isSaving) status.setState({ isSaving })
  }

  async function open(): Promise<void> {
    const opening = await openDatabase(db, { list: () => indexedDB.databases(), after: callLater })
    if (isClosed) return
    if (opening !== 'open') return halt(opening)
    stops.push(watchClosing(db, halt), startRepairs({ db, now: Date.now, after: callLater }).stop)
    // Clear the cache before anything reads it: reading it may have crashed the page.
    if (isWithoutCache) await clearCache(db)
    const catalogueStarted = catalogue.begin()
    outboxFeed.begin()
    const rememberedIds = await identifyDatabase(db, { bridge, workspaceId: workspace.id, now: Date.now })
    // This takes milliseconds, and the first frame then shows the list.
    await Promise.all([catalogueStarted, showing.restore(), Promise.allSettled([restoreForms(db)])])
    if (isClosed) return
    status.setState({ database: 'open' })
    // Draw the data of this device first. Sync and outbox start afterwards.
    // A hidden window may draw no frame.
    void nextFrame().then(() => {
      markStart('list')
      void catalogue.full().then(() => catalogue.isFull() && markStart('full'))
      start(rememberedIds)
    })
  }

  /** The database can't be used any more: stops everything and shows the reason. */
  function halt(why: Halt): void {
    // Before the window stops following the status.
    status.setState({ database: why })
    void end().then(() => db.close())
  }

  function end(): Promise<unknown> {
    isClosed = true
    return Promise.allSettled(stops.splice(0).map((stop) => stop()))
  }

  function start(rememberedIds: readonly string[] | null): void {
    if (isClosed) return
    engines = startEngines({ ...{ workspace, db, catalogue, outboxFeed, bridge, status, showing, rememberedIds } })
    stops.push(engines.stop)
    showing.start(engines.sync)
  }

  void open().catch(() => {
    if (!isClosed) halt('unopenable')
  })
  return {
    workspace,
    protection,
    db,
    catalogue,
    outboxFeed,
    bridge,
    search,
    workspaces,
    status,
    holdSearch: searchHolds.hold,
    settled: catalogue.full(),
    show: showing.show,
    hide: showing.hide,
    refresh: () => engines?.refresh(),
    async readAnew() {
      // Stop sync first: a page of results that arrives later would be the whole cache.
      await end()
      await clearCache(db).finally(() => void reload())
    },
    resume: () => engines?.resume(),
    async close() {
      // Let running requests end first, so that their responses are stored.
      await end()
      db.close()
    },
  }
}
