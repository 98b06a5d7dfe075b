import Dexie from 'dexie'
import { watchAway } from './db/away.ts'
import { clearCache } from './db/clear.ts'
import { makeLiveCatalogue } from './catalogue/live-catalogue.ts'
import { callLater, makeCommitWatch } from './db/commit-watch.ts'
import { startRepairs } from './db/damage.ts'
import { makeDatabase } from './db/database.ts'
import { openDatabase, watchClosing } from './db/open-database.ts'
import { makeOutboxFeed } from './db/outbox-feed.ts'
import { describeDatabase } from './find-workspaces.ts'
import { identifyDatabase } from './outbox/restore.ts'
import { type Outbox, startOutbox } from './outbox/loop.ts'
import { startMirror } from './outbox/mirror.ts'
import { startUnsentReports } from './outbox/unsent-reports.ts'
import { followPlace } from './follow-place.ts'
import { followNotifications } from './notify/follow.ts'
import { makeSearch } from './search/search.ts'
import { startSearchWorker } from './search/start-worker.ts'
import type { Bridge, Workspace } from './shared/bridge.ts'
import type { BridgeEvents } from './shared/bridge-events.ts'
import type { Protection } from './shared/sealing.ts'
import { followSeen } from './seen/follow.ts'
import { readReadTiming } from './seen/settings.ts'
import { followSpelling } from './spelling/follow.ts'
import { startSpellingWorker } from './spelling/start-worker.ts'
import type { Sync } from './sync/loop.ts'
import { syncSelectedThread, followSpace, startReading } from './running-sync.ts'
import { isMac } from './ui/key-names.ts'
import { nextFrame } from './ui/next-frame.ts'
import { yieldToEventLoop } from './ui/yield-to-event-loop.ts'
import { reportReachability, useView } from './view.ts'
import type { Halt } from './view-state.ts'
import { startWaker } from './snooze/waker.ts'
import type { OpenWorkspace } from './workspace.tsx'

export type RunningWorkspace = OpenWorkspace & {
  /** Continues sync and outbox after the user entered a new key. */
  readonly resume: () => void
  /** Resolves when running requests have ended and the database is closed. */
  readonly close: () => Promise<void>
}

export type OpeningOptions = {
  readonly isWithoutCache: boolean
  /** The key of the workspace's data: 32 bytes as base64. */
  readonly dataKey: string
  readonly protection: Protection
}

