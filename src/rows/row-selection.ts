type RowFlags = { readonly isSelected: boolean; readonly isPicked: boolean; readonly isPicking: boolean }

/** Picked rows are `aria-selected`, or the open conversation while none is picked. The open one is always `aria-current`. */
export function selectionOf({ isSelected, isPicked, isPicking }: RowFlags) {
  return {
    'aria-selected': isPicking ? isPicked : isSelected,
    'aria-current': isSelected ? ('true' as const) : undefined,
  }
}
