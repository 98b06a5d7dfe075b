import { opened, openConversation, useView } from '../../view/view.ts'
import { focusKindOf, focusThreadLog, isInThread } from './dom.ts'
import { retryEachFrame } from './retry-each-frame.ts'
import { currentLanguage, directionOf } from '../../shared/language.ts'
import { ELEMENT_IDS } from '../../ui/element-ids.ts'

/** The conversation whose messages get the focus once they are drawn; null for none. */
let awaitedId: string | null = null

/** Whether the messages of this conversation have the focus, or will get it once they are drawn. */
export function isInThreadOf(conversationId: string): boolean {
  return isInThread() || awaitedId === conversationId
}

/** Opens a conversation and focuses its messages once they are drawn, unless another one is selected first. */
export function focusThread(conversationId: string): void {
  if (conversationId !== useView.getState().selectedId) openConversation(conversationId)
  else useView.setState(opened)
  awaitedId = conversationId
  retryEachFrame((isLast) => focusOnceDrawn(conversationId, isLast))
}

function focusOnceDrawn(conversationId: string, isLast: boolean): boolean {
  if (awaitedId !== conversationId) return true
  const isOver = !isStillWanted(conversationId) || focusThreadLog(conversationId) || isLast
  if (isOver) awaitedId = null
  return isOver
}

function isStillWanted(conversationId: string): boolean {
  const { selectedId, fieldRequest, dialog } = useView.getState()
  if (selectedId !== conversationId || fieldRequest !== null || dialog !== 'none') return false
  // The user has moved the focus to a text field.
  const kind = focusKindOf(document.activeElement)
  return kind !== 'composer' && kind !== 'field'
}

/** Focuses the customer panel once it is drawn. */
export function focusCustomer(): void {
  retryEachFrame((isLast) => {
    const panel = document.querySelector<HTMLElement>('[data-column=customer] aside')
    panel?.focus()
    return panel !== null || isLast
  })
}

export function showTopOfList(): void {
  document.getElementById(ELEMENT_IDS.list)?.scrollTo({ top: 0 })
}

/** Focuses the field and selects its text, so that typing replaces it. Returns false while the field isn't on screen. */
export function focusSearch(): boolean {
  useView.setState({ pane: 'list' })
  const field = document.getElementById(ELEMENT_IDS.searchField)
  if (!(field instanceof HTMLInputElement)) return false
  field.focus()
  field.select()
  return true
}

/** Focuses the first saved search beside the views, if there is one. */
export function focusSearches(): void {
  document.querySelector<HTMLElement>(`#${ELEMENT_IDS.savedSearches} button`)?.focus()
}

/** Focuses the first tag beside the views. */
export function focusTags(): void {
  document.querySelector<HTMLElement>(`#${ELEMENT_IDS.tagViews} button`)?.focus()
}

/** Opens the menu of the selected row at the row's position. */
export function askForRowMenu(): void {
  const row = document.querySelector(`#${ELEMENT_IDS.list} [role=option][aria-current=true]`)
  if (row === null) return
  const { left, right, bottom } = row.getBoundingClientRect()
  const isRightToLeft = directionOf(currentLanguage()) === 'rtl'
  const clientX = isRightToLeft ? right - MENU_INDENT_PX : left + MENU_INDENT_PX
  row.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true, clientX, clientY: bottom }))
}

/** Puts the menu under the name, beside the avatar. */
const MENU_INDENT_PX = 64

/** Moves the focus to the next or previous outbox entry: the outbox has no selection. */
export function focusEntry(step: 1 | -1): void {
  const entries = [...document.querySelectorAll<HTMLElement>(`#${ELEMENT_IDS.outbox} article`)]
  const index = entries.findIndex((entry) => entry.contains(document.activeElement))
  const next = index === -1 ? 0 : Math.min(Math.max(index + step, 0), entries.length - 1)
  entries[next]?.focus()
}
