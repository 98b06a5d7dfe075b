import type { Listing } from '../db/listing.ts'

/** Where the selection goes. By id, along the list on screen: the list may move under it at any time. */

type Way = Pick<Listing, 'count' | 'idAt' | 'indexOf'>

/** `step` is 1 for next, -1 for previous. Stays at the ends; begins at the top when nothing (or nothing listed) is selected. */
export function neighbour(listed: Way, selectedId: string | null, step: 1 | -1): string | null {
  const index = selectedId === null ? -1 : listed.indexOf(selectedId)
  if (index === -1) return listed.idAt(0)
  return listed.idAt(index + step) ?? selectedId
}

/** The selection after `leavingId` leaves the list: on in reading direction, at the end back by one. */
export function afterLeaving(listed: Way, leavingId: string): string | null {
  const index = listed.indexOf(leavingId)
  if (index === -1) return null
  return listed.idAt(index + 1) ?? listed.idAt(index - 1)
}
