import { keepSelection, openConversation, useView } from '../../view.ts'
import { visibleSelection } from '../targets.ts'
import {
  focusKindOf,
  focusList,
  focusThreadLog,
  hasList,
  isOverlayDrawn,
  leaveOtherThread,
  afterNextFrame,
  threadOnScreen,
} from './dom.ts'
import { retryEachFrame } from './retry-each-frame.ts'

/**
 * Keeps the focus off the page itself, where no key reaches anything: an element that had it may go away at any time. It then goes to the
 * list.
 */
export function keepFocus(page: Document): () => void {
  let isLooking = false
  const look = (): void => {
    if (isLooking || !isFocusLost(page)) return
    isLooking = true
    // A dialog that closes gives the focus back in a task of its own, which comes first.
    setTimeout(() =>
      afterNextFrame(() => {
        isLooking = false
        if (isFocusLost(page) && !isCovered()) focusList()
      }),
    )
  }
  const observer = new MutationObserver(look)
  observer.observe(page.body, { childList: true, subtree: true })
  page.addEventListener('focusout', look)
  page.addEventListener('pointerup', look)
  look()
  return () => {
    observer.disconnect()
    page.removeEventListener('focusout', look)
    page.removeEventListener('pointerup', look)
  }
}

/** On the page, or on the pane that had it while there was no list. */
function isFocusLost({ activeElement, body }: Document): boolean {
  if (activeElement === null || activeElement === body) return true
  return activeElement.matches('main') && hasList()
}

function isCovered(): boolean {
  return useView.getState().dialog !== 'none' || isOverlayDrawn()
}

/**
 * Moves the focus with the selection: out of the thread of the conversation before, which is drawn for a moment longer. A conversation that
 * the list on screen does not hold is read in its thread, so the focus goes there.
 */
export function moveFocusWithSelection(page: Document): () => void {
  /** Returns true when there is nothing left to wait for. */
  const look = (conversationId: string, isLast: boolean): boolean => {
    const view = useView.getState()
    if (view.selectedId !== conversationId || view.fieldRequest !== null || isCovered()) return true
    const { activeElement } = document
    if (visibleSelection(view, () => threadOnScreen(activeElement)) !== null) return true
    const kind = focusKindOf(activeElement)
    if (kind === 'composer' || kind === 'field') return true
    if (isLast) focusThreadLog(conversationId)
    return isLast
  }
  // When the user moves into the thread that is still drawn, the focus stays there.
  const onFocusIn = (): void => {
    const { focusedId } = threadOnScreen(document.activeElement)
    if (focusedId === null) return
    if (focusedId === useView.getState().selectedId) keepSelection()
    else openConversation(focusedId)
  }
  page.addEventListener('focusin', onFocusIn)
  const unsubscribe = useView.subscribe(({ selectedId, isViewChanging }, before) => {
    if (isViewChanging && !before.isViewChanging) leaveOtherThread(null)
    if (selectedId === before.selectedId) return
    leaveOtherThread(selectedId)
    if (selectedId !== null) retryEachFrame((isLast) => look(selectedId, isLast))
  })
  return () => {
    page.removeEventListener('focusin', onFocusIn)
    unsubscribe()
  }
}
