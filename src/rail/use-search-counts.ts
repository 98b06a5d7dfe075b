import { useEffect, useState } from 'react'
import { useWorkspace } from '../workspace.tsx'
import { followCounts } from './search-counts.ts'

/** How many each of these searches finds; one that was not counted yet is missing. */
export function useSearchCounts(texts: readonly string[]): ReadonlyMap<string, number> {
  const { search } = useWorkspace()
  const [counts, setCounts] = useState<ReadonlyMap<string, number>>(new Map())
  useEffect(() => followCounts(search, texts, setCounts), [search, texts])
  return counts
}
