import { useState } from 'react'
import { findCommand } from '../commands/registry.ts'
import { readContext, runCommand } from '../commands/run.ts'
import { writeNumber } from '../shared/region/locale.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { openDialog } from '../view.ts'
import type { Bulk } from '../view-state.ts'
import { useWorkspace } from '../workspace.tsx'
import { factSentences, bulkFactsOf } from './facts.ts'

/** Confirms a bulk change: what, how many, and what to consider. */
export function PreviewDialog({ bulk }: { readonly bulk: Bulk }) {
  const open = useWorkspace()
  const [facts] = useState(() => factSentences(bulkFactsOf(open.catalogue, bulk)))
  const command = findCommand(bulk.commandId)
  if (command === undefined) return null
  const count = writeNumber(bulk.conversationIds.length)
  const confirm = (): void => {
    openDialog('none')
    runCommand(command, readContext(open, { conversationIds: bulk.conversationIds, isConfirmed: true }))
  }
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && openDialog('none')}
      title={`${command.title} ${count} conversations?`}
      description={facts.length === 0 ? 'You can undo this in one step.' : undefined}
      footer={
        <>
          <Button onClick={() => openDialog('none')}>Cancel</Button>
          <Button variant="primary" autoFocus onClick={confirm}>
            {`${command.title} ${count}`}
          </Button>
        </>
      }
    >
      {facts.length > 0 && (
        <>
          <ul className="flex list-disc flex-col gap-1 pl-4 marker:text-faint">
            {facts.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <p className="pt-2 text-muted">You can undo this in one step.</p>
        </>
      )}
    </Dialog>
  )
}
