import { useSyncExternalStore } from 'react'
import type { Totals } from '../catalogue/catalogue.ts'
import { type Counting, countingOf } from '../catalogue/counting.ts'
import { useView } from '../view/view.ts'
import { type Download, downloadOf, mergeDownloads } from '../words/failure.ts'
import { isOffline, useOnLine } from '../words/use-is-offline.ts'
import { useWorkspace, useWorkspaces } from '../workspace.tsx'

/** Which counts of the workspace on screen, or of All inboxes, are still incomplete. */
export function useCounting(totals: Totals | null): Counting {
  const isAll = useView((view) => view.acting !== null)
  const { workspace } = useWorkspace()
  const isOnLine = useOnLine()
  const own = useView(({ reachability }) =>
    downloadOf(reachability, workspace.key, isOffline(reachability.failure, isOnLine)),
  )
  const ofAll = useDownloadOfAll()
  return totals === null ? 'none' : countingOf(isAll ? ofAll : own, totals)
}

/** The same for All inboxes, shown or not. */
export function useCountingOfAll(totals: Totals | null): Counting {
  const download = useDownloadOfAll()
  return totals === null ? 'none' : countingOf(download, totals)
}

function useDownloadOfAll(): Download {
  const { live } = useWorkspaces()
  const isOnLine = useOnLine()
  return useSyncExternalStore(live.subscribe, () =>
    mergeDownloads(
      live
        .list()
        .flatMap(({ workspace, reachability }) =>
          workspace.kind === 'api' && reachability !== null
            ? [downloadOf(reachability, workspace.key, isOffline(reachability.failure, isOnLine))]
            : [],
        ),
    ),
  )
}
