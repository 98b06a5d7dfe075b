import { keepSelection, openConversation, useView } from '../../view/view.ts'
import { visibleSelection } from '../targets.ts'
import {
  canHaveFocus,
  focusEdge,
  focusKindOf,
  focusNextInGroup,
  focusOverlay,
  type FocusPlace,
  placeOf,
  focusThreadLog,
  hasList,
  isOverlayDrawn,
  leaveOtherThread,
  afterNextFrame,
  threadOnScreen,
} from './dom.ts'
import { focusFront } from '../panes.ts'
import { retryEachFrame } from './retry-each-frame.ts'
import { threadFocus } from './focus-in-thread.ts'

/** A dialog that has closed restores the focus within this number of frames. */
const FRAMES_OF_DIALOG = 6

const INPUTS = ['keydown', 'pointerdown'] as const

/**
 * Moves the focus when the focused element is removed or disabled: on the page itself no key would work. It goes to the next part of the
 * same group, else to the dialog on screen, else to the list, else to the pane that is on screen instead. Tab from the last element leads
 * to the first one, and Shift+Tab from the first to the last.
 */
export function keepFocus(page: Document): () => void {
  let last: FocusPlace | null = placeOf(page.activeElement)
  let isLooking = false
  /** Where Tab leads from the end of the page; null after another key or a click. */
  let edge: 'first' | 'last' | null = null
  const restore = (): void => {
    if (!isFocusLost(page) || (last !== null && focusNextInGroup(last))) return
    if (isCovered()) focusOverlay()
    else if (edge !== null && last !== null && canHaveFocus(last.element)) focusEdge(edge)
    else focusFront()
  }
  const onFocusIn = ({ target }: FocusEvent): void => {
    last = placeOf(target) ?? last
  }
  const onInput = (event: Event): void => {
    const isTab = event instanceof KeyboardEvent && event.key === 'Tab'
    edge = isTab ? (event.shiftKey ? 'last' : 'first') : null
  }
  const look = (): void => {
    if (isLooking || !isFocusLost(page)) return
    isLooking = true
    // A closing dialog restores the focus itself, in a task that a busy window may run some frames later.
    let frames = last?.isInOverlay === true ? FRAMES_OF_DIALOG : 1
    const wait = (): void => {
      frames -= 1
      if (frames > 0 && isFocusLost(page)) return afterNextFrame(wait)
      isLooking = false
      restore()
    }
    setTimeout(() => afterNextFrame(wait))
  }
  const onChange = (): void => {
    const isGone = last !== null && !last.isInOverlay && !canHaveFocus(last.element)
    if (isGone && !isCovered()) restore()
    else look()
  }
  const observer = new MutationObserver(onChange)
  observer.observe(page.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled'] })
  for (const type of INPUTS) page.addEventListener(type, onInput, true)
  page.addEventListener('focusin', onFocusIn)
  page.addEventListener('focusout', look)
  page.addEventListener('pointerup', look)
  look()
  return () => {
    observer.disconnect()
    for (const type of INPUTS) page.removeEventListener(type, onInput, true)
    page.removeEventListener('focusin', onFocusIn)
    page.removeEventListener('focusout', look)
    page.removeEventListener('pointerup', look)
  }
}

/** The focus is on the page, on a disabled control, or on the pane that had it while there was no list. */
function isFocusLost({ activeElement, body }: Document): boolean {
  if (activeElement === null || activeElement === body || !canHaveFocus(activeElement)) return true
  return activeElement.matches('main') && hasList()
}

function isCovered(): boolean {
  return useView.getState().dialog !== 'none' || isOverlayDrawn()
}

/**
 * Moves the focus with the selection, out of the previous conversation's thread, which stays drawn for a moment. A conversation that is not
 * in the list gets the focus in its thread.
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
  let hasInput = true
  const onInput = (): void => {
    hasInput = true
  }
  const onFocusIn = (): void => {
    const { focusedId } = threadOnScreen(document.activeElement)
    const { selectedId } = useView.getState()
    const step = threadFocus({ focusedId, selectedId, hasInput })
    if (step === 'keep') keepSelection()
    if (step === 'leave') leaveOtherThread(selectedId)
    if (step === 'open' && focusedId !== null) openConversation(focusedId)
  }
  page.addEventListener('focusin', onFocusIn)
  // Before any other listener, which may move the focus.
  for (const type of INPUTS) page.addEventListener(type, onInput, true)
  const unsubscribe = useView.subscribe(({ acting, selectedId, isViewChanging }, before) => {
    if (isViewChanging && !before.isViewChanging) leaveOtherThread(null)
    // Two servers may use the same id.
    if (selectedId === before.selectedId && acting === before.acting) return
    hasInput = false
    leaveOtherThread(selectedId)
    if (selectedId !== null) retryEachFrame((isLast) => look(selectedId, isLast))
  })
  return () => {
    page.removeEventListener('focusin', onFocusIn)
    for (const type of INPUTS) page.removeEventListener(type, onInput, true)
    unsubscribe()
  }
}
