import { useLiveQuery } from 'dexie-react-hooks'
import { useEffect, useState } from 'react'
import { type Held, readHeld, readHeldElsewhere } from '../db/local-data.ts'
import type { Workspace } from '../shared/bridge.ts'
import { useWorkspace } from '../workspace.tsx'

/** `unreadable`: there may be something, and nobody can tell what. */
export type Holding = Held | 'nothing' | 'unreadable' | 'reading'

/** What a workspace holds on this device: of the one that is open at every moment, of another as it was when asked. */
export function useHeld({ databaseName }: Pick<Workspace, 'databaseName'>): Holding {
  const { db, workspace } = useWorkspace()
  const isOpen = databaseName === workspace.databaseName
  const own = useLiveQuery(async () => (isOpen ? readHeld(db) : 'reading'), [db, isOpen])
  const other = useHeldElsewhere(isOpen ? null : databaseName)
  return isOpen ? (own ?? 'reading') : other
}

/** What a database that is not open held when asked; null asks of none. */
export function useHeldElsewhere(databaseName: string | null): Holding {
  const [holding, setHolding] = useState<Holding>('reading')
  useEffect(() => {
    if (databaseName === null) return undefined
    let isGone = false
    const take = (read: Holding): void => {
      if (!isGone) setHolding(read)
    }
    readHeldElsewhere(databaseName).then(
      (held) => take(held ?? 'nothing'),
      () => take('unreadable'),
    )
    return () => {
      isGone = true
    }
  }, [databaseName])
  return holding
}
