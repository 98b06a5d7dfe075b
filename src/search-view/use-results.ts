import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { Totals } from '../catalogue/catalogue.ts'
import type { SearchResult } from '../search/answer.ts'
import { type KnownLabels, parseQuery, type Query } from '../search/query/query.ts'
import type { IndexProgress } from '../search/search.ts'
import { useCatalogue, useWorkspace } from '../workspace.tsx'

/** Rows asked for at first: as many as most windows show; each costs a read. */
const FIRST_ROWS = 24
/** And whenever the end of what is there comes near. */
const MORE_ROWS = 100

export type Results = {
  /** What they are the results of: what stands in the field may be a keystroke ahead. */
  readonly text: string
  /** The same, understood: what is marked in them. */
  readonly query: Query
  readonly total: number
  readonly isCut: boolean
  readonly rows: readonly SearchResult[]
}

type Asking = {
  /** Of what stands in the field. */
  readonly query: Query
  /** Null until the first answer; the last ones stay until the next are there. */
  readonly results: Results | null
  readonly progress: IndexProgress
  /** Asks for the rows after those that are there. */
  readonly more: () => void
}

/**
 * Asks at every change of the text, and again whenever more was indexed; not while `isHeld`: under a moving hand nothing changes its place.
 */
export function useResults(text: string, isHeld: boolean): Asking {
  const { search } = useWorkspace()
  const progress = useSyncExternalStore(search.onProgress, search.progress)
  // "Yesterday" is that of the moment in which it was typed.
  const asked = useMemo(() => ({ text, now: Date.now() }), [text])
  const totals = useCatalogue((catalogue) => catalogue.totals())
  const query = useMemo(
    () => parseQuery(asked.text, asked.now, totals === null ? null : labelsOf(totals)),
    [asked, totals],
  )
  const [results, setResults] = useState<Results | null>(null)

  const held = useRef(isHeld)
  held.current = isHeld
  const answered = useRef<string | null>(null)
  useEffect(() => {
    if (held.current && answered.current === asked.text) return
    void search.ask({ ...asked, offset: 0, limit: FIRST_ROWS }).then((answer) => {
      if (answer === null) return
      answered.current = asked.text
      setResults({ ...answer, text: asked.text, query })
    })
  }, [search, asked, query, progress])

  const more = useCallback(() => {
    if (results === null || results.text !== asked.text || results.rows.length >= results.total) return
    void search.ask({ ...asked, offset: results.rows.length, limit: MORE_ROWS }).then((answer) => {
      if (answer === null) return
      const known = new Set(results.rows.map((row) => row.conversation.id))
      const rows = answer.rows.filter((row) => !known.has(row.conversation.id))
      // None that are new: what is there is all that can be shown.
      const total = rows.length === 0 ? results.rows.length : results.total
      setResults({ ...results, total, rows: [...results.rows, ...rows] })
    })
  }, [search, asked, results])
  return { query, results, progress, more }
}

/** Statuses are not counted: one that the app does not know is found, and warned of all the same. */
function labelsOf({ channelCounts, tagCounts }: Totals): KnownLabels {
  return { channels: Object.keys(channelCounts), statuses: [], tags: Object.keys(tagCounts) }
}
