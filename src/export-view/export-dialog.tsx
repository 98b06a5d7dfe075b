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
  { value: 'json', label: 'JSON', hint: 'For other programs: every field.' },
  { value: 'csv', label: 'CSV', hint: 'For spreadsheets: a row for each message.' },
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
      title={`Export ${conversationsWords(length)}`}
      description={<bdi className="wrap-anywhere">{harmlessLine(toExport.title)}</bdi>}
      footer={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button variant="primary" type="submit" form="export">
            Choose location…
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
        {incomplete > 0 && <p className="pt-2">{lackingWords(incomplete, length)}</p>}
        {toExport.isCut && (
          <p className="pt-2">Only the newest conversations were searched. Older matches may be missing.</p>
        )}
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
