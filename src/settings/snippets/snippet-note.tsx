import type { Snippet } from '../../db/snippets.ts'
import { text } from '../../strings/text.ts'
import { Button } from '../../ui/button.tsx'

export type SnippetNote = {
  readonly text: string
  /** Details, one a line. */
  readonly lines?: readonly string[]
  readonly isError?: boolean
  readonly deleted?: Snippet
}

type NoteLineProps = { readonly note: SnippetNote | null; readonly onUndo: (snippet: Snippet) => void }

/** The result of the last change, with Undo after a deletion. */
export function NoteLine({ note, onUndo }: NoteLineProps) {
  const { deleted, lines = [] } = note ?? {}
  return (
    <div>
      <div role="status" className="flex items-center gap-2 text-sm empty:hidden">
        {note !== null && <p className={note.isError === true ? 'text-danger' : 'text-muted'}>{note.text}</p>}
        {deleted !== undefined && (
          <Button size="sm" onClick={() => onUndo(deleted)}>
            {text('settings.undo')}
          </Button>
        )}
      </div>
      {lines.length > 0 && (
        // Focusable, so that the keyboard can scroll it.
        <ul
          aria-label={text('settings.snippets.skipped')}
          tabIndex={0}
          className="mt-1 max-h-32 list-disc overflow-y-auto ps-5 text-sm wrap-anywhere text-muted select-text"
        >
          {lines.map((line, index) => (
            <li key={index}>{line}</li>
          ))}
        </ul>
      )}
    </div>
  )
}
