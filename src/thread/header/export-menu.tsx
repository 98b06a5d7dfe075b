import { Download } from 'lucide-react'
import { type CacheExtent, readCachedThreads } from '../../db/cached-threads.ts'
import { writeWhole } from '../../export/export-writer.ts'
import { exportThread } from '../../export/exported-thread.ts'
import { writerOf } from '../../export/writer-of.ts'
import type { ExportFormat } from '../../shared/export-file.ts'
import { text, type TextId } from '../../strings/text.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu } from '../../ui/menu.tsx'
import { writeDate } from '../../ui/date-words.ts'
import { failureCause } from '../../words/failure.ts'
import { useWorkspace } from '../../workspace.tsx'

type ExportMenuProps = { readonly conversationId: string; readonly onNote: (note: string | null) => void }

const LABELS: Readonly<Record<ExportFormat, string>> = {
  markdown: text('thread.header.exportMarkdown'),
  json: text('thread.header.exportJson'),
  csv: text('thread.header.exportCsv'),
}

const SAVED_NOTES = {
  whole: 'thread.header.saved',
  older: 'thread.header.savedWithoutNewest',
  none: 'thread.header.savedWithoutMessages',
} as const satisfies Record<CacheExtent, TextId>

/** Exports the messages of the thread that are on this device, including unsent ones. */
export function ExportMenu({ conversationId, onNote }: ExportMenuProps) {
  const { db, bridge } = useWorkspace()
  const save = async (format: ExportFormat): Promise<void> => {
    const [held] = await readCachedThreads(db, [conversationId])
    if (held == null) return
    const thread = exportThread(held)
    const writer = writerOf(format, { title: null, exportedAt: Date.now() }, (at) => writeDate(at, 'full'))
    const saved = await bridge.saveExport({ name: thread.customerName, format, content: writeWhole(writer, [thread]) })
    if (!saved.ok) return onNote(text('thread.header.notSaved', { why: failureCause(saved.failure) }))
    if (saved.value.fileName === null) return onNote(null)
    onNote(text(SAVED_NOTES[held.held], { file: saved.value.fileName }))
  }
  return (
    <Menu
      align="end"
      trigger={<IconButton size="sm" label={text('thread.header.export')} icon={<Download size={14} />} />}
      items={(Object.keys(LABELS) as ExportFormat[]).map((format) => ({
        label: LABELS[format],
        onSelect: () => void save(format),
      }))}
    />
  )
}
