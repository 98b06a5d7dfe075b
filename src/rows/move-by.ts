type Selection = {
  /** -1 when nothing is selected. */
  readonly index: number
  readonly count: number
  /** Rows that fit on screen. */
  readonly page: number
}

/** The index that a key selects, or null for a key that lists do not handle. The arrow keys are global commands. */
export function moveBy(
  key: { readonly key: string; readonly ctrlKey: boolean; readonly metaKey: boolean; readonly altKey: boolean },
  { index, count, page }: Selection,
): number | null {
  if (count === 0 || key.ctrlKey || key.metaKey || key.altKey) return null
  const clamp = (wanted: number) => Math.min(count - 1, Math.max(0, wanted))
  switch (key.key) {
    case 'PageDown':
      return clamp(index + page)
    case 'PageUp':
      return clamp(index - page)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}
