import { useLiveQuery } from 'dexie-react-hooks'
import { type DamageReport, dismissDamage, readDamage } from '../db/damage.ts'
import { dismissLoss, type Loss, readLoss } from '../db/loss.ts'
import type { Space } from '../db/space.ts'
import { text } from '../strings/text.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { useView } from '../view/view.ts'
import { damageWords } from '../words/damage.ts'
import { lossWords } from '../words/loss.ts'
import { useWorkspace } from '../workspace.tsx'

/** Notices about the database and the disk. */
export function StorageNotices() {
  const { db } = useWorkspace()
  const isSaving = useView((view) => view.isSaving)
  const storage = useView((view) => view.storage)
  const isDataLeft = useView((view) => view.isDataLeft)
  const loss: Loss | null = useLiveQuery(() => readLoss(db), [db]) ?? null
  const notice = noticeOf(isSaving, storage)
  const damage: DamageReport | null = useLiveQuery(() => readDamage(db), [db]) ?? null
  return (
    <>
      {loss !== null && (
        <Banner tone="danger" action={<GotIt onClick={() => void dismissLoss(db)} />}>
          {lossWords(loss)}
        </Banner>
      )}
      {isDataLeft && (
        <Banner tone="warning" action={<GotIt onClick={() => useView.setState({ isDataLeft: false })} />}>
          {text('frame.dataLeft')}
        </Banner>
      )}
      {damage !== null && (
        <Banner tone="danger" action={<GotIt onClick={() => void dismissDamage(db)} />}>
          {damageWords(damage)}
        </Banner>
      )}
      {notice !== null && <Banner tone={notice.tone}>{notice.text}</Banner>}
    </>
  )
}

function GotIt({ onClick }: { readonly onClick: () => void }) {
  return (
    <Button size="sm" onClick={onClick}>
      {text('frame.gotIt')}
    </Button>
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
