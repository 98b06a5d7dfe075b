import type { RowChange, ListedConversation } from '../db/list-rows.ts'

/** Rows kept for drawing: many screens of them, about a megabyte. */
const MAX_ROWS = 1_000

/** The rows that are on screen or were lately, so that a step of the selection or a turn of the wheel finds them here. */
export type Rows = {
  readonly get: (conversationId: string) => ListedConversation | undefined
  /** What is on screen, and around it, from now on: never let go. Gives what is missing. */
  readonly hold: (ids: readonly string[]) => readonly string[]
  /** The same row again when nothing in it has changed, so that it is not drawn again. */
  readonly keep: (changes: readonly RowChange[]) => void
}

export function makeRows(most: number = MAX_ROWS): Rows {
  /** The longest unused first. */
  const rows = new Map<string, ListedConversation>()
  let held: ReadonlySet<string> = new Set()

  function letGo(): void {
    if (rows.size <= most) return
    for (const id of rows.keys()) {
      if (rows.size <= most) return
      if (!held.has(id)) rows.delete(id)
    }
  }

  return {
    get: (id) => rows.get(id),
    hold(ids) {
      held = new Set(ids)
      return ids.filter((id) => {
        const row = rows.get(id)
        if (row === undefined) return true
        rows.delete(id)
        rows.set(id, row)
        return false
      })
    },
    keep(changes) {
      for (const { id, shown } of changes) {
        const before = rows.get(id)
        rows.delete(id)
        if (shown !== null) rows.set(id, isSame(before, shown) ? before : shown)
      }
      letGo()
    },
  }
}

function isSame(before: ListedConversation | undefined, after: ListedConversation): before is ListedConversation {
  return before !== undefined && JSON.stringify(before) === JSON.stringify(after)
}
