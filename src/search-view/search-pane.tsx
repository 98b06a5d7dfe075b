import { SearchX, Telescope, Unplug } from 'lucide-react'
import { useLayoutEffect, useState } from 'react'
import { listingOf } from '../catalogue/listing.ts'
import type { SearchResult } from '../search/answer.ts'
import { isEmptyQuery } from '../search/query/query.ts'
import { text } from '../strings/text.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useView } from '../view.ts'
import { useWorkspace } from '../workspace.tsx'
import { Hints } from './hints.tsx'
import { ResultList } from './result-list.tsx'
import { enterResults } from './search-field.tsx'
import { SearchTitle } from './search-title.tsx'
import { coverageWords, totalWords, unreadWords } from './search-words.ts'
import { type Results, useResults } from './use-results.ts'
import { ELEMENT_IDS } from '../ui/element-ids.ts'

const ICON = { size: 22, strokeWidth: 1.5 }

/** Replaces the conversation list during a search. */
export function SearchPane({ text: search }: { readonly text: string }) {
  const [isHeld, setHeld] = useState(false)
  const { query, results, progress, loadMore } = useResults(search, isHeld)
  const hasQuery = !isEmptyQuery(query)
  const queryProblem = unreadWords(query.issues)
  const found = hasQuery ? results : null
  usePublishResults(found)
  usePublishFoundMessage(found?.rows)

  return (
    <section aria-label={text('search.title')} data-pane="search" className="flex min-h-0 min-w-0 flex-1 flex-col">
      {hasQuery ? (
        <SearchTitle text={search} total={results === null ? null : totalWords(results)} />
      ) : (
        <h1 className="sr-only">{text('search.title')}</h1>
      )}
      {queryProblem !== null && (
        <p role="status" className="shrink-0 px-5 pt-2 text-sm wrap-anywhere text-warning">
          {queryProblem}
        </p>
      )}
      {progress.state === 'failed' ? (
        <Failed />
      ) : !hasQuery ? (
        <Hints />
      ) : results === null || isOutdated(results, search) ? null : results.total === 0 ? (
        <NoResults isReady={progress.state === 'ready'} />
      ) : (
        <ResultList results={results} onNearEnd={loadMore} onHold={setHeld} />
      )}
      <p
        role="status"
        className="flex h-8 shrink-0 items-center gap-1.5 overflow-hidden border-t border-line px-5 text-xs text-faint"
      >
        <span className="truncate">{coverageWords(progress)}</span>
      </p>
    </section>
  )
}

/** Makes the results the list that the keys move along. An Enter that was pressed before they arrived takes effect now, if the field still has the focus. */
function usePublishResults(found: Results | null): void {
  useLayoutEffect(() => {
    const ids = found?.rows.map((row) => row.conversation.id) ?? []
    useView.setState({ listed: listingOf({ name: 'all', channel: null }, ids), foundBy: found?.text ?? null })
    const { search, foundBy, isEnterPending } = useView.getState()
    if (!isEnterPending || foundBy !== search) return
    useView.setState({ isEnterPending: false })
    if (document.activeElement?.id === ELEMENT_IDS.searchField) enterResults()
  }, [found])
}

/** Makes an opened thread show the message that was found, whether it was opened by click or by key. */
function usePublishFoundMessage(rows: readonly SearchResult[] | undefined): void {
  const selectedId = useView((view) => view.selectedId)
  useLayoutEffect(() => {
    const row = rows?.find((result) => result.conversation.id === selectedId)
    if (selectedId === null || row?.message == null) return
    useView.setState({ sought: { conversationId: selectedId, messageKey: row.message.key } })
  }, [rows, selectedId])
}

/** "No matches" for the previous query must not look like the answer to this one. */
function isOutdated(results: Results, search: string): boolean {
  return results.total === 0 && results.text !== search
}

function NoResults({ isReady }: { readonly isReady: boolean }) {
  if (!isReady) {
    return (
      <EmptyState icon={<Telescope {...ICON} />} title={text('search.notYet.title')}>
        {text('search.notYet.text')}
      </EmptyState>
    )
  }
  return (
    <EmptyState icon={<SearchX {...ICON} />} title={text('search.empty.title')}>
      {text('search.empty.text')}
    </EmptyState>
  )
}

function Failed() {
  const { search } = useWorkspace()
  return (
    <EmptyState
      icon={<Unplug {...ICON} />}
      title={text('search.failed.title')}
      action={
        <Button size="sm" onClick={search.restart}>
          {text('search.failed.restart')}
        </Button>
      }
    >
      {text('search.failed.text')}
    </EmptyState>
  )
}
