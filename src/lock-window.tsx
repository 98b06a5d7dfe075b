import { flushSync } from 'react-dom'
import type { Root } from 'react-dom/client'
import { callLater } from './db/commit-watch.ts'
import type { RunningWorkspace } from './open-workspace.ts'
import { saveWorkspaces } from './save-typed.ts'
import { type LockParts, makePageLock } from './sealing/lock-page.ts'
import { LockScreen } from './sealing/lock-screen.tsx'

type LockedWindow = {
  readonly root: Root
  readonly done: LockParts['done']
  /** Stops everything that could draw again or run a command. Returns the running workspaces. */
  readonly stop: () => readonly RunningWorkspace[]
}

/** Returns the function that locks this window. Main then replaces the page, which finds that the app is locked. */
export function makeWindowLock({ root, done, stop }: LockedWindow): () => void {
  let running: readonly RunningWorkspace[] = []
  return makePageLock({
    cover() {
      running = stop()
      // Another tree, so that every pane, dialog and menu is removed. Each saves what was typed in it as it is removed.
      flushSync(() => root.render(<LockScreen asks={null} />))
    },
    async close() {
      await saveWorkspaces(running)
      await Promise.allSettled(running.map(({ close }) => close()))
    },
    done,
    reload: () => location.reload(),
    after: callLater,
  })
}
