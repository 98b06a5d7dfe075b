import { addPending, countPending, NOTHING_PENDING, type Unsent } from '../../src/shared/pending.ts'
import type { WorkspaceStore } from '../accounts/workspaces.ts'
import type { DataKeys } from '../sealing/data-keys.ts'

export type TotalUnsent = Unsent & {
  /** A workspace with waiting ops has its key in memory only. After the app quits, the user must enter the key again. */
  readonly needsKey: boolean
  /** The data of a workspace with unsent ops is in memory only: they are lost when the app quits. */
  readonly isLostAtQuit: boolean
}

/** The unsent ops of each opened workspace, as the window last reported them. The demo has no next start, so it does not count. */
export interface UnsentTotals {
  report(workspaceId: string, unsent: Unsent): void
  forget(workspaceId: string): void
  total(): TotalUnsent
}

export function makeUnsentTotals(
  workspaces: Pick<WorkspaceStore, 'find'>,
  dataKeys: Pick<DataKeys, 'protectionOf'>,
): UnsentTotals {
  const unsentById = new Map<string, Unsent>()
  return {
    report(workspaceId, unsent) {
      if (workspaces.find(workspaceId)?.kind === 'api') unsentById.set(workspaceId, unsent)
    },
    forget: (workspaceId) => void unsentById.delete(workspaceId),
    total() {
      let [waiting, asking, needsKey, isLostAtQuit] = [NOTHING_PENDING, NOTHING_PENDING, false, false]
      for (const [workspaceId, unsent] of unsentById) {
        waiting = addPending(waiting, unsent.waiting)
        asking = addPending(asking, unsent.asking)
        const workspace = workspaces.find(workspaceId)
        const isKeyKept = workspace?.key === 'sealed' || workspace?.key === 'unprotected'
        needsKey ||= !isKeyKept && countPending(unsent.waiting) > 0
        const isTemporary = dataKeys.protectionOf(workspace?.databaseName ?? '') === 'memory'
        isLostAtQuit ||= isTemporary && countPending(addPending(unsent.waiting, unsent.asking)) > 0
      }
      return { waiting, asking, needsKey, isLostAtQuit }
    },
  }
}
