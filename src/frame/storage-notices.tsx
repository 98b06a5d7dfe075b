import { useLiveQuery } from 'dexie-react-hooks'
import { dismissLoss, type Loss, readLoss } from '../db/loss.ts'
import type { Space } from '../db/space.ts'
import { text } from '../strings/text.ts'
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
      {text('frame.gotIt')}
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
  if (!isSaving) return { tone: 'danger', text: text('frame.notSaving') }
  if (storage === 'full') return { tone: 'danger', text: text('frame.diskFull') }
  return storage === 'low' ? { tone: 'warning', text: text('frame.diskLow') } : null
}
