import { useEffect, useState } from 'react'
import type { LoggedRequest } from '../shared/logged-request.ts'
import { useWorkspace } from '../workspace.tsx'

/** Between two looks at the log, ms: as live as an eye can follow, and it asks only the main process. */
const LOOK_MS = 1_000

/** The last requests, newest first, for as long as they are looked at. Null before the first look. */
export function useRequests(): readonly LoggedRequest[] | null {
  const { bridge, workspace } = useWorkspace()
  const [requests, setRequests] = useState<readonly LoggedRequest[] | null>(null)
  useEffect(() => {
    let isOver = false
    const look = async (): Promise<void> => {
      const result = await bridge.listRequests({ workspaceId: workspace.id })
      if (isOver || !result.ok) return
      // The same rows while nothing was asked: nothing is drawn anew.
      setRequests((before) => (before?.[0]?.number === result.value[0]?.number && before ? before : result.value))
    }
    void look()
    const timer = setInterval(() => void look(), LOOK_MS)
    return () => {
      isOver = true
      clearInterval(timer)
    }
  }, [bridge, workspace.id])
  return requests
}
