import { writeNumber } from '../shared/region/locale.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { openDialog } from '../view.ts'
import type { Problem } from '../view-state.ts'
import { harmlessLine } from '../words/harmless-text.ts'

/** Listed one by one; more are counted. */
const MAX_LISTED = 200

/** The conversations that a bulk change couldn't change, each with its reason. */
export function ProblemsDialog({ problems }: { readonly problems: readonly Problem[] }) {
  const hidden = problems.length - MAX_LISTED
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && openDialog('none')}
      title={
        problems.length === 1
          ? '1 conversation wasn’t changed'
          : `${writeNumber(problems.length)} conversations weren’t changed`
      }
      description="The others were changed. You can undo them in one step."
      footer={
        <Button variant="primary" onClick={() => openDialog('none')}>
          Got it
        </Button>
      }
    >
      <ul aria-label="Not changed" className="flex flex-col">
        {problems.slice(0, MAX_LISTED).map(({ conversationId, name, why }) => (
          <li key={conversationId} className="flex gap-3 border-b border-line py-1.5 last:border-b-0">
            <bdi className="w-2/5 shrink-0 truncate font-medium">
              {name === null ? 'A conversation' : harmlessLine(name)}
            </bdi>
            <span className="min-w-0 text-muted">{why}</span>
          </li>
        ))}
        {hidden > 0 && <li className="py-1.5 text-muted">and {writeNumber(hidden)} more</li>}
      </ul>
    </Dialog>
  )
}
