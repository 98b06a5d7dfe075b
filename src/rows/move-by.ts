type Place = {
  /** Of the selection; -1 for none. */
  readonly index: number
  readonly count: number
  /** Rows in a screenful. */
  readonly page: number
}

/** Where a key takes the selection; null for a key that is not the list's own. The arrows are commands, known everywhere. */
export function moveBy(
  key: { readonly key: string; readonly ctrlKey: boolean; readonly metaKey: boolean; readonly altKey: boolean },
  { index, count, page }: Place,
): number | null {
  if (count === 0 || key.ctrlKey || key.metaKey || key.altKey) return null
  const within = (wanted: number) => Math.min(count - 1, Math.max(0, wanted))
  switch (key.key) {
    case 'PageDown':
      return within(index + page)
    case 'PageUp':
      return within(index - page)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}
