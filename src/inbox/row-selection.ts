type RowFlags = { readonly isSelected: boolean; readonly isPicked: boolean; readonly isPicking: boolean }

/** Many can be selected. While none are picked, that is the one whose thread is open; it is the current one in any case. */
export function selectionOf({ isSelected, isPicked, isPicking }: RowFlags) {
  return {
    'aria-selected': isPicking ? isPicked : isSelected,
    'aria-current': isSelected ? ('true' as const) : undefined,
  }
}
