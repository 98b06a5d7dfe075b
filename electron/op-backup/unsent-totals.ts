import { addPending, countPending, NOTHING_PENDING, type Unsent } from '../../src/shared/pending.ts'
import type { WorkspaceStore } from '../accounts/workspaces.ts'

export type TotalUnsent = Unsent & {
  /** Some of it goes out only when a key was entered: it is kept until the app quits, and no longer. */
  readonly needsKey: boolean
}

/** What each workspace that was opened has not sent, as its window told last. The demo has no next start, and is not counted. */
export interface UnsentTotals {
  report(workspaceId: string, unsent: Unsent): void
  forget(workspaceId: string): void
  total(): TotalUnsent
}

export function makeUnsentTotals(workspaces: WorkspaceStore): UnsentTotals {
  const book = new Map<string, Unsent>()
  return {
    report(workspaceId, unsent) {
      if (workspaces.find(workspaceId)?.kind === 'api') book.set(workspaceId, unsent)
    },
    forget: (workspaceId) => void book.delete(workspaceId),
    total() {
      let [waiting, asking, needsKey] = [NOTHING_PENDING, NOTHING_PENDING, false]
      for (const [workspaceId, unsent] of book) {
        waiting = addPending(waiting, unsent.waiting)
        asking = addPending(asking, unsent.asking)
        const isKeyKept = workspaces.find(workspaceId)?.key === 'sealed'
        needsKey ||= !isKeyKept && countPending(unsent.waiting) > 0
      }
      return { waiting, asking, needsKey }
    },
  }
}
