import { Pencil, Trash2 } from 'lucide-react'
import type { Snippet } from '../../db/snippets.ts'
import { text } from '../../strings/text.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { harmlessLine } from '../../words/harmless-text.ts'

type SnippetListProps = {
  readonly snippets: readonly Snippet[]
  readonly onEdit: (snippet: Snippet) => void
  readonly onDelete: (snippet: Snippet) => void
}

/** Characters of the text shown in the list. */
const PREVIEW_LENGTH = 160

export function SnippetList({ snippets, onEdit, onDelete }: SnippetListProps) {
  if (snippets.length === 0) {
    return (
      <p className="rounded-md border border-dashed border-line-strong px-4 py-6 text-center text-base text-muted">
        {text('settings.snippets.none')}
      </p>
    )
  }
  return (
    <ul aria-label={text('settings.snippets.title')} className="divide-y divide-line border-y border-line">
      {snippets.map((snippet) => (
        <li key={snippet.id} className="flex items-center gap-2 py-2">
          <div className="min-w-0 flex-1">
            <p className="flex items-baseline gap-2 text-base font-medium">
              <bdi className="min-w-0 truncate">{harmlessLine(snippet.name)}</bdi>
              {snippet.shortcut !== '' && (
                <bdi className="shrink-0 font-mono text-xs font-normal text-faint">{snippet.shortcut}</bdi>
              )}
            </p>
            <p dir="auto" className="truncate text-sm text-muted">
              {harmlessLine(snippet.text.slice(0, PREVIEW_LENGTH))}
            </p>
          </div>
          <IconButton
            size="sm"
            label={text('settings.snippets.edit', { name: snippet.name })}
            icon={<Pencil size={13} />}
            onClick={() => onEdit(snippet)}
          />
          <IconButton
            size="sm"
            label={text('settings.snippets.delete', { name: snippet.name })}
            icon={<Trash2 size={13} />}
            onClick={() => onDelete(snippet)}
          />
        </li>
      ))}
    </ul>
  )
}
