import { watchAway } from '../db/away.ts'
import type { LiveCatalogue } from '../catalogue/live-catalogue.ts'
import { callLater } from '../db/commit-watch.ts'
import type { Database } from '../db/database.ts'
import type { OutboxFeed } from '../db/outbox-feed.ts'
import { describeDatabase } from '../find-workspaces.ts'
import { type Outbox, startOutbox } from '../outbox/loop.ts'
import { startMirror } from '../outbox/mirror.ts'
import { startUnsentReports } from '../outbox/unsent-reports.ts'
import { followNotifications } from '../notify/follow.ts'
import { followSpace, startReading } from './running-sync.ts'
import type { Bridge, Workspace } from '../shared/bridge.ts'
import type { BridgeEvents } from '../shared/bridge-events.ts'
import { startWaker } from '../snooze/waker.ts'
import type { Sync } from '../sync/loop.ts'
import type { Showing } from './showing.ts'
import { reportReachability, type StatusStore } from './status.ts'

/** What runs for an open workspace, whether the window shows it or not: sync, outbox, snoozes, notifications and reports to main. */
export type Engines = {
  readonly sync: Sync
  /** Reads and sends now. */
  readonly refresh: () => void
  /** Continues after the user entered a new key. */
  readonly resume: () => void
  /** Resolves when no request is running. The database may then be closed. */
  readonly stop: () => Promise<unknown>
}

type EngineParts = {
  readonly workspace: Workspace
  readonly db: Database
  readonly catalogue: LiveCatalogue
  readonly outboxFeed: OutboxFeed
  readonly bridge: Bridge & BridgeEvents
  readonly status: StatusStore
  readonly showing: Pick<Showing, 'isShown' | 'isFocused'>
  /** The ops that main has a copy of; null when it has none. */
  readonly rememberedIds: readonly string[] | null
}

export function startEngines(parts: EngineParts): Engines {
  const { workspace, db, catalogue, outboxFeed, bridge, status, showing, rememberedIds } = parts
  const workspaceId = workspace.id
  const stops: (() => unknown)[] = []
  let outbox: Outbox | null = null
  let isStopped = false

  const reporting = { feed: outboxFeed, bridge, workspaceId }
  if (rememberedIds !== null) stops.push(startMirror({ ...reporting, db, rememberedIds, after: callLater }).stop)
  stops.push(startUnsentReports(reporting))
  void describeDatabase(db, bridge, workspaceId)
  const waker = startWaker({ db, now: Date.now, after: callLater })
  stops.push(waker.stop, bridge.onWake(waker.woke))
  const away = watchAway(db, outboxFeed)
  const notifications = followNotifications({
    ...{ db, bridge, workspaceId, isShown: showing.isShown },
    isFirstSync: () => status.getState().reachability.isFirstSync,
  })
  stops.push(notifications.stop)
  const sync = startReading({
    ...{ db, catalogue, bridge, workspace, away, status, isFocused: showing.isFocused },
    onBack: () => outbox?.nudge(),
    onFound: (found) => void notifications.found(found),
  })
  stops.push(sync.stop, away.stop, followSpace(sync, status))

  /** Much may have changed meanwhile, so sync reads more than usual. */
  function reconnect(): void {
    sync.woke()
    outbox?.nudge()
  }
  stops.push(
    bridge.onWake(() => {
      outbox?.woke()
      reconnect()
    }),
    onWindow('online', reconnect),
    onWindow('focus', sync.nudge),
  )
  // Only one outbox runs per database: another window waits here until this one is closed.
  void navigator.locks.request(`outbox ${workspace.databaseName}`, async () => {
    if (isStopped) return
    const started = await startOutbox({
      ...{ db, feed: outboxFeed, bridge, workspaceId, now: Date.now, random: Math.random },
      elapsed: () => performance.now(),
      onSettled: sync.nudge,
      onUnauthorized: (failure) => reportReachability(status, { failure }),
    })
    if (isStopped) return started.stop()
    outbox = started
    // Release the lock only when no request is running: the next outbox treats ops in flight as uncertain.
    await new Promise<void>((release) => stops.push(() => started.stop().then(release)))
  })

  function refresh(): void {
    sync.nudge()
    outbox?.nudge()
  }
  return {
    sync,
    refresh,
    resume() {
      outbox?.resume()
      refresh()
    },
    stop() {
      isStopped = true
      return Promise.allSettled(stops.splice(0).map((stop) => stop()))
    },
  }
}

function onWindow(event: 'online' | 'focus', listener: () => void): () => void {
  window.addEventListener(event, listener)
  return () => window.removeEventListener(event, listener)
}