/** Opens a workspace's database and checks it. Starts sync and outbox after the first frame. */
export function openWorkspace(
  workspace: Workspace,
  bridge: Bridge & BridgeEvents,
  { isWithoutCache, dataKey, protection }: OpeningOptions,
): RunningWorkspace {
  const db = makeDatabase(workspace.databaseName, dataKey, makeCommitWatch(reportSaving))
  const catalogue = makeLiveCatalogue({ db, after: callLater, painted: nextFrame, yieldToEventLoop })
  const outboxFeed = makeOutboxFeed({ db, after: callLater })
  const place = followPlace(workspace.id, db.sealer, sessionStorage)
  const stops: (() => unknown)[] = [catalogue.stop, outboxFeed.stop, place.stop]
  const search = makeSearch({ name: workspace.databaseName, dataKey }, startSearchWorker)
  let sync: Sync | null = null
  let outbox: Outbox | null = null
  let isClosed = false

  function refresh(): void {
    sync?.nudge()
    outbox?.nudge()
  }

  function wake(): void {
    outbox?.woke()
    reconnect()
  }

  /** Much may have changed meanwhile, so sync reads more than usual. */
  function reconnect(): void {
    sync?.woke()
    outbox?.nudge()
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
    await Promise.all([catalogueStarted, place.restore(db)])
    if (isClosed) return
    useView.setState({ database: 'open' })
    // Draw the data of this device first. Sync and outbox start afterwards.
    requestAnimationFrame(() => setTimeout(() => start(rememberedIds)))
  }

  /** The database can't be used any more: stops everything and shows the reason. */
  function halt(why: Halt): void {
    void end().then(() => db.close())
    useView.setState({ database: why })
  }

  function end(): Promise<unknown> {
    isClosed = true
    return Promise.allSettled(stops.splice(0).map((stop) => stop()))
  }

  function start(rememberedIds: readonly string[] | null): void {
    if (isClosed) return
    stops.push(search.stop)
    // The catalogue and the search index both read the whole database. The visible list goes first.
    void catalogue.full().then(() => {
      if (!isClosed) search.start()
    })
    const reporting = { feed: outboxFeed, bridge, workspaceId: workspace.id }
    if (rememberedIds !== null) {
      stops.push(startMirror({ ...reporting, db, rememberedIds, after: callLater }).stop)
    }
    stops.push(startUnsentReports(reporting))
    void describeDatabase(db, bridge, workspace.id)
    const waker = startWaker({ db, now: Date.now, after: callLater })
    stops.push(waker.stop, bridge.onWake(waker.woke))
    const away = watchAway(db, outboxFeed)
    const notifications = followNotifications({ db, catalogue, bridge, workspaceId: workspace.id })
    stops.push(notifications.stop)
    sync = startReading({
      ...{ db, catalogue, bridge, workspace, away },
      onBack: () => outbox?.nudge(),
      onFound: (found) => void notifications.found(found),
    })
    const running = sync
    stops.push(running.stop, away.stop, syncSelectedThread(running), followSpace(running))
    // macOS checks spelling itself.
    if (!isMac()) stops.push(followSpelling({ db, bridge, document, startWorker: startSpellingWorker }))
    stops.push(followSeen({ db, readTiming: () => readReadTiming(localStorage), ...windowFocus, after: callLater }))
    stops.push(
      bridge.onWake(wake),
      onWindow('online', reconnect),
      onWindow('focus', () => running.nudge()),
    )
    // Only one outbox runs per database: another window waits here until this one is closed.
    void navigator.locks.request(`outbox ${workspace.databaseName}`, async () => {
      if (isClosed) return
      const startedOutbox = await startOutbox({
        db,
        feed: outboxFeed,
        bridge,
        workspaceId: workspace.id,
        now: Date.now,
        elapsed: () => performance.now(),
        random: Math.random,
        onSettled: () => running.nudge(),
        onUnauthorized: (failure) => reportReachability({ failure }),
      })
      if (isClosed) return startedOutbox.stop()
      outbox = startedOutbox
      // Release the lock only when no request is running: the next outbox treats ops in flight as uncertain.
      await new Promise<void>((release) => stops.push(() => startedOutbox.stop().then(release)))
    })
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
    refresh,
    async readAnew() {
      // Stop sync first: a page of results that arrives later would be the whole cache.
      await end()
      await clearCache(db).finally(() => location.reload())
    },
    resume() {
      outbox?.resume()
      refresh()
    },
    async close() {
      // Let running requests end first, so that their responses are stored.
      await end()
      db.close()
    },
  }
}

/** Whether the window has the focus, and since when. */
const windowFocus = {
  isFocused: () => document.hasFocus(),
  onFocusChange(listener: () => void) {
    const stops = [onWindow('focus', listener), onWindow('blur', listener)]
    return () => stops.forEach((stop) => stop())
  },
  elapsed: () => performance.now(),
}

/** Deletes the databases of earlier demo runs: the demo server forgets everything when the app quits. */
export async function deleteOldDemos(currentName: string): Promise<void> {
  const names = await Dexie.getDatabaseNames()
  const old = names.filter((name) => name.startsWith('clarion-demo-') && name !== currentName)
  await Promise.all(old.map((name) => Dexie.delete(name)))
}

function reportSaving(isSaving: boolean): void {
  if (useView.getState().isSaving !== isSaving) useView.setState({ isSaving })
}

function onWindow(event: 'online' | 'focus' | 'blur', listener: () => void): () => void {
  window.addEventListener(event, listener)
  return () => window.removeEventListener(event, listener)
}
