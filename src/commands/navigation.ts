/** Where the selection goes. By id, along the ids on screen: the list may move under it at any time. */

/** `step` is 1 for next, -1 for previous. Stays at the ends; begins at the top when nothing (or nothing listed) is selected. */
export function neighbour(ids: readonly string[], selectedId: string | null, step: 1 | -1): string | null {
  if (ids.length === 0) return null
  const index = selectedId === null ? -1 : ids.indexOf(selectedId)
  if (index === -1) return ids[0] ?? null
  return ids[Math.min(Math.max(index + step, 0), ids.length - 1)] ?? null
}

/** The next one of those wanted, and past the end the first from the other end; null when there is no other. */
export function neighbourAmong(
  ids: readonly string[],
  selectedId: string | null,
  step: 1 | -1,
  wanted: ReadonlySet<string>,
): string | null {
  const index = selectedId === null ? -1 : ids.indexOf(selectedId)
  const [before, after] = [ids.slice(0, Math.max(index, 0)), ids.slice(index + 1)]
  const round = step === 1 ? [...after, ...before] : [...before.toReversed(), ...after.toReversed()]
  return round.find((id) => wanted.has(id)) ?? null
}

/**
 * The selection when a conversation is done with, where `way` is a person's setting. At the end of the list it stays on what is still
 * there: on the one before, if this one leaves the list, or on this one. Null is back to the list.
 */
export function afterDone(
  ids: readonly string[],
  doneId: string,
  { way, isLeaving }: { readonly way: 'next' | 'previous' | 'list'; readonly isLeaving: boolean },
): string | null {
  const index = ids.indexOf(doneId)
  if (way === 'list') return null
  if (index === -1) return isLeaving ? null : doneId
  const [onward, back] = way === 'next' ? [ids[index + 1], ids[index - 1]] : [ids[index - 1], ids[index + 1]]
  return onward ?? (isLeaving ? (back ?? null) : doneId)
}
