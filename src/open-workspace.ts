import Dexie from 'dexie'
import { watchAway } from './db/away.ts'
import { clearCache } from './db/clear.ts'
import { makeLiveCatalogue } from './catalogue/live-catalogue.ts'
import { callLater, makeCommitWatch } from './db/commit-watch.ts'
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
import type { Bridge, BridgeEvents, Workspace } from './shared/bridge.ts'
import { followSeen } from './seen/follow.ts'
import { readReadTiming } from './seen/settings.ts'
import type { Sync } from './sync/loop.ts'
import { syncSelectedThread, followSpace, startReading } from './running-sync.ts'
import { nextFrame } from './ui/next-frame.ts'
import { yieldToEventLoop } from './ui/yield-to-event-loop.ts'
import { reportReachability, useView } from './view.ts'
import type { Halt } from './view-state.ts'
import { startWaker } from './snooze/waker.ts'
import type { OpenWorkspace } from './workspace.tsx'

export type RunningWorkspace = OpenWorkspace & {
  /** A new key was given: what waited for it goes on. */
  readonly resume: () => void
  readonly close: () => void
}

/** Opens a workspace's database, looks at what it is, and, once the first frame is drawn, starts reading and sending. */
export function openWorkspace(
  workspace: Workspace,
  bridge: Bridge & BridgeEvents,
  { isWithoutCache }: { readonly isWithoutCache: boolean },
): RunningWorkspace {
  const db = makeDatabase(workspace.databaseName, makeCommitWatch(reportSaving))
  const catalogue = makeLiveCatalogue({ db, after: callLater, painted: nextFrame, yieldToEventLoop })
  const outboxFeed = makeOutboxFeed({ db, after: callLater })
  const place = followPlace(workspace.id, sessionStorage)
  const stops: (() => unknown)[] = [catalogue.stop, outboxFeed.stop, place.stop]
  const search = makeSearch(workspace.databaseName, startSearchWorker)
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

  /** Much may have moved meanwhile: more is read than at a glance. */
  function reconnect(): void {
    sync?.woke()
    outbox?.nudge()
  }

  async function open(): Promise<void> {
    const opening = await openDatabase(db, { list: () => indexedDB.databases(), after: callLater })
    if (isClosed) return
    if (opening !== 'open') return halt(opening)
    stops.push(watchClosing(db, halt))
    // Before anything reads the cache: reading it may be what ended the page.
    if (isWithoutCache) await clearCache(db)
    const begun = catalogue.begin()
    outboxFeed.begin()
    const rememberedIds = await identifyDatabase(db, { bridge, workspaceId: workspace.id, now: Date.now })
    // A few milliseconds, and the very first frame has the list in it.
    await Promise.all([begun, place.restore(db)])
    if (isClosed) return
    useView.setState({ database: 'open' })
    // Nothing is read or sent before the first frame: what is on this device comes first.
    requestAnimationFrame(() => setTimeout(() => start(rememberedIds)))
  }

  /** There is no database any more: everything stops, and the screen says why. */
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
    // Both read everything there is: the list, which is looked at, goes first.
    void catalogue.full().then(() => {
      if (!isClosed) search.start()
    })
    const told = { feed: outboxFeed, bridge, workspaceId: workspace.id }
    if (rememberedIds !== null) {
      stops.push(startMirror({ ...told, db, rememberedIds, after: callLater }).stop)
    }
    stops.push(startUnsentReports(told))
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
    stops.push(followSeen({ db, readTiming: () => readReadTiming(localStorage), ...windowFocus, after: callLater }))
    stops.push(
      bridge.onWake(wake),
      onWindow('online', reconnect),
      onWindow('focus', () => running.nudge()),
    )
    // One drainer: another window of the same database waits here until this one is gone.
    void navigator.locks.request(`outbox ${workspace.databaseName}`, async () => {
      if (isClosed) return
      const drainer = await startOutbox({
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
      if (isClosed) return drainer.stop()
      outbox = drainer
      // The lock is given up only when nothing is under way: the next drainer takes what it finds in flight for uncertain.
      await new Promise<void>((release) => stops.push(() => drainer.stop().then(release)))
    })
  }

  void open().catch(() => {
    if (!isClosed) halt('unopenable')
  })
  return {
    workspace,
    db,
    catalogue,
    outboxFeed,
    bridge,
    search,
    refresh,
    async readAnew() {
      // Nothing may be under way: a page that is still coming would be all there is.
      await end()
      await clearCache(db).finally(() => location.reload())
    },
    resume() {
      outbox?.resume()
      refresh()
    },
    close() {
      // What is under way ends first: an answer that is already coming is better written down.
      void end().then(() => db.close())
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

/** Deletes what earlier runs of the demo left: its server forgets everything when the app quits. */
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
