import { useEffect, useId, useState, type FormEvent } from 'react'
import type { ExportFormat } from '../shared/export-file.ts'
import { Button } from '../ui/button.tsx'
import { Choice } from '../ui/choice.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { openDialog } from '../view.ts'
import type { ToExport } from '../view-state.ts'
import { harmlessLine } from '../words/harmless-text.ts'
import { useWorkspace } from '../workspace.tsx'
import { conversationsWords, lackingWords } from './export-words.ts'
import { runExport } from './run-export.ts'

const OPTIONS: readonly { readonly value: ExportFormat; readonly label: string; readonly hint: string }[] = [
  { value: 'markdown', label: 'Markdown', hint: 'For reading: one conversation after another.' },
  { value: 'json', label: 'JSON', hint: 'For other programs: every field as it is known.' },
  { value: 'csv', label: 'CSV', hint: 'For spreadsheets: a row for each message.' },
]

/** What will be in the file and what will not, and as what it is written. */
export function ExportDialog({ toExport }: { readonly toExport: ToExport }) {
  const open = useWorkspace()
  const labelId = useId()
  const [format, setFormat] = useState<ExportFormat>('markdown')
  const lacking = useLacking(toExport)
  const close = (): void => openDialog('none')
  const { length } = toExport.conversationIds
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    close()
    void runExport(open, toExport, format)
  }
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && close()}
      title={`Export ${conversationsWords(length)}`}
      description={<bdi className="wrap-anywhere">{harmlessLine(toExport.title)}</bdi>}
      footer={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button variant="primary" type="submit" form="export">
            Choose where…
          </Button>
        </>
      }
    >
      <form id="export" onSubmit={submit} className="flex flex-col items-start gap-2 pt-2">
        <span id={labelId} className="sr-only">
          Format
        </span>
        <Choice labelledBy={labelId} options={OPTIONS} value={format} onChoose={setFormat} />
        <p className="text-muted">{OPTIONS.find((option) => option.value === format)?.hint}</p>
        {lacking > 0 && <p className="pt-2">{lackingWords(lacking, length)}</p>}
        {toExport.isCut && <p className="pt-2">Not everything could be looked through: older ones may be missing.</p>}
      </form>
    </Dialog>
  )
}

/** How many of them are not wholly on this device. */
function useLacking({ conversationIds }: ToExport): number {
  const { catalogue } = useWorkspace()
  const [lacking, setLacking] = useState(0)
  useEffect(() => {
    let isCurrent = true
    void catalogue.listThreadless().then((ids) => {
      const threadless = new Set(ids)
      if (isCurrent) setLacking(conversationIds.filter((id) => threadless.has(id)).length)
    })
    return () => {
      isCurrent = false
    }
  }, [catalogue, conversationIds])
  return lacking
}
