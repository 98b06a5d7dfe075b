import type { Bridge } from '../shared/bridge.ts'
import type { LiveWorkspace } from '../workspace.tsx'

/** The conversations that wait for an answer, over all workspaces. The demo counts only where it is the only workspace. */
export function countWaiting(listed: readonly Pick<LiveWorkspace, 'workspace' | 'waiting'>[]): number {
  const real = listed.filter(({ workspace }) => workspace.kind === 'api')
  return (real.length > 0 ? real : listed).reduce((sum, { waiting }) => sum + (waiting ?? 0), 0)
}

/** Shows the count on the app's icon, and in the window's title for taskbars without a badge. */
export function followWaitingCount(
  live: { readonly waiting: () => number; readonly subscribe: (listener: () => void) => () => void },
  bridge: Pick<Bridge, 'showBadge'>,
): () => void {
  let shownCount = 0
  const showCount = (count: number): void => {
    if (count === shownCount) return
    shownCount = count
    document.title = titleFor(count)
    void bridge.showBadge({ count })
  }
  const unsubscribe = live.subscribe(() => showCount(live.waiting()))
  return () => {
    unsubscribe()
    showCount(0)
  }
}

function titleFor(count: number): string {
  return count === 0 ? 'Clarion' : `(${count}) Clarion`
}
