import { useLiveQuery } from 'dexie-react-hooks'
import { readOutboxCounts } from '../db/queries.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useWorkspace } from '../workspace.tsx'

type SignOutDialogProps = {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly onForget: (workspaceId: string) => void
}

/** Names what would be lost before anything is. */
export function SignOutDialog({ open, onOpenChange, onForget }: SignOutDialogProps) {
  const { db, workspace } = useWorkspace()
  const counts = useLiveQuery(() => readOutboxCounts(db), [db])
  const pending = counts === undefined ? 0 : counts.waiting + counts.asking + counts.failed
  const close = () => onOpenChange(false)
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={`Sign out of ${workspace.name}?`}
      description="The API key and everything this device holds of the workspace are deleted, drafts included. Nothing changes on the server."
      footer={
        <>
          <Button onClick={close}>Stay</Button>
          <Button
            variant="danger"
            disabled={counts === undefined}
            onClick={() => {
              close()
              onForget(workspace.id)
            }}
          >
            {pending > 0 ? 'Sign out and lose them' : 'Sign out'}
          </Button>
        </>
      }
    >
      {pending > 0 && (
        <p className="rounded-sm bg-danger-soft px-3 py-2 text-base text-danger">{pendingWords(pending)}</p>
      )}
    </Dialog>
  )
}

function pendingWords(pending: number): string {
  return pending === 1
    ? 'One message or change has not reached the server yet. It would be lost.'
    : `${pending.toLocaleString()} messages or changes have not reached the server yet. They would be lost.`
}
