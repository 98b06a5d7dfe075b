import { useState } from 'react'
import type { Workspace } from '../shared/bridge.ts'
import { text } from '../strings/text.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import type { GateActions } from './gate.ts'
import { type Kept, lostWords } from './kept-words.ts'

type DeleteDataDialogProps = Pick<GateActions, 'deleteData'> & {
  readonly workspace: Workspace
  readonly kept: Kept
  readonly onClose: () => void
}

/** Says what would be lost before anything is deleted. Cancel is the first button, so it has the focus. */
export function DeleteDataDialog({ workspace, kept, deleteData, onClose }: DeleteDataDialogProps) {
  const [state, setState] = useState<'asking' | 'deleting' | 'failed'>('asking')
  const lost = lostWords(kept)
  const run = async (): Promise<void> => {
    setState('deleting')
    if (await deleteData()) onClose()
    else setState('failed')
  }
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && state !== 'deleting' && onClose()}
      title={text('sealing.delete.title', { workspace: workspace.name })}
      description={text('sealing.delete.text')}
      footer={
        <>
          <Button aria-disabled={state === 'deleting' || undefined} onClick={() => state !== 'deleting' && onClose()}>
            {text('sealing.delete.cancel')}
          </Button>
          <Button
            variant="danger"
            aria-disabled={state === 'deleting' || undefined}
            onClick={() => {
              if (state !== 'deleting') void run()
            }}
          >
            {text(state === 'deleting' ? 'sealing.delete.deleting' : 'sealing.delete.confirm')}
          </Button>
        </>
      }
    >
      {lost !== null && <p className="rounded-sm bg-danger-soft px-3 py-2 text-base text-danger">{lost}</p>}
      {state === 'failed' && (
        <p role="alert" className="mt-3 text-base text-danger">
          {text('sealing.delete.failed')}
        </p>
      )}
    </Dialog>
  )
}
