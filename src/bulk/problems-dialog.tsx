import { writeNumber } from '../shared/region/locale.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { openDialog } from '../view.ts'
import type { Problem } from '../view-state.ts'
import { harmlessLine } from '../words/harmless-text.ts'

/** Named one by one up to here: nobody reads more. */
const MAX_NAMED = 200

/** Of many that were to be changed, those that could not be, each with its reason. */
export function ProblemsDialog({ problems }: { readonly problems: readonly Problem[] }) {
  const hidden = problems.length - MAX_NAMED
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && openDialog('none')}
      title={problems.length === 1 ? '1 was not changed' : `${writeNumber(problems.length)} were not changed`}
      description="All the others were. One undo takes those back."
      footer={
        <Button variant="primary" onClick={() => openDialog('none')}>
          Understood
        </Button>
      }
    >
      <ul aria-label="Not changed" className="flex flex-col">
        {problems.slice(0, MAX_NAMED).map(({ conversationId, name, why }) => (
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
