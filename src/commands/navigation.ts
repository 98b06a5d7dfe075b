import type { Listing } from '../catalogue/listing.ts'
import type { Advance } from './settings.ts'

/** Where the selection moves, by id and not by index: the list may change at any time. */

type Rows = Pick<Listing, 'count' | 'idAt' | 'indexOf'>

/**
 * `step` is 1 for next, -1 for previous. Stops at the ends. When the selected conversation has left the list, it continues from the index
 * where that was (`lostPlace`). It starts at the top when nothing is selected, or nothing that was listed.
 */
export function neighbour(
  listed: Rows,
  selectedId: string | null,
  step: 1 | -1,
  lostPlace: number | null = null,
): string | null {
  const index = selectedId === null ? -1 : listed.indexOf(selectedId)
  if (index === -1) {
    const next = (lostPlace ?? 0) - (step === -1 ? 1 : 0)
    return listed.idAt(Math.max(0, Math.min(next, listed.count - 1)))
  }
  return listed.idAt(index + step) ?? selectedId
}

/** The next conversation for which `isWanted` is true, wrapping at the ends; null when there is no other. */
export function neighbourAmong(
  listed: Rows,
  selectedId: string | null,
  step: 1 | -1,
  isWanted: (conversationId: string) => boolean,
): string | null {
  const { count } = listed
  const index = selectedId === null ? -1 : listed.indexOf(selectedId)
  const start = index === -1 && step === -1 ? count : index
  for (let walked = 1; walked <= count; walked += 1) {
    const id = listed.idAt((start + step * walked + count * 2) % count)
    if (id !== null && id !== selectedId && isWanted(id)) return id
  }
  return null
}

/**
 * The selection after a conversation is finished; `advance` is the user's setting. At the end of the list the selection stays on a row that
 * is still there: on this one, or on the one before if this one leaves the list. Null means back to the list. `isDone` is true for
 * conversations that are finished at the same time.
 */
export function afterDone(
  listed: Rows,
  doneId: string,
  {
    advance,
    isLeaving,
    isDone = () => false,
  }: {
    readonly advance: Advance
    readonly isLeaving: boolean
    readonly isDone?: (conversationId: string) => boolean
  },
): string | null {
  const index = listed.indexOf(doneId)
  if (advance === 'list') return null
  if (advance === 'first')
    return firstRemaining(listed, -1, 1, (id) => id === doneId || isDone(id)) ?? (isLeaving ? null : doneId)
  if (index === -1) return isLeaving ? null : doneId
  const step = advance === 'next' ? 1 : -1
  return (
    firstRemaining(listed, index, step, isDone) ?? (isLeaving ? firstRemaining(listed, index, -step, isDone) : doneId)
  )
}

function firstRemaining(
  listed: Rows,
  index: number,
  step: number,
  isDone: (conversationId: string) => boolean,
): string | null {
  for (let at = index + step; at >= 0 && at < listed.count; at += step) {
    const id = listed.idAt(at)
    if (id !== null && !isDone(id)) return id
  }
  return null
}
