import { useLiveQuery } from 'dexie-react-hooks'
import { listSavedSearches, mergeSavedSearches, type SavedSearch } from '../db/saved-searches.ts'
import { useShownWorkspaces } from './use-shown-workspaces.ts'

/** The saved searches of the workspace on screen or, in All inboxes, of all workspaces. Null until they are read. */
export function useSavedSearches(): readonly SavedSearch[] | null {
  const workspaces = useShownWorkspaces()
  const read = async () => mergeSavedSearches(await Promise.all(workspaces.map(({ db }) => listSavedSearches(db))))
  return useLiveQuery(read, [workspaces]) ?? null
}
