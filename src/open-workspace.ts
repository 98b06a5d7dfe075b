import Dexie, { liveQuery } from 'dexie'
import { type Database, makeDatabase } from './db/database.ts'
import { markSeen } from './outbox/commands.ts'
import { type Outbox, startOutbox } from './outbox/loop.ts'
import type { Bridge, BridgeEvents, Workspace } from './shared/bridge.ts'
import { startSync, type Sync } from './sync/loop.ts'
import { reportReachability, useView } from './view.ts'
import type { OpenWorkspace } from './workspace.tsx'

export type RunningWorkspace = OpenWorkspace & {
  /** A new key was given: what waited for it goes on. */
  readonly resume: () => void
  readonly close: () => void
}

/** Opens a workspace's database and, once the first frame is drawn, starts reading and sending. */
export function openWorkspace(workspace: Workspace, bridge: Bridge & BridgeEvents): RunningWorkspace {
  const db = makeDatabase(workspace.databaseName)
  const stops: (() => unknown)[] = []
  let sync: Sync | null = null
  let outbox: Outbox | null = null
  let isClosed = false

  function refresh(): void {
    sync?.nudge()
    outbox?.nudge()
  }

  function wake(): void {
    outbox?.woke()
    refresh()
  }

  function start(): void {
    if (isClosed) return
    sync = followReachability(db, bridge, workspace, () => outbox?.nudge())
    const running = sync
    stops.push(running.stop, followSelection(db, running))
    stops.push(
      bridge.onWake(wake),
      onWindow('online', refresh),
      onWindow('focus', () => running.nudge()),
    )
    // One drainer: another window of the same database waits here until this one is gone.
    void navigator.locks.request(`outbox ${workspace.databaseName}`, async () => {
      if (isClosed) return
      const drainer = await startOutbox({
        db,
        bridge,
        workspaceId: workspace.id,
        now: Date.now,
        elapsed: () => performance.now(),
        random: Math.random,
        onSettled: () => running.nudge(),
        onUnauthorized: (failure) => reportReachability({ failure }),
      })
      outbox = drainer
      // The lock is given up only when nothing is under way: the next drainer takes what it finds in flight for uncertain.
      await new Promise<void>((release) => stops.push(() => drainer.stop().then(release)))
    })
  }

  // Nothing is read or sent before the first frame: what is on this device comes first.
  requestAnimationFrame(() => setTimeout(start))
  return {
    workspace,
    db,
    bridge,
    refresh,
    resume() {
      outbox?.resume()
      refresh()
    },
    close() {
      isClosed = true
      // What is under way ends first: an answer that is already coming is better written down.
      void Promise.all(stops.map((stop) => stop())).then(() => db.close())
    },
  }
}

/** Deletes what earlier runs of the demo left: its server forgets everything when the app quits. */
export async function deleteOldDemos(currentName: string): Promise<void> {
  const names = await Dexie.getDatabaseNames()
  const old = names.filter((name) => name.startsWith('clarion-demo-') && name !== currentName)
  await Promise.all(old.map((name) => Dexie.delete(name)))
}

function followReachability(db: Database, bridge: Bridge, workspace: Workspace, onBack: () => void): Sync {
  return startSync({
    db,
    bridge,
    workspaceId: workspace.id,
    now: Date.now,
    random: Math.random,
    isFocused: () => document.hasFocus(),
    report(change) {
      const wasFailing = useView.getState().reachability.failure !== null
      reportReachability(change)
      if (wasFailing && change.failure === null) onBack()
    },
  })
}

/** The thread on screen is read often, and what is shown while the window has the focus counts as seen. */
function followSelection(db: Database, sync: Sync): () => void {
  let unwatch = (): void => {}
  function follow(conversationId: string | null): void {
    unwatch()
    sync.lookAt(conversationId)
    if (conversationId === null) return
    const watch = liveQuery(() => db.conversations.get(conversationId)).subscribe(() => {
      if (document.hasFocus()) void markSeen(db, { conversationId })
    })
    unwatch = () => watch.unsubscribe()
  }
  follow(useView.getState().selectedId)
  const unsubscribe = useView.subscribe((view, before) => {
    if (view.selectedId !== before.selectedId) follow(view.selectedId)
  })
  return () => {
    unsubscribe()
    unwatch()
  }
}

function onWindow(event: 'online' | 'focus', listener: () => void): () => void {
  window.addEventListener(event, listener)
  return () => window.removeEventListener(event, listener)
}
