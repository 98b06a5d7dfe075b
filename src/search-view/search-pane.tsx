import { type ReactNode, useLayoutEffect, useState } from 'react'
import { useSavedSearches } from '../acts/use-saved-searches.ts'
import { listingOf } from '../catalogue/listing.ts'
import { findSaved } from '../db/saved-searches.ts'
import type { SearchResult } from '../search/answer.ts'
import { isEmptyQuery, type Query } from '../search/query/query.ts'
import { text } from '../strings/text.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { withWholeDates } from '../ui/whole-dates.tsx'
import { searchFor, selectedKey, useView } from '../view/view.ts'
import { useWorkspace } from '../workspace.tsx'
import { CoverageLine } from './coverage-line.tsx'
import { Hints } from './hints.tsx'
import type { Results } from './next-results.ts'
import { ResultList } from './result-list.tsx'
import { enterResults } from './search-field.tsx'
import { SearchTitle } from './search-title.tsx'
import { coverageWords, totalWords, unreadWords } from './search-words.ts'
import { useResults } from './use-results.ts'
import { ELEMENT_IDS } from '../ui/element-ids.ts'

/** Replaces the conversation list during a search of one workspace. */
export function SearchPane({ text: search }: { readonly text: string }) {
  const [isHeld, setHeld] = useState(false)
  const { query, results, progress, loadMore } = useResults(search, isHeld)
  const open = useWorkspace()
  return (
    <SearchFrame
      text={search}
      query={query}
      results={results}
      isIndexed={progress.state === 'ready'}
      coverage={coverageWords(progress)}
      problem={null}
      restart={progress.state === 'failed' ? open.search.restart : null}
      loadMore={loadMore}
      onHold={setHeld}
    />
  )
}

type SearchFrameProps = {
  /** The text of the field. */
  readonly text: string
  readonly query: Query
  /** Null until the first answer. */
  readonly results: Results | null
  /** Everything from the start is indexed. */
  readonly isIndexed: boolean
  /** How much was searched. */
  readonly coverage: string
  /** What was not searched; null for nothing. */
  readonly problem: ReactNode
  /** Null while a search works. */
  readonly restart: (() => void) | null
  readonly loadMore: () => void
  /** Called with true when the list gets the focus: it then keeps its order. */
  readonly onHold: (isHeld: boolean) => void
}

/** The title, the results or what is shown instead, and how much was searched. */
export function SearchFrame({ text: search, query, results, ...props }: SearchFrameProps) {
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
          {withWholeDates(queryProblem)}
        </p>
      )}
      {props.problem}
      {props.restart !== null ? (
        <Failed restart={props.restart} />
      ) : !hasQuery ? (
        <Hints />
      ) : results === null || isOutdated(results, search) ? null : results.total === 0 ? (
        results.isComplete && <NoResults text={search} isIndexed={props.isIndexed} />
      ) : (
        <ResultList results={results} onNearEnd={props.loadMore} onHold={props.onHold} />
      )}
      <CoverageLine words={props.coverage} />
    </section>
  )
}

/** Makes the results the list that the keys move along. An Enter that was pressed before they arrived takes effect now, if the field still has the focus. */
function usePublishResults(found: Results | null): void {
  useLayoutEffect(() => {
    const ids = found?.rows.map((row) => row.conversation.id) ?? []
    useView.setState({ listed: listingOf({ name: 'all', channel: null }, ids), foundBy: found?.text ?? null })
    const { search, foundBy, isEnterPending } = useView.getState()
    // The first of some workspaces may not be the first of all.
    if (!isEnterPending || foundBy !== search || found?.isComplete === false) return
    useView.setState({ isEnterPending: false })
    if (document.activeElement?.id === ELEMENT_IDS.searchField) enterResults()
  }, [found])
}

/** Makes an opened thread show the message that was found, whether it was opened by click or by key. */
function usePublishFoundMessage(rows: readonly SearchResult[] | undefined): void {
  const key = useView(selectedKey)
  useLayoutEffect(() => {
    const row = rows?.find((result) => result.conversation.id === key)
    const { selectedId } = useView.getState()
    if (selectedId === null || row?.message == null) return
    useView.setState({ sought: { conversationId: selectedId, messageKey: row.message.key } })
  }, [rows, key])
}

/** "No matches" for the previous query must not look like the answer to this one. */
function isOutdated(results: Results, search: string): boolean {
  return results.total === 0 && results.text !== search
}

function NoResults({ text: search, isIndexed }: { readonly text: string; readonly isIndexed: boolean }) {
  const isSaved = findSaved(useSavedSearches() ?? [], search) !== undefined
  if (!isIndexed) {
    return (
      <EmptyState picture="lens" title={text('search.notYet.title')}>
        {text('search.notYet.text')}
      </EmptyState>
    )
  }
  return (
    <EmptyState picture={isSaved ? 'bookmark' : 'lens'} title={text('search.empty.title')} action={<ClearButton />}>
      {text(isSaved ? 'search.empty.saved' : 'search.empty.text')}
    </EmptyState>
  )
}

function ClearButton() {
  return (
    <Button
      size="sm"
      onClick={() => {
        searchFor('')
        document.getElementById(ELEMENT_IDS.searchField)?.focus()
      }}
    >
      {text('search.clear')}
    </Button>
  )
}

function Failed({ restart }: { readonly restart: () => void }) {
  return (
    <EmptyState
      picture="cloudOff"
      title={text('search.failed.title')}
      action={
        <Button size="sm" onClick={restart}>
          {text('search.failed.restart')}
        </Button>
      }
    >
      {text('search.failed.text')}
    </EmptyState>
  )
}
