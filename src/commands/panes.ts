import { frontPane, isCustomerCovering, isCustomerOpen, isSelectionShown } from '../view/layout.ts'
import { showCustomer, useView } from '../view/view.ts'
import { focusList, hasList } from './keys/dom.ts'
import { focusCustomer, focusThread } from './keys/thread-focus.ts'

/** Moving between the panes of a narrow window. In a wide one, they only move the focus. */

/** Shows the list where it was left, with the same row selected. */
export function goToList(): void {
  useView.setState({ pane: 'list' })
  focusList()
}

/** Shows the selected conversation, unless the list is all there is. */
export function goToThread(): void {
  useView.setState({ pane: 'thread' })
  const { selectedId } = useView.getState()
  if (selectedId !== null) focusThread(selectedId)
}

/** Opens or closes the customer panel. One that covers the thread takes the focus, and gives it back. */
export function toggleCustomer(): void {
  const view = useView.getState()
  if (isCustomerOpen(view)) return closeCustomer()
  if (view.layout.customer === 'alone' && view.selectedId === null) return
  showCustomer(true)
  if (isCustomerCovering(useView.getState())) focusCustomer()
}

export function closeCustomer(): void {
  const wasCovering = isCustomerCovering(useView.getState())
  showCustomer(false)
  if (wasCovering) goToThread()
}

/** Restores the focus. When the element is gone or can't have it, moves it to the pane on screen. */
export function focusAgain(element: Element | null): void {
  if (element instanceof HTMLElement && element.isConnected) element.focus({ preventScroll: true })
  if (document.activeElement !== element) focusFront()
}

/** Moves the focus to the pane on screen, because the focused element is gone. */
export function focusFront(): void {
  const view = useView.getState()
  // To focus the thread would open it, and so end a selection in its place.
  const isThreadInFront = frontPane(view) === 'thread' && !isSelectionShown(view)
  if (hasList() || !isThreadInFront || view.selectedId === null) focusList()
  else focusThread(view.selectedId)
}
