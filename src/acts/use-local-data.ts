import { useLiveQuery } from 'dexie-react-hooks'
import { useEffect, useState } from 'react'
import { type LocalData, readLocalData, readClosedLocalData } from '../db/local-data.ts'
import type { Workspace } from '../shared/bridge.ts'
import { useWorkspace } from '../workspace.tsx'

/** `unreadable`: there may be data, but it can't be read. */
export type LocalDataState = LocalData | 'nothing' | 'unreadable' | 'reading'

/** A workspace's data on this device: live for the open workspace, read once for another one. */
export function useLocalData({ databaseName }: Pick<Workspace, 'databaseName'>): LocalDataState {
  const { db, workspace } = useWorkspace()
  const isOpen = databaseName === workspace.databaseName
  const own = useLiveQuery(async () => (isOpen ? readLocalData(db) : 'reading'), [db, isOpen])
  const closed = useClosedLocalData(isOpen ? null : databaseName)
  return isOpen ? (own ?? 'reading') : closed
}

/** The data of a database that isn't open, read once; null reads nothing. */
export function useClosedLocalData(databaseName: string | null): LocalDataState {
  const [state, setState] = useState<LocalDataState>('reading')
  useEffect(() => {
    if (databaseName === null) return undefined
    let isUnmounted = false
    const take = (next: LocalDataState): void => {
      if (!isUnmounted) setState(next)
    }
    readClosedLocalData(databaseName).then(
      (read) => take(read ?? 'nothing'),
      () => take('unreadable'),
    )
    return () => {
      isUnmounted = true
    }
  }, [databaseName])
  return state
}
