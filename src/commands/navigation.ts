/** Where the selection goes. By id, along the ids on screen: the list may move under it at any time. */

/** `step` is 1 for next, -1 for previous. Stays at the ends; begins at the top when nothing (or nothing listed) is selected. */
export function neighbour(ids: readonly string[], selectedId: string | null, step: 1 | -1): string | null {
  if (ids.length === 0) return null
  const index = selectedId === null ? -1 : ids.indexOf(selectedId)
  if (index === -1) return ids[0] ?? null
  return ids[Math.min(Math.max(index + step, 0), ids.length - 1)] ?? null
}

/** The selection after `leavingId` leaves the list: on in reading direction, at the end back by one. */
export function afterLeaving(ids: readonly string[], leavingId: string): string | null {
  const index = ids.indexOf(leavingId)
  if (index === -1) return null
  return ids[index + 1] ?? ids[index - 1] ?? null
}
