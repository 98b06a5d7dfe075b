import { useSyncExternalStore } from 'react'
import type { Totals } from '../catalogue/catalogue.ts'
import { type Counting, countingOf } from '../catalogue/counting.ts'
import { useView } from '../view.ts'
import { isReadingList } from '../words/failure.ts'
import { useWorkspace, useWorkspaces } from '../workspace.tsx'

/** Which counts of the workspace on screen, or of All inboxes, are still incomplete. */
export function useCounting(totals: Totals | null): Counting {
  const isAll = useView((view) => view.acting !== null)
  const { workspace } = useWorkspace()
  const isOwnRead = useView((view) => isReadingList(view.reachability, workspace.key))
  const isOneRead = useIsOneRead()
  return totals === null ? 'none' : countingOf(isAll ? isOneRead : isOwnRead, totals)
}

/** The same for All inboxes, shown or not. */
export function useCountingOfAll(totals: Totals | null): Counting {
  const isOneRead = useIsOneRead()
  return totals === null ? 'none' : countingOf(isOneRead, totals)
}

/** Whether the first sync of a workspace in All inboxes runs. */
function useIsOneRead(): boolean {
  const { live } = useWorkspaces()
  return useSyncExternalStore(live.subscribe, () =>
    live
      .list()
      .some(
        ({ workspace, reachability }) =>
          workspace.kind === 'api' && reachability !== null && isReadingList(reachability, workspace.key),
      ),
  )
}
