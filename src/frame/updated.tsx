import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { openDialog, showCustomer } from '../view.ts'

/** Shown instead of a dialog whose file an update has removed. */
export function UpdatedDialog() {
  return <Updated onLeave={() => openDialog('none')} />
}

/** Shown instead of the customer panel. */
export function UpdatedPanel() {
  return <Updated onLeave={() => showCustomer(false)} />
}

/** Loaded parts still work; parts that weren't loaded yet belong to a version that is gone. */
function Updated({ onLeave }: { readonly onLeave: () => void }) {
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onLeave()}
      title="Clarion was updated"
      description="Restart to continue. Nothing is lost: your drafts and unsent messages are saved on this device."
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
