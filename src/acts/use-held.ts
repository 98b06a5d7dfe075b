import { useLiveQuery } from 'dexie-react-hooks'
import { useEffect, useState } from 'react'
import { type LocalData, readLocalData, readClosedLocalData } from '../db/local-data.ts'
import type { Workspace } from '../shared/bridge.ts'
import { useWorkspace } from '../workspace.tsx'

/** `unreadable`: there may be something, and nobody can tell what. */
export type LocalDataState = LocalData | 'nothing' | 'unreadable' | 'reading'

/** What a workspace holds on this device: of the one that is open at every moment, of another as it was when asked. */
export function useLocalData({ databaseName }: Pick<Workspace, 'databaseName'>): LocalDataState {
  const { db, workspace } = useWorkspace()
  const isOpen = databaseName === workspace.databaseName
  const own = useLiveQuery(async () => (isOpen ? readLocalData(db) : 'reading'), [db, isOpen])
  const other = useClosedLocalData(isOpen ? null : databaseName)
  return isOpen ? (own ?? 'reading') : other
}

/** What a database that is not open held when asked; null asks of none. */
export function useClosedLocalData(databaseName: string | null): LocalDataState {
  const [holding, setHolding] = useState<LocalDataState>('reading')
  useEffect(() => {
    if (databaseName === null) return undefined
    let isGone = false
    const take = (read: LocalDataState): void => {
      if (!isGone) setHolding(read)
    }
    readClosedLocalData(databaseName).then(
      (held) => take(held ?? 'nothing'),
      () => take('unreadable'),
    )
    return () => {
      isGone = true
    }
  }, [databaseName])
  return holding
}
