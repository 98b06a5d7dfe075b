import { Download } from 'lucide-react'
import { readThread } from '../db/queries.ts'
import { exportThread } from '../export/exported-thread.ts'
import { writeCsv } from '../export/write-csv.ts'
import { writeJson } from '../export/write-json.ts'
import { writeMarkdown } from '../export/write-markdown.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { Menu } from '../ui/menu.tsx'
import { writeDate } from '../ui/date-words.ts'
import { failureCause } from '../words/failure.ts'
import { useWorkspace } from '../workspace.tsx'

type ExportMenuProps = { readonly conversationId: string; readonly onNote: (words: string | null) => void }

const WRITERS = {
  markdown: {
    label: 'Export as Markdown…',
    write: (thread: Exported) => writeMarkdown([thread], (at) => writeDate(at, 'full')),
  },
  json: { label: 'Export as JSON…', write: (thread: Exported) => writeJson([thread], Date.now()) },
  csv: { label: 'Export as CSV…', write: (thread: Exported) => writeCsv([thread]) },
} as const

type Exported = ReturnType<typeof exportThread>
type Format = keyof typeof WRITERS

/** The thread as a file: all of it that is on this device, with what waits to go out. */
export function ExportMenu({ conversationId, onNote }: ExportMenuProps) {
  const { db, bridge } = useWorkspace()
  const save = async (format: Format): Promise<void> => {
    const view = await readThread(db, conversationId)
    if (view === null) return
    const thread = exportThread(view)
    const content = WRITERS[format].write(thread)
    const saved = await bridge.saveExport({ name: thread.customerName, format, content })
    if (!saved.ok) onNote(`The conversation was not saved. ${failureCause(saved.failure)}`)
    else onNote(saved.value.fileName === null ? null : `Saved as ${saved.value.fileName}`)
  }
  return (
    <Menu
      align="end"
      trigger={<IconButton size="sm" label="Export" icon={<Download size={14} />} />}
      items={(Object.keys(WRITERS) as Format[]).map((format) => ({
        label: WRITERS[format].label,
        onSelect: () => void save(format),
      }))}
    />
  )
}
