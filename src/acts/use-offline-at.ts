import { useMemo, useSyncExternalStore } from 'react'
import { useView } from '../view/view.ts'
import { isOffline, useIsOffline, useOnLine } from '../words/use-is-offline.ts'
import { useWorkspaces } from '../workspace.tsx'

/** Whether a workspace of All inboxes has no connection; null asks about the only one on screen. */
export type OfflineAt = (workspaceId: string | null) => boolean

/** For lists. The function is the same until a connection is lost or comes back. */
export function useOfflineAt(): OfflineAt {
  const isHereOffline = useIsOffline()
  const isOnLine = useOnLine()
  const isAll = useView((view) => view.acting !== null)
  const { live } = useWorkspaces()
  const offlineIds = useSyncExternalStore(live.subscribe, () => {
    if (!isAll) return '[]'
    const cut = live.list().filter(({ reachability }) => isOffline(reachability?.failure ?? null, isOnLine))
    return JSON.stringify(cut.map(({ workspace }) => workspace.id))
  })
  return useMemo(() => {
    const ids = new Set(JSON.parse(offlineIds) as readonly string[])
    return (workspaceId) => (workspaceId === null ? isHereOffline : ids.has(workspaceId))
  }, [offlineIds, isHereOffline])
}
