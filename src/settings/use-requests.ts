import { useEffect, useState } from 'react'
import type { LoggedRequest } from '../shared/logged-request.ts'
import { useWorkspace } from '../workspace.tsx'

/** Interval between reads of the log, ms. A read only asks the main process. */
const REFRESH_MS = 1_000

/** The latest requests, newest first, refreshed while the section is open. Null before the first read. */
export function useRequests(): readonly LoggedRequest[] | null {
  const { bridge, workspace } = useWorkspace()
  const [requests, setRequests] = useState<readonly LoggedRequest[] | null>(null)
  useEffect(() => {
    let isUnmounted = false
    const refresh = async (): Promise<void> => {
      const result = await bridge.listRequests({ workspaceId: workspace.id })
      if (isUnmounted || !result.ok) return
      // Keeps the same array when there is no new request, so that nothing renders again.
      setRequests((before) => (before?.[0]?.number === result.value[0]?.number && before ? before : result.value))
    }
    void refresh()
    const timer = setInterval(() => void refresh(), REFRESH_MS)
    return () => {
      isUnmounted = true
      clearInterval(timer)
    }
  }, [bridge, workspace.id])
  return requests
}
