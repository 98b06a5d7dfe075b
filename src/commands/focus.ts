import { insertText } from '../ui/insert-text.ts'
import { openConversation, useView } from '../view.ts'

/** A thread that was only just selected is read and drawn within a few frames. */
const MOST_FRAMES = 60

/**
 * Puts the focus into a conversation's thread, once it is that one's which is on screen: what is typed next must go nowhere else. At once
 * where it can be, for the next key may follow within the frame. The panes name the elements.
 */
export function focusInThread(conversationId: string, id: 'thread' | 'reply' | 'tags', frames = MOST_FRAMES): void {
  if (conversationId !== useView.getState().selectedId) openConversation(conversationId)
  const thread = threadOf(conversationId)
  const field = thread?.querySelector<HTMLElement>(`#${id}`) ?? null
  const { typedAhead } = useView.getState()
  const isComing = id !== 'thread' && thread === undefined && frames > 0
  if (isComing !== (typedAhead !== null)) useView.setState({ typedAhead: isComing ? '' : null })
  if (field !== null) return takeUp(field, typedAhead ?? '')
  if (frames > 0) requestAnimationFrame(() => focusAgain(conversationId, id, frames - 1))
}

function focusAgain(conversationId: string, id: 'thread' | 'reply' | 'tags', frames: number): void {
  if (useView.getState().selectedId === conversationId) focusInThread(conversationId, id, frames)
  // The hands have gone on to another one meanwhile.
  else useView.setState({ typedAhead: null })
}

/** With what the fingers, which were ahead of it, have typed for it. */
function takeUp(field: HTMLElement, words: string): void {
  field.focus()
  const isText = field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement
  if (isText && words !== '') insertText(field, words)
}

function threadOf(conversationId: string): HTMLElement | undefined {
  const threads = document.querySelectorAll<HTMLElement>('section[data-conversation-id]')
  return [...threads].find((thread) => thread.dataset['conversationId'] === conversationId)
}

/** On the messages themselves, and on nothing among them. */
export function isInThread(): boolean {
  return document.activeElement?.id === 'thread'
}

/** Out of any field: onto the list, or where that is empty, onto nothing. */
export function focusList(): void {
  const list = document.getElementById('conversations')
  if (list !== null) list.focus()
  else if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
}

export function showTopOfList(): void {
  document.getElementById('conversations')?.scrollTo({ top: 0 })
}

/** Words that stand in it are selected, so that typing replaces them. False while the field is not on screen. */
export function focusSearch(): boolean {
  const field = document.getElementById('search')
  if (!(field instanceof HTMLInputElement)) return false
  field.focus()
  field.select()
  return true
}

/** Onto the first saved search beside the views; where there is none, nowhere. */
export function focusSearches(): void {
  document.querySelector<HTMLElement>('#places-of-searches button')?.focus()
}

/** Onto the first tag beside the views; Tab goes on from there. */
export function focusTags(): void {
  document.querySelector<HTMLElement>('#places-of-tags button')?.focus()
}

/** Asks for the menu of the selected row, there where the row is. */
export function askForRowMenu(): void {
  const row = document.querySelector('#conversations [role=option][aria-current=true]')
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
  const entries = [...document.querySelectorAll<HTMLElement>('#outbox article')]
  const index = entries.findIndex((entry) => entry.contains(document.activeElement))
  const next = index === -1 ? 0 : Math.min(Math.max(index + step, 0), entries.length - 1)
  entries[next]?.focus()
}
