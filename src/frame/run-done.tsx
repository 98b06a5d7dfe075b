import { useShortcut } from '../commands/keys/shortcut.ts'
import { text } from '../strings/text.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { endRun } from '../view/view.ts'

/** The end of focus mode: no conversation is left. */
export function RunDone() {
  return (
    <EmptyState
      picture="sunrise"
      title={text('frame.run.title')}
      action={
        <Button size="sm" shortcut={useShortcut('back')} onClick={endRun}>
          {text('frame.run.back')}
        </Button>
      }
    >
      {text('frame.run.text')}
    </EmptyState>
  )
}
