import { useLiveQuery } from 'dexie-react-hooks'
import { readUnsent } from '../db/outbox-queries.ts'
import { addPending, countPending, type Pending, pendingWords, type Unsent } from '../shared/pending.ts'
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
  const pending = useLiveQuery(async () => allOf(await readUnsent(db)), [db])
  const count = pending === undefined ? 0 : countPending(pending)
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
            disabled={pending === undefined}
            onClick={() => {
              close()
              onForget(workspace.id)
            }}
          >
            {count === 0 ? 'Sign out' : count === 1 ? 'Sign out and lose it' : 'Sign out and lose them'}
          </Button>
        </>
      }
    >
      {pending !== undefined && count > 0 && (
        <p className="rounded-sm bg-danger-soft px-3 py-2 text-base text-danger">
          {pendingWords(pending)} {count === 1 ? 'has' : 'have'} not reached the server yet.{' '}
          {count === 1 ? 'It' : 'They'} would be lost.
        </p>
      )}
    </Dialog>
  )
}

function allOf({ waiting, asking }: Unsent): Pending {
  return addPending(waiting, asking)
}
