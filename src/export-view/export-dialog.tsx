import { useEffect, useId, useState, type FormEvent } from 'react'
import type { ExportFormat } from '../shared/export-file.ts'
import { text } from '../strings/text.ts'
import { Button } from '../ui/button.tsx'
import { Choice } from '../ui/choice.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { openDialog } from '../view/view.ts'
import type { ToExport } from '../view/view-state.ts'
import { harmlessLine } from '../words/harmless-text.ts'
import { useWorkspace } from '../workspace.tsx'
import { lackingWords } from './export-words.ts'
import { runExport } from './run-export.ts'

const OPTIONS: readonly { readonly value: ExportFormat; readonly label: string; readonly hint: string }[] = [
  { value: 'markdown', label: 'Markdown', hint: text('exporting.markdownHint') },
  { value: 'json', label: 'JSON', hint: text('exporting.jsonHint') },
  { value: 'csv', label: 'CSV', hint: text('exporting.csvHint') },
]

/** Asks for the format of an export and tells what the file will not contain. */
export function ExportDialog({ toExport }: { readonly toExport: ToExport }) {
  const open = useWorkspace()
  const labelId = useId()
  const [format, setFormat] = useState<ExportFormat>('markdown')
  const incomplete = useIncompleteCount(toExport)
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
      title={text('exporting.title', { count: length })}
      description={<bdi className="wrap-anywhere">{harmlessLine(toExport.title)}</bdi>}
      footer={
        <>
          <Button onClick={close}>{text('exporting.cancel')}</Button>
          <Button variant="primary" type="submit" form="export">
            {text('exporting.chooseLocation')}
          </Button>
        </>
      }
    >
      <form id="export" onSubmit={submit} className="flex flex-col items-start gap-2 pt-2">
        <span id={labelId} className="sr-only">
          {text('exporting.format')}
        </span>
        <Choice labelledBy={labelId} options={OPTIONS} value={format} onChoose={setFormat} />
        <p className="text-muted">{OPTIONS.find((option) => option.value === format)?.hint}</p>
        {incomplete > 0 && <p className="pt-2">{lackingWords(incomplete, length)}</p>}
        {toExport.isCut && <p className="pt-2">{text('exporting.searchWasCut')}</p>}
      </form>
    </Dialog>
  )
}

/** The number of conversations whose threads are not complete on this device. */
function useIncompleteCount({ conversationIds }: ToExport): number {
  const { catalogue } = useWorkspace()
  const [incomplete, setIncomplete] = useState(0)
  useEffect(() => {
    let isCurrent = true
    void catalogue.listThreadless().then((ids) => {
      const threadless = new Set(ids)
      if (isCurrent) setIncomplete(conversationIds.filter((id) => threadless.has(id)).length)
    })
    return () => {
      isCurrent = false
    }
  }, [catalogue, conversationIds])
  return incomplete
}
