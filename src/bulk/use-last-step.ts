import { useLiveQuery } from 'dexie-react-hooks'
import { readLastChanges, type UndoStepView } from '../db/undo-journal.ts'
import { text } from '../strings/text.ts'
import { useWorkspace } from '../workspace.tsx'

/** A larger step shows only this many. The rest can be undone only with the whole step. */
const MAX_SHOWN = 500

/** The step that undo would revert next; null when there is none, undefined while it loads. */
export function useLastStep(): UndoStepView | null | undefined {
  const { db } = useWorkspace()
  return useLiveQuery(() => readLastChanges(db, MAX_SHOWN, text('words.deletedConversation')), [db])
}
