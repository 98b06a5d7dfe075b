import type { Workspace } from '../shared/bridge.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useWorkspaces } from '../workspace.tsx'
import { lostWith } from './lost-items.ts'
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
      title={`Sign out of ${workspace.name}?`}
      description={
        workspace.kind === 'demo'
          ? 'The demo ends and everything in it is deleted.'
          : 'Deletes the API key and everything of this workspace from this device, including drafts, notes, snippets, stars and snoozes. Nothing changes on the server.'
      }
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="danger"
            disabled={holding === 'reading'}
            onClick={() => {
              onClose()
              forget(workspace.id)
            }}
          >
            {lost === null ? 'Sign out' : lost.count === 1 ? 'Sign out and lose it' : 'Sign out and lose them'}
          </Button>
        </>
      }
    >
      {lost !== null && <p className="rounded-sm bg-danger-soft px-3 py-2 text-base text-danger">{lost.text}</p>}
    </Dialog>
  )
}
