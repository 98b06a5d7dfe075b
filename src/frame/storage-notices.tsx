import { useLiveQuery } from 'dexie-react-hooks'
import { dismissLoss, type Loss, readLoss } from '../db/loss.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { useView } from '../view.ts'
import { lossWords } from '../words/loss.ts'
import { useWorkspace } from '../workspace.tsx'

/** What there is to say of the place where everything is kept. */
export function StorageNotices() {
  const { db } = useWorkspace()
  const isSaving = useView((view) => view.isSaving)
  const storage = useView((view) => view.storage)
  const loss: Loss | null = useLiveQuery(() => readLoss(db), [db]) ?? null
  const dismiss = (
    <Button size="sm" onClick={() => void dismissLoss(db)}>
      Understood
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
          This computer doesn’t save: is the disk full? What you write now would be lost with the window. What was saved
          before is still there.
        </Banner>
      )}
      {isSaving && storage === 'full' ? (
        <Banner tone="danger">
          The disk is nearly full. Clarion keeps what you write and sends it, and fetches nothing ahead until there is
          room.
        </Banner>
      ) : isSaving && storage === 'low' ? (
        <Banner tone="warning">
          Little room is left on this disk. Free some, so that Clarion can keep what you write.
        </Banner>
      ) : null}
    </>
  )
}
