import { useLiveQuery } from 'dexie-react-hooks'
import { listSavedSearches, type SavedSearch } from '../db/saved-searches.ts'
import { useWorkspace } from '../workspace.tsx'

/** Null until they are read. */
export function useSavedSearches(): readonly SavedSearch[] | null {
  const { db } = useWorkspace()
  return useLiveQuery(() => listSavedSearches(db), [db]) ?? null
}
