import type { Listing } from '../catalogue/listing.ts'
import type { Advance } from './settings.ts'

/** Where the selection goes. By id, along the list on screen: the list may move under it at any time. */

type Way = Pick<Listing, 'count' | 'idAt' | 'indexOf'>

/**
 * `step` is 1 for next, -1 for previous. Stays at the ends. From what has left the list it goes on where that stood (`lostPlace`); it
 * begins at the top when nothing is selected, or nothing that was listed.
 */
export function neighbour(
  listed: Way,
  selectedId: string | null,
  step: 1 | -1,
  lostPlace: number | null = null,
): string | null {
  const index = selectedId === null ? -1 : listed.indexOf(selectedId)
  if (index === -1) {
    const place = (lostPlace ?? 0) - (step === -1 ? 1 : 0)
    return listed.idAt(Math.max(0, Math.min(place, listed.count - 1)))
  }
  return listed.idAt(index + step) ?? selectedId
}

/** The next one of those wanted, and past the end the first from the other end; null when there is no other. */
export function neighbourAmong(
  listed: Way,
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
 * The selection when a conversation is done with, where `way` is a person's setting. At the end of the list it stays on what is still
 * there: on the one before, if this one leaves the list, or on this one. Null is back to the list. `isDone`: also done with, at once.
 */
export function afterDone(
  listed: Way,
  doneId: string,
  {
    way,
    isLeaving,
    isDone = () => false,
  }: {
    readonly way: Advance
    readonly isLeaving: boolean
    readonly isDone?: (conversationId: string) => boolean
  },
): string | null {
  const index = listed.indexOf(doneId)
  if (way === 'list') return null
  if (way === 'first')
    return firstLeft(listed, -1, 1, (id) => id === doneId || isDone(id)) ?? (isLeaving ? null : doneId)
  if (index === -1) return isLeaving ? null : doneId
  const step = way === 'next' ? 1 : -1
  return firstLeft(listed, index, step, isDone) ?? (isLeaving ? firstLeft(listed, index, -step, isDone) : doneId)
}

function firstLeft(
  listed: Way,
  index: number,
  step: number,
  isDone: (conversationId: string) => boolean,
): string | null {
  for (let place = index + step; place >= 0 && place < listed.count; place += step) {
    const id = listed.idAt(place)
    if (id !== null && !isDone(id)) return id
  }
  return null
}
