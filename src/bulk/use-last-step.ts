import { useLiveQuery } from 'dexie-react-hooks'
import { type LastStep, readLastStepOf, workspacesToUndo } from '../commands/parts/last-action.ts'
import { text } from '../strings/text.ts'
import { useView } from '../view/view.ts'
import { useWorkspace } from '../workspace.tsx'

/** A larger step shows only this many of each workspace. The rest can be undone only with the whole step. */
const MAX_SHOWN = 500

/** The step that undo would revert next; null when there is none, undefined while it loads. */
export function useLastStep(): LastStep | null | undefined {
  const open = useWorkspace()
  const acting = useView((view) => view.acting)
  return useLiveQuery(
    () => readLastStepOf(workspacesToUndo(open), MAX_SHOWN, text('words.deletedConversation')),
    [open.db, acting],
  )
}
