import type { Snippet } from '../../db/snippets.ts'
import { Button } from '../../ui/button.tsx'

export type SnippetNote = {
  readonly words: string
  /** More than can be said in passing, one by one. */
  readonly lines?: readonly string[]
  readonly isTrouble?: boolean
  readonly deleted?: Snippet
}

type NoteLineProps = { readonly note: SnippetNote | null; readonly onUndo: (snippet: Snippet) => void }

/** What became of the last thing that was done to the snippets. */
export function NoteLine({ note, onUndo }: NoteLineProps) {
  const { deleted, lines = [] } = note ?? {}
  return (
    <div>
      <div role="status" className="flex items-center gap-2 text-sm empty:hidden">
        {note !== null && <p className={note.isTrouble === true ? 'text-danger' : 'text-muted'}>{note.words}</p>}
        {deleted !== undefined && (
          <Button size="sm" onClick={() => onUndo(deleted)}>
            Undo
          </Button>
        )}
      </div>
      {lines.length > 0 && (
        // Scrolled by keys, too.
        <ul
          aria-label="Skipped snippets"
          tabIndex={0}
          className="mt-1 max-h-32 list-disc overflow-y-auto pl-5 text-sm wrap-anywhere text-muted select-text"
        >
          {lines.map((line, place) => (
            <li key={place}>{line}</li>
          ))}
        </ul>
      )}
    </div>
  )
}
