import { useRef } from 'react'
import { saveSnippets, type Snippet } from '../../db/snippets.ts'
import { readSnippetFile, writeSnippetFile } from '../../snippets/snippet-file.ts'
import { text } from '../../strings/text.ts'
import { Button } from '../../ui/button.tsx'
import { failureCause } from '../../words/failure.ts'
import { useWorkspace } from '../../workspace.tsx'
import { importLines, importWords } from './import-words.ts'
import type { SnippetNote } from './snippet-note.tsx'

type SnippetTransferProps = {
  readonly snippets: readonly Snippet[]
  readonly onNote: (note: SnippetNote) => void
}

/** A larger file is not read into memory. A character takes up to four bytes. */
const MAX_FILE_BYTES = 8_000_000

/** Buttons to import snippets from a file and export them to one. */
export function SnippetTransfer({ snippets, onNote }: SnippetTransferProps) {
  const { db, bridge } = useWorkspace()
  const input = useRef<HTMLInputElement>(null)

  const read = async (file: File): Promise<void> => {
    try {
      // Too large: a blank text of this length gives the same error.
      const content = file.size > MAX_FILE_BYTES ? ' '.repeat(MAX_FILE_BYTES) : await file.text()
      const imported = readSnippetFile(content, snippets)
      if (imported.ok)
        await saveSnippets(
          db,
          imported.added.map((fields) => ({ id: crypto.randomUUID(), ...fields })),
        )
      onNote({
        text: importWords(imported),
        lines: importLines(imported),
        isError: !imported.ok || imported.leftOut.length > 0,
      })
    } catch {
      onNote({ text: text('settings.snippets.importFailed'), isError: true })
    }
  }
  const write = async (): Promise<void> => {
    const content = writeSnippetFile(snippets)
    const saved = await bridge.saveExport({ name: text('settings.snippets.fileName'), format: 'json', content })
    if (!saved.ok)
      onNote({ text: text('settings.snippets.exportFailed', { cause: failureCause(saved.failure) }), isError: true })
    else if (saved.value.fileName !== null)
      onNote({ text: text('settings.snippets.exported', { file: saved.value.fileName }) })
  }
  return (
    <>
      <Button size="sm" onClick={() => input.current?.click()}>
        {text('settings.snippets.import')}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        aria-label={text('settings.snippets.fileToImport')}
        hidden
        onChange={(event) => {
          const file = event.target.files?.[0]
          // Otherwise choosing the same file again causes no change event.
          event.target.value = ''
          if (file !== undefined) void read(file)
        }}
      />
      <Button size="sm" aria-disabled={snippets.length === 0} onClick={() => snippets.length > 0 && void write()}>
        {text('settings.snippets.export')}
      </Button>
    </>
  )
}
