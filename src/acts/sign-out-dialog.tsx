import type { Workspace } from '../shared/bridge.ts'
import { text } from '../strings/text.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { openDialog } from '../view/view.ts'
import { useWorkspaces } from '../workspace.tsx'
import { type Lost, lostWith } from './lost-items.ts'
import { useLocalData } from './use-local-data.ts'

type SignOutDialogProps = { readonly workspace: Workspace; readonly onClose: () => void }

/** Says what would be lost before it signs out. */
export function SignOutDialog({ workspace, onClose }: SignOutDialogProps) {
  const { forget } = useWorkspaces()
  const holding = useLocalData(workspace)
  const lost = lostWith(holding)
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={text('outbox.acts.signOutOf', { workspace: workspace.name })}
      description={text(workspace.kind === 'demo' ? 'outbox.acts.signOutOfDemo' : 'outbox.acts.signOutDeletes')}
      footer={
        <>
          <Button onClick={onClose}>{text('outbox.acts.cancel')}</Button>
          {workspace.kind === 'api' && (
            <Button
              onClick={() => {
                onClose()
                openDialog('back-up')
              }}
            >
              {text('outbox.acts.backUpFirst')}
            </Button>
          )}
          <Button
            variant="danger"
            disabled={holding === 'reading'}
            onClick={() => {
              onClose()
              forget(workspace.id)
            }}
          >
            {text(confirmIdOf(lost))}
          </Button>
        </>
      }
    >
      {lost !== null && <p className="rounded-sm bg-danger-soft px-3 py-2 text-base text-danger">{lost.text}</p>}
    </Dialog>
  )
}

function confirmIdOf(lost: Lost | null) {
  if (lost === null) return 'outbox.acts.signOut'
  return lost.count === 1 ? 'outbox.acts.signOutAndLoseIt' : 'outbox.acts.signOutAndLoseThem'
}
