import { useLiveQuery } from 'dexie-react-hooks'
import { dismissLoss, type Loss, readLoss } from '../db/loss.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { useView } from '../view.ts'
import { lossWords } from '../words/loss.ts'
import { useWorkspace } from '../workspace.tsx'

/** Notices about the database and the disk. */
export function StorageNotices() {
  const { db } = useWorkspace()
  const isSaving = useView((view) => view.isSaving)
  const storage = useView((view) => view.storage)
  const loss: Loss | null = useLiveQuery(() => readLoss(db), [db]) ?? null
  const dismiss = (
    <Button size="sm" onClick={() => void dismissLoss(db)}>
      Got it
    </Button>
  )
  return (
    <>
      {loss !== null && (
        <Banner tone="danger" action={dismiss}>
          {lossWords(loss)}
        </Banner>
      )}
      {isSaving ? null : (
        <Banner tone="danger">
          Changes aren’t being saved. The disk may be full. If you close the window now, unsaved text is lost.
          Everything saved earlier is still there.
        </Banner>
      )}
      {isSaving && storage === 'full' ? (
        <Banner tone="danger">
          The disk is nearly full. Your messages are still saved and sent, but older conversations aren’t downloaded
          until you free up space.
        </Banner>
      ) : isSaving && storage === 'low' ? (
        <Banner tone="warning">Disk space is low. Free up space so that Clarion can keep saving your work.</Banner>
      ) : null}
    </>
  )
}
