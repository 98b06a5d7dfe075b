import { text } from '../strings/text.ts'
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
      title={text('bulk.problems.title', { count: problems.length })}
      description={text('bulk.problems.others')}
      footer={
        <Button variant="primary" onClick={() => openDialog('none')}>
          {text('bulk.gotIt')}
        </Button>
      }
    >
      <ul aria-label={text('bulk.problems.list')} className="flex flex-col">
        {problems.slice(0, MAX_LISTED).map(({ conversationId, name, why }) => (
          <li key={conversationId} className="flex gap-3 border-b border-line py-1.5 last:border-b-0">
            <bdi className="w-2/5 shrink-0 truncate font-medium">
              {name === null ? text('bulk.problems.nameless') : harmlessLine(name)}
            </bdi>
            <span className="min-w-0 text-muted">{why}</span>
          </li>
        ))}
        {hidden > 0 && <li className="py-1.5 text-muted">{text('bulk.problems.more', { count: hidden })}</li>}
      </ul>
    </Dialog>
  )
}
