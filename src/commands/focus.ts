import { openConversation, select, useView } from '../view.ts'

/** The panes name the elements that commands put the focus on. */
export function focusOn(id: 'thread' | 'reply' | 'tags' | 'conversations'): void {
  const { listedIds, selectedId } = useView.getState()
  if (selectedId === null && listedIds[0] !== undefined) select(listedIds[0])
  // A thread that was only just selected is drawn in the next frame.
  requestAnimationFrame(() => document.getElementById(id)?.focus())
}

/** The same in the thread of a conversation that need not be the one on screen. */
export function focusWithin(conversationId: string | undefined, id: 'thread' | 'tags'): void {
  if (conversationId !== undefined && conversationId !== useView.getState().selectedId) openConversation(conversationId)
  focusOn(id)
}

/** Back to the list with nothing selected: the keys go on from there. */
export function focusList(): void {
  requestAnimationFrame(() => document.getElementById('conversations')?.focus())
}

/** In the outbox nothing is selected: the focus itself goes from one to the next. */
export function focusEntry(step: 1 | -1): void {
  const entries = [...document.querySelectorAll<HTMLElement>('#outbox article')]
  const index = entries.findIndex((entry) => entry.contains(document.activeElement))
  const next = index === -1 ? 0 : Math.min(Math.max(index + step, 0), entries.length - 1)
  entries[next]?.focus()
}
