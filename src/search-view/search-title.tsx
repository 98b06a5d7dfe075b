import { Bookmark, BookmarkCheck } from 'lucide-react'
import { ExportButton } from '../acts/export-button.tsx'
import { useSavedSearches } from '../acts/use-saved-searches.ts'
import { useShortcut } from '../commands/keys/shortcut.ts'
import { findSaved } from '../db/saved-searches.ts'
import { text } from '../strings/text.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { openDialog } from '../view/view.ts'
import { harmlessLine } from '../words/harmless-text.ts'

type SearchTitleProps = {
  /** The query. */
  readonly text: string
  /** The number of results as a text; null while unknown. */
  readonly total: string | null
}

/** The header of the results: their name and number, and buttons to export and save the search. */
export function SearchTitle({ text: query, total }: SearchTitleProps) {
  const saved = findSaved(useSavedSearches() ?? [], query)
  const shortcut = useShortcut('save-search')
  return (
    <header className="flex h-12 shrink-0 items-center gap-2 border-b border-line pe-2 ps-6">
      <h1 className="min-w-0 truncate text-lg font-semibold">
        {saved === undefined ? text('search.resultsTitle') : <bdi>{harmlessLine(saved.name)}</bdi>}
      </h1>
      <span className="flex-1 shrink-0 text-sm whitespace-nowrap text-faint">{total}</span>
      <ExportButton />
      <IconButton
        size="sm"
        label={saved === undefined ? text('search.save') : text('search.renameOrDelete')}
        shortcut={shortcut}
        icon={saved === undefined ? <Bookmark size={15} /> : <BookmarkCheck size={15} className="text-accent" />}
        onClick={() => openDialog('save-search')}
      />
    </header>
  )
}
