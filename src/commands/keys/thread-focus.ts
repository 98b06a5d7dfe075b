import { openConversation, useView } from '../../view.ts'
import { focusKindOf, focusThreadLog, isInThread } from './dom.ts'
import { retryEachFrame } from './retry-each-frame.ts'
import { ELEMENT_IDS } from '../../ui/element-ids.ts'

/** The conversation whose messages the focus goes to as soon as they are drawn; null for none. */
let comingId: string | null = null

/** Whether the focus is in the messages of this conversation, or on its way there. */
export function isInThreadOf(conversationId: string): boolean {
  return isInThread() || comingId === conversationId
}

/** Opens a conversation and moves the focus to its messages once they are drawn, unless another one is selected first. */
export function focusThread(conversationId: string): void {
  if (conversationId !== useView.getState().selectedId) openConversation(conversationId)
  comingId = conversationId
  retryEachFrame((isLast) => focusOnceDrawn(conversationId, isLast))
}

function focusOnceDrawn(conversationId: string, isLast: boolean): boolean {
  if (comingId !== conversationId) return true
  const isOver = !isStillWanted(conversationId) || focusThreadLog(conversationId) || isLast
  if (isOver) comingId = null
  return isOver
}

function isStillWanted(conversationId: string): boolean {
  const { selectedId, fieldRequest, dialog } = useView.getState()
  if (selectedId !== conversationId || fieldRequest !== null || dialog !== 'none') return false
  // False where the user has gone on into a text field.
  const kind = focusKindOf(document.activeElement)
  return kind !== 'composer' && kind !== 'field'
}

export function showTopOfList(): void {
  document.getElementById(ELEMENT_IDS.list)?.scrollTo({ top: 0 })
}

/** Selects the text in the field, so that typing replaces it. False while the field is not on screen. */
export function focusSearch(): boolean {
  const field = document.getElementById(ELEMENT_IDS.searchField)
  if (!(field instanceof HTMLInputElement)) return false
  field.focus()
  field.select()
  return true
}

/** Onto the first saved search beside the views; where there is none, nowhere. */
export function focusSearches(): void {
  document.querySelector<HTMLElement>(`#${ELEMENT_IDS.savedSearches} button`)?.focus()
}

/** Onto the first tag beside the views; Tab goes on from there. */
export function focusTags(): void {
  document.querySelector<HTMLElement>(`#${ELEMENT_IDS.tagViews} button`)?.focus()
}

/** Asks for the menu of the selected row, there where the row is. */
export function askForRowMenu(): void {
  const row = document.querySelector(`#${ELEMENT_IDS.list} [role=option][aria-current=true]`)
  if (row === null) return
  const { left, bottom } = row.getBoundingClientRect()
  row.dispatchEvent(
    new MouseEvent('contextmenu', { bubbles: true, cancelable: true, clientX: left + MENU_INDENT_PX, clientY: bottom }),
  )
}

/** Under the name, beside the picture. */
const MENU_INDENT_PX = 64

/** In the outbox nothing is selected: the focus itself goes from one to the next. */
export function focusEntry(step: 1 | -1): void {
  const entries = [...document.querySelectorAll<HTMLElement>(`#${ELEMENT_IDS.outbox} article`)]
  const index = entries.findIndex((entry) => entry.contains(document.activeElement))
  const next = index === -1 ? 0 : Math.min(Math.max(index + step, 0), entries.length - 1)
  entries[next]?.focus()
}
