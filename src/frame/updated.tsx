import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { openDialog, showCustomer } from '../view.ts'

/** In the place of a dialog whose file an update has taken away. */
export function UpdatedDialog() {
  return <Updated onLeave={() => openDialog('none')} />
}

/** In the place of the customer's panel. */
export function UpdatedPanel() {
  return <Updated onLeave={() => showCustomer(false)} />
}

/** What is on screen goes on as it is; what was not loaded yet belongs to a version that is not here any more. */
function Updated({ onLeave }: { readonly onLeave: () => void }) {
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onLeave()}
      title="Clarion was updated"
      description="Restart to go on. Nothing is lost: drafts and everything in the outbox are stored on this device."
      footer={
        <>
          <Button onClick={onLeave}>Later</Button>
          <Button variant="primary" autoFocus onClick={() => location.reload()}>
            Restart
          </Button>
        </>
      }
    />
  )
}
