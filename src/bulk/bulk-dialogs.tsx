import { useView } from '../view/view.ts'
import { PreviewDialog } from './preview-dialog.tsx'
import { ProblemsDialog } from './problems-dialog.tsx'
import { TagsDialog } from './tags-dialog.tsx'
import { UndoDialog } from './undo-dialog.tsx'

/** The dialogs about several conversations. */
export function BulkDialogs() {
  const dialog = useView((view) => view.dialog)
  const bulk = useView((view) => view.bulk)
  const problems = useView((view) => view.problems)
  if (dialog === 'undo-some') return <UndoDialog />
  if (dialog === 'problems') return <ProblemsDialog problems={problems} />
  if (bulk === null) return null
  if (dialog === 'preview') return <PreviewDialog bulk={bulk} />
  return dialog === 'tags' ? <TagsDialog bulk={bulk} /> : null
}
