import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { PartProgress } from '../search/all/search-all.ts'
import { useWorkspaces } from '../workspace.tsx'
import { type AllResults, nextResults } from './next-results.ts'
import { FIRST_ROWS, MORE_ROWS, type SearchState, useQuery } from './use-results.ts'

type AllSearchState = Omit<SearchState, 'results' | 'progress'> & {
  readonly results: AllResults | null
  /** The index of each workspace. */
  readonly parts: readonly PartProgress[]
}

/** Searches every workspace of All inboxes when the text changes and whenever one of them has indexed more. */
export function useAllResults(text: string, isHeld: boolean): AllSearchState {
  const { searchAll } = useWorkspaces().live
  const parts = useSyncExternalStore(searchAll.follow, searchAll.parts)
  const { request, query } = useQuery(text)
  const [results, setResults] = useState<AllResults | null>(null)
  const [wanted, setWanted] = useState({ text, limit: FIRST_ROWS })
  const limit = wanted.text === text ? wanted.limit : FIRST_ROWS

  const held = useRef(isHeld)
  held.current = isHeld
  useEffect(
    () =>
      searchAll.ask({ ...request, limit }, (found) =>
        setResults((shown) => nextResults(shown, { ...found, text: request.text, query }, held.current)),
      ),
    [searchAll, request, query, parts, limit],
  )

  const loadMore = useCallback(() => {
    // The rows that were asked for last must have come first.
    if (results?.text !== text || results.limit < limit || limit >= results.total) return
    setWanted({ text, limit: limit + MORE_ROWS })
  }, [results, text, limit])
  return { query, results, parts, loadMore }
}
