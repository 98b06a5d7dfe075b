import { useLiveQuery } from 'dexie-react-hooks'
import { useEffect, useState } from 'react'
import { type Held, readHeld, readHeldElsewhere } from '../db/held.ts'
import type { Workspace } from '../shared/bridge.ts'
import { useWorkspace } from '../workspace.tsx'

/** `unreadable`: there may be something, and nobody can tell what. */
export type Holding = Held | 'nothing' | 'unreadable' | 'reading'

/** What a workspace holds on this device: of the one that is open at every moment, of another as it was when asked. */
export function useHeld({ databaseName }: Pick<Workspace, 'databaseName'>): Holding {
  const { db, workspace } = useWorkspace()
  const isOpen = databaseName === workspace.databaseName
  const own = useLiveQuery(async () => (isOpen ? readHeld(db) : 'reading'), [db, isOpen])
  const [other, setOther] = useState<Holding>('reading')
  useEffect(() => {
    if (isOpen) return undefined
    let isGone = false
    const take = (holding: Holding): void => {
      if (!isGone) setOther(holding)
    }
    readHeldElsewhere(databaseName).then(
      (held) => take(held ?? 'nothing'),
      () => take('unreadable'),
    )
    return () => {
      isGone = true
    }
  }, [databaseName, isOpen])
  return isOpen ? (own ?? 'reading') : other
}
