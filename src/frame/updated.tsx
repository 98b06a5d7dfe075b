import { text } from '../strings/text.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { openDialog, showCustomer } from '../view/view.ts'

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
      title={text('frame.updated.title')}
      description={text('frame.updated.text')}
      footer={
        <>
          <Button onClick={onLeave}>{text('frame.updated.later')}</Button>
          <Button variant="primary" autoFocus onClick={() => location.reload()}>
            {text('frame.updated.restart')}
          </Button>
        </>
      }
    />
  )
}
