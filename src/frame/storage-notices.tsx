import { useLiveQuery } from 'dexie-react-hooks'
import { dismissLoss, type Loss, readLoss } from '../db/loss.ts'
import type { Space } from '../db/space.ts'
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
  const notice = noticeOf(isSaving, storage)
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
      {notice !== null && <Banner tone={notice.tone}>{notice.text}</Banner>}
    </>
  )
}

function noticeOf(
  isSaving: boolean,
  storage: Space,
): { readonly tone: 'warning' | 'danger'; readonly text: string } | null {
  if (!isSaving) return { tone: 'danger', text: NOT_SAVING }
  if (storage === 'full') return { tone: 'danger', text: DISK_FULL }
  return storage === 'low' ? { tone: 'warning', text: DISK_LOW } : null
}

const NOT_SAVING =
  'Changes aren’t being saved. The disk may be full. If you close the window now, unsaved text is lost. Everything saved earlier is still there.'
const DISK_FULL =
  'The disk is nearly full. Your messages are still saved and sent, but older conversations aren’t downloaded until you free up space.'
const DISK_LOW = 'Disk space is low. Free up space so that Clarion can keep saving your work.'
