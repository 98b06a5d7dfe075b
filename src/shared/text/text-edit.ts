/** A single change of a text: `removed` became `inserted` at position `at`, UTF-16 units. */
export type Edit = { readonly at: number; readonly removed: string; readonly inserted: string }

/** Finds the single change between two texts. If it may have been at several positions, the one that ends at the caret. */
export function findEdit(before: string, after: string, caret: number): Edit {
  const shorter = Math.min(before.length, after.length)
  const maxTail = Math.min(shorter, Math.max(0, after.length - caret))
  let tail = 0
  while (tail < maxTail && before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail))
    tail += 1
  let at = 0
  while (at < shorter - tail && before.charCodeAt(at) === after.charCodeAt(at)) at += 1
  return { at, removed: before.slice(at, before.length - tail), inserted: after.slice(at, after.length - tail) }
}
