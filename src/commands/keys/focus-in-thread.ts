/** What happens when the focus enters a thread. `leave`: the focus goes to the list. */
export type ThreadFocus = 'nothing' | 'keep' | 'open' | 'leave'

/**
 * A thread stays drawn for a moment after another conversation is selected. When the user focuses it, its conversation stays open. A dialog that
 * closes also gives the focus back to it, as when a notification was clicked over Settings: that must not undo the selection.
 * `hasInput`: a key or the pointer was pressed since the selection.
 */
export function threadFocus(facts: {
  /** The conversation of the thread that has the focus; null for none. */
  readonly focusedId: string | null
  readonly selectedId: string | null
  readonly hasInput: boolean
}): ThreadFocus {
  const { focusedId, selectedId, hasInput } = facts
  if (focusedId === null) return 'nothing'
  if (focusedId === selectedId) return 'keep'
  return hasInput ? 'open' : 'leave'
}
