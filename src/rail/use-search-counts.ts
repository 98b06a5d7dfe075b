import { useEffect, useState } from 'react'
import { useWorkspace } from '../workspace.tsx'
import { followCounts } from './search-counts.ts'

/** The number of results of each search, by its text. A search that isn't counted yet is missing. */
export function useSearchCounts(texts: readonly string[]): ReadonlyMap<string, number> {
  const { search } = useWorkspace()
  const [counts, setCounts] = useState<ReadonlyMap<string, number>>(new Map())
  useEffect(() => followCounts(search, texts, setCounts), [search, texts])
  return counts
}
