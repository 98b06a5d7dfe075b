import { Download } from 'lucide-react'
import { type CacheExtent, readCachedThreads } from '../../db/cached-threads.ts'
import { writeWhole } from '../../export/export-writer.ts'
import { exportThread } from '../../export/exported-thread.ts'
import { writerOf } from '../../export/writer-of.ts'
import type { ExportFormat } from '../../shared/export-file.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu } from '../../ui/menu.tsx'
import { writeDate } from '../../ui/date-words.ts'
import { failureCause } from '../../words/failure.ts'
import { useWorkspace } from '../../workspace.tsx'

type ExportMenuProps = { readonly conversationId: string; readonly onNote: (text: string | null) => void }

const LABELS: Readonly<Record<ExportFormat, string>> = {
  markdown: 'Export as Markdown…',
  json: 'Export as JSON…',
  csv: 'Export as CSV…',
}

const MISSING_NOTES: Readonly<Record<CacheExtent, string>> = {
  whole: '',
  older: '. The newest messages aren’t on this device yet, so they’re not in the file.',
  none: '. Its messages aren’t on this device yet, so they’re not in the file.',
}

/** Exports the messages of the thread that are on this device, including unsent ones. */
export function ExportMenu({ conversationId, onNote }: ExportMenuProps) {
  const { db, bridge } = useWorkspace()
  const save = async (format: ExportFormat): Promise<void> => {
    const [held] = await readCachedThreads(db, [conversationId])
    if (held == null) return
    const thread = exportThread(held)
    const writer = writerOf(format, { title: null, exportedAt: Date.now() }, (at) => writeDate(at, 'full'))
    const saved = await bridge.saveExport({ name: thread.customerName, format, content: writeWhole(writer, [thread]) })
    if (!saved.ok) return onNote(`Couldn’t save the conversation. ${failureCause(saved.failure)}`)
    if (saved.value.fileName === null) return onNote(null)
    onNote(`Saved as ${saved.value.fileName}${MISSING_NOTES[held.held]}`)
  }
  return (
    <Menu
      align="end"
      trigger={<IconButton size="sm" label="Export" icon={<Download size={14} />} />}
      items={(Object.keys(LABELS) as ExportFormat[]).map((format) => ({
        label: LABELS[format],
        onSelect: () => void save(format),
      }))}
    />
  )
}
