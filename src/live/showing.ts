import { callLater } from '../db/commit-watch.ts'
import type { Database } from '../db/database.ts'
import { followPlace } from '../follow-place.ts'
import { syncSelectedThread } from './running-sync.ts'
import { followSeen } from '../seen/follow.ts'
import { readReadTiming } from '../seen/settings.ts'
import type { Sync } from '../sync/loop.ts'
import { useView } from '../view/view.ts'
import type { StatusStore } from './status.ts'

/**
 * What belongs to a workspace only while the window shows it: its status in the window, the place to return to after a reload, marks of
 * what was seen, reading the selected thread more often, and the search index.
 */
export type Showing = {
  readonly isShown: () => boolean
  /** The window has the focus and shows this workspace's conversations. */
  readonly isFocused: () => boolean
  readonly show: () => void
  readonly hide: () => void
  /** Restores what was on screen before the page was lost, if the workspace is shown. Call it before the first frame. */
  readonly restore: () => Promise<void>
  /** The engines run. */
  readonly start: (sync: Sync) => void
  /** Resolves when the place is stored. */
  readonly stop: () => Promise<unknown>
}

export function makeShowing(parts: {
  readonly workspaceId: string
  readonly db: Database
  readonly status: StatusStore
  /** Runs the search worker at least until the returned function is called. */
  readonly holdSearch: () => () => void
  /** Whether this device has the workspaces for All inboxes. They need not be open yet. */
  readonly canShowAll: () => boolean
}): Showing {
  const { workspaceId, db, status, holdSearch, canShowAll } = parts
  const stops: (() => unknown)[] = []
  let place: ReturnType<typeof followPlace> | null = null
  let isPlaced = false
  let isShown = false
  let isSearching = false
  let isStopped = false
  let sync: Sync | null = null

  function hide(): void {
    isShown = false
    place = null
    for (const stop of stops.splice(0)) stop()
  }

  function followEngines(running: Sync): void {
    stops.push(
      syncSelectedThread(running),
      followSeen({ db, readTiming: () => readReadTiming(localStorage), ...windowFocus, after: callLater }),
    )
    // In All inboxes, each selected row would otherwise start the index of its workspace.
    const searchIfAlone = (): void => {
      if (isSearching || useView.getState().acting !== null) return
      isSearching = true
      // A workspace that was shown stays searchable.
      holdSearch()
    }
    stops.push(useView.subscribe(searchIfAlone))
    searchIfAlone()
  }

  return {
    isShown: () => isShown,
    isFocused: () => (isShown || useView.getState().acting !== null) && document.hasFocus(),
    show() {
      if (isShown || isStopped) return useView.setState(status.getState())
      isShown = true
      useView.setState(status.getState())
      place = followPlace({ workspaceId, sealer: db.sealer, session: sessionStorage, local: localStorage, canShowAll })
      stops.push(
        status.subscribe((now) => useView.setState(now)),
        place.stop,
      )
      if (isPlaced) place.follow(db)
      if (sync !== null) followEngines(sync)
    },
    hide,
    async restore() {
      await place?.restore(db)
      isPlaced = true
    },
    start(running) {
      sync = running
      if (isShown) followEngines(running)
    },
    stop() {
      isStopped = true
      // The window still shows why the database can't be used.
      const ended = stops.splice(0).map((stop) => stop())
      return Promise.allSettled(ended)
    },
  }
}

/** Whether the window has the focus, and since when. */
const windowFocus = {
  isFocused: () => document.hasFocus(),
  onFocusChange(listener: () => void) {
    window.addEventListener('focus', listener)
    window.addEventListener('blur', listener)
    return () => {
      window.removeEventListener('focus', listener)
      window.removeEventListener('blur', listener)
    }
  },
  elapsed: () => performance.now(),
}
