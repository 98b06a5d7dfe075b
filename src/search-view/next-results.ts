import { splitRowKey } from '../catalogue/row-key.ts'
import type { SearchResult } from '../search/answer.ts'
import type { FoundInAll } from '../search/all/search-all.ts'
import type { Query } from '../search/query/query.ts'

/** Results as the list shows them. */
export type Results = {
  /** The query that these results answer. The field may be a keystroke ahead. */
  readonly text: string
  /** The parsed query, for highlighting. */
  readonly query: Query
  readonly total: number
  readonly isCut: boolean
  /** False while a workspace has not answered yet. */
  readonly isComplete: boolean
  /** In All inboxes, the ids of their conversations are row keys. */
  readonly rows: readonly SearchResult[]
}

/** Results of All inboxes. */
export type AllResults = Results & Pick<FoundInAll, 'limit' | 'pending'>

/**
 * The results after those that are shown. While the user is in the list (`isHeld`), rows that are shown keep their places and new ones follow
 * after them, because a workspace may answer late. Rows of a workspace that is gone leave.
 */
export function nextResults(
  shown: AllResults | null,
  found: FoundInAll & Pick<Results, 'text' | 'query'>,
  isHeld: boolean,
): AllResults {
  const { asked, ...rest } = found
  const next = { ...rest, isComplete: found.pending.length === 0 }
  if (!isHeld || shown?.text !== found.text) return next
  const foundRows = new Map(found.rows.map((row) => [row.conversation.id, row]))
  const kept = shown.rows.flatMap((row) => {
    const { id } = row.conversation
    const newer = foundRows.get(id)
    foundRows.delete(id)
    if (newer !== undefined) return [newer]
    return asked.includes(splitRowKey(id).workspaceId) ? [row] : []
  })
  const rows = [...kept, ...foundRows.values()]
  return { ...next, rows, total: Math.max(next.total, rows.length) }
}
