import { CircleCheck } from 'lucide-react'
import { useShortcut } from '../commands/keys/shortcut.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { endRun } from '../view.ts'

/** The end of a run: nothing of it is left to look at. */
export function RunDone() {
  return (
    <EmptyState
      icon={<CircleCheck size={22} strokeWidth={1.5} />}
      title="The run is over"
      action={
        <Button size="sm" shortcut={useShortcut('back')} onClick={endRun}>
          Back to the list
        </Button>
      }
    >
      Every conversation of it is dealt with. What came in meanwhile is in the list.
    </EmptyState>
  )
}
