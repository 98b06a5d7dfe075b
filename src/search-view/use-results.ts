import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { Totals } from '../catalogue/catalogue.ts'
import { type KnownLabels, parseQuery, type Query } from '../search/query/query.ts'
import type { IndexProgress } from '../search/search.ts'
import { useCatalogue, useWorkspace } from '../workspace.tsx'
import type { Results } from './next-results.ts'

/** Rows requested first: as many as most windows show, because each costs a read. */
export const FIRST_ROWS = 24
/** Rows requested when the end of the list comes near. */
export const MORE_ROWS = 100

export type SearchState = {
  /** The parsed text of the field. */
  readonly query: Query
  /** Null until the first answer. The previous results stay until the next arrive. */
  readonly results: Results | null
  readonly progress: IndexProgress
  /** Requests the rows after the loaded ones. */
  readonly loadMore: () => void
}

/**
 * Searches when the text changes and whenever more is indexed. While `isHeld`, only a changed text searches, so that rows
 * do not move while the user is in the list.
 */
export function useResults(text: string, isHeld: boolean): SearchState {
  const { search } = useWorkspace()
  const progress = useSyncExternalStore(search.onProgress, search.progress)
  const { request, query } = useQuery(text)
  const [results, setResults] = useState<Results | null>(null)

  const held = useRef(isHeld)
  held.current = isHeld
  const answered = useRef<string | null>(null)
  useEffect(() => {
    if (held.current && answered.current === request.text) return
    void search.ask({ ...request, offset: 0, limit: FIRST_ROWS }).then((answer) => {
      if (answer === null) return
      answered.current = request.text
      setResults({ ...answer, text: request.text, query, isComplete: true })
    })
  }, [search, request, query, progress])

  const loadMore = useCallback(() => {
    if (results === null || results.text !== request.text || results.rows.length >= results.total) return
    void search.ask({ ...request, offset: results.rows.length, limit: MORE_ROWS }).then((answer) => {
      if (answer === null) return
      const known = new Set(results.rows.map((row) => row.conversation.id))
      const rows = answer.rows.filter((row) => !known.has(row.conversation.id))
      // No new rows: the loaded rows are all there is.
      const total = rows.length === 0 ? results.rows.length : results.total
      setResults({ ...results, total, rows: [...results.rows, ...rows] })
    })
  }, [search, request, results])
  return { query, results, progress, loadMore }
}

/** The text of the field as a question, and parsed with the labels that the list knows. */
export function useQuery(text: string): {
  readonly request: { readonly text: string; readonly now: number }
  readonly query: Query
} {
  // Relative dates such as "yesterday" count from the moment of typing.
  const request = useMemo(() => ({ text, now: Date.now() }), [text])
  const totals = useCatalogue((catalogue) => catalogue.totals())
  const query = useMemo(
    () => parseQuery(request.text, request.now, totals === null ? null : labelsOf(totals)),
    [request, totals],
  )
  return { request, query }
}

/** The labels that a query may name. Statuses are not counted, so an unknown one is reported although a conversation may have it. */
function labelsOf({ channelCounts, tagCounts }: Totals): KnownLabels {
  return { channels: Object.keys(channelCounts), statuses: [], tags: Object.keys(tagCounts) }
}
