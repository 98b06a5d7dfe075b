import type { RowChange, ListedConversation } from '../db/list-rows.ts'

/** Rows cached for drawing: many screens, about a megabyte. */
const MAX_ROWS = 1_000

/** A cache of the rows that are or were recently on screen, so that moving the selection or scrolling back needs no read. */
export type Rows = {
  readonly get: (conversationId: string) => ListedConversation | undefined
  /** Sets the rows on screen and around it, which are never evicted. Returns the ids that are missing. */
  readonly pin: (ids: readonly string[]) => readonly string[]
  /** Stores rows. An unchanged row keeps its identity, so that it is not drawn again. */
  readonly put: (changes: readonly RowChange[]) => void
}

export function makeRows(maxRows: number = MAX_ROWS): Rows {
  /** Least recently used first. */
  const rows = new Map<string, ListedConversation>()
  let pinned: ReadonlySet<string> = new Set()

  function evict(): void {
    if (rows.size <= maxRows) return
    for (const id of rows.keys()) {
      if (rows.size <= maxRows) return
      if (!pinned.has(id)) rows.delete(id)
    }
  }

  return {
    get: (id) => rows.get(id),
    pin(ids) {
      pinned = new Set(ids)
      return ids.filter((id) => {
        const row = rows.get(id)
        if (row === undefined) return true
        rows.delete(id)
        rows.set(id, row)
        return false
      })
    },
    put(changes) {
      for (const { id, shown } of changes) {
        const before = rows.get(id)
        rows.delete(id)
        if (shown !== null) rows.set(id, isSame(before, shown) ? before : shown)
      }
      evict()
    },
  }
}

function isSame(before: ListedConversation | undefined, after: ListedConversation): before is ListedConversation {
  return before !== undefined && JSON.stringify(before) === JSON.stringify(after)
}
