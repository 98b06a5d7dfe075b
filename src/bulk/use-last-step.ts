import { useLiveQuery } from 'dexie-react-hooks'
import { readLastChanges, type UndoStepView } from '../db/undo-journal.ts'
import { useWorkspace } from '../workspace.tsx'

/** Shown at most: the rest of a larger step is undone as a whole. */
const MAX_SHOWN = 500

/** What undo would set back next, by name; null when there is nothing, undefined while it is being read. */
export function useLastStep(): UndoStepView | null | undefined {
  const { db } = useWorkspace()
  return useLiveQuery(() => readLastChanges(db, MAX_SHOWN), [db])
}
