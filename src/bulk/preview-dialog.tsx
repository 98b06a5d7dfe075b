import { useState } from 'react'
import { findCommand } from '../commands/registry.ts'
import { partsOf } from '../commands/parts/parts.ts'
import { readContext, runCommand } from '../commands/run.ts'
import { text } from '../strings/text.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { openDialog, useView } from '../view/view.ts'
import type { Bulk } from '../view/view-state.ts'
import { COMMAND_ICONS } from '../words/icons/command-icons.ts'
import { useWorkspace } from '../workspace.tsx'
import { factSentences, bulkFactsOf } from './facts.ts'

/** The commands that ask first. */
const TEXTS = {
  resolve: { title: 'bulk.preview.resolve', confirm: 'bulk.preview.confirmResolve' },
  close: { title: 'bulk.preview.close', confirm: 'bulk.preview.confirmClose' },
  reopen: { title: 'bulk.preview.reopen', confirm: 'bulk.preview.confirmReopen' },
} as const

/** Confirms a bulk change: what, how many, and what to consider. */
export function PreviewDialog({ bulk }: { readonly bulk: Bulk }) {
  const open = useWorkspace()
  const [facts] = useState(() => factSentences(bulkFactsOf(open.catalogue, bulk)))
  const command = findCommand(bulk.commandId)
  if (command === undefined || !isAsking(bulk.commandId)) return null
  const texts = TEXTS[bulk.commandId]
  const count = bulk.keys.length
  const Icon = COMMAND_ICONS[bulk.commandId]
  const confirm = (): void => {
    openDialog('none')
    const parts = partsOf(open, useView.getState().acting, bulk.keys)
    runCommand(command, readContext(open, { parts, isConfirmed: true }))
  }
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && openDialog('none')}
      title={text(texts.title, { count })}
      description={facts.length === 0 ? text('bulk.preview.undoable') : undefined}
      footer={
        <>
          <Button onClick={() => openDialog('none')}>{text('bulk.cancel')}</Button>
          <Button
            variant="primary"
            icon={Icon !== undefined && <Icon size={14} aria-hidden="true" />}
            autoFocus
            onClick={confirm}
          >
            {text(texts.confirm, { count })}
          </Button>
        </>
      }
    >
      {facts.length > 0 && (
        <>
          <ul className="flex list-disc flex-col gap-1 ps-4 marker:text-faint">
            {facts.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <p className="pt-2 text-muted">{text('bulk.preview.undoable')}</p>
        </>
      )}
    </Dialog>
  )
}

function isAsking(commandId: string): commandId is keyof typeof TEXTS {
  return Object.hasOwn(TEXTS, commandId)
}
