import { useRef } from 'react'
import { saveSnippets, type Snippet } from '../../db/snippets.ts'
import { readSnippetFile, writeSnippetFile } from '../../snippets/snippet-file.ts'
import { Button } from '../../ui/button.tsx'
import { failureCause } from '../../words/failure.ts'
import { useWorkspace } from '../../workspace.tsx'
import { importLines, importWords } from './import-words.ts'
import type { SnippetNote } from './snippet-note.tsx'

type SnippetTransferProps = {
  readonly snippets: readonly Snippet[]
  readonly onNote: (note: SnippetNote) => void
}

/** A file is read into memory whole; one of more bytes is not touched. Characters may take four each. */
const MAX_BYTES = 8_000_000

/** Snippets out to a file, and in from one. */
export function SnippetTransfer({ snippets, onNote }: SnippetTransferProps) {
  const { db, bridge } = useWorkspace()
  const input = useRef<HTMLInputElement>(null)

  const read = async (file: File): Promise<void> => {
    try {
      const words = file.size > MAX_BYTES ? ' '.repeat(MAX_BYTES) : await file.text()
      const imported = readSnippetFile(words, snippets)
      if (imported.ok)
        await saveSnippets(
          db,
          imported.added.map((fields) => ({ id: crypto.randomUUID(), ...fields })),
        )
      onNote({
        words: importWords(imported),
        lines: importLines(imported),
        isTrouble: !imported.ok || imported.leftOut.length > 0,
      })
    } catch {
      onNote({ words: 'Couldn’t read or save the file. Nothing changed.', isTrouble: true })
    }
  }
  const write = async (): Promise<void> => {
    const content = writeSnippetFile(snippets)
    const saved = await bridge.saveExport({ name: 'Clarion snippets', format: 'json', content })
    if (!saved.ok) onNote({ words: `Couldn’t save the file. ${failureCause(saved.failure)}`, isTrouble: true })
    else if (saved.value.fileName !== null) onNote({ words: `Saved as ${saved.value.fileName}.` })
  }
  return (
    <>
      <Button size="sm" onClick={() => input.current?.click()}>
        Import…
      </Button>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        aria-label="File of snippets"
        hidden
        onChange={(event) => {
          const file = event.target.files?.[0]
          // So that the very same file can be chosen again.
          event.target.value = ''
          if (file !== undefined) void read(file)
        }}
      />
      <Button size="sm" aria-disabled={snippets.length === 0} onClick={() => snippets.length > 0 && void write()}>
        Export…
      </Button>
    </>
  )
}
