import type { Database } from '../db/database.ts'
import { closeConversation, setStatus } from '../outbox/commands.ts'
import { openDialog, openSettings, select, showCustomer, showView, useView } from '../view.ts'
import { afterLeaving, neighbour } from './navigation.ts'
import { undoLastSend } from './undo.ts'

/** Every action once. Keys are in tinykeys' notation; `$mod` is ⌘ on macOS and Ctrl elsewhere. */
export type Command = {
  readonly id: string
  readonly title: string
  readonly keys: readonly string[]
  /** Single keys act only outside text fields; a command that says `anywhere` acts in them, too. */
  readonly scope: 'outside-text' | 'anywhere'
  readonly run: (context: CommandContext) => void
}

export type CommandContext = { readonly db: Database }

export const COMMANDS: readonly Command[] = [
  { id: 'next', title: 'Next conversation', keys: ['j', 'ArrowDown'], scope: 'outside-text', run: () => move(1) },
  {
    id: 'previous',
    title: 'Previous conversation',
    keys: ['k', 'ArrowUp'],
    scope: 'outside-text',
    run: () => move(-1),
  },
  { id: 'open', title: 'Open the thread', keys: ['Enter', 'o'], scope: 'outside-text', run: () => focusOn('thread') },
  { id: 'reply', title: 'Reply', keys: ['r'], scope: 'outside-text', run: () => focusOn('reply') },
  { id: 'resolve', title: 'Resolve', keys: ['e'], scope: 'outside-text', run: ({ db }) => finish(db, 'resolve') },
  { id: 'reopen', title: 'Reopen', keys: ['Shift+E'], scope: 'outside-text', run: ({ db }) => finish(db, 'reopen') },
  { id: 'close', title: 'Close', keys: ['Shift+#', '#'], scope: 'outside-text', run: ({ db }) => finish(db, 'close') },
  {
    id: 'new-conversation',
    title: 'New conversation',
    keys: ['c'],
    scope: 'outside-text',
    run: () => openDialog('new-conversation'),
  },
  {
    id: 'new-conversation-anywhere',
    title: 'New conversation',
    keys: ['$mod+n'],
    scope: 'anywhere',
    run: () => openDialog('new-conversation'),
  },
  { id: 'settings', title: 'Settings', keys: ['$mod+,'], scope: 'anywhere', run: () => openSettings() },
  {
    id: 'customer',
    title: 'Customer panel',
    keys: ['$mod+\\'],
    scope: 'anywhere',
    run: () => showCustomer(!useView.getState().isCustomerShown),
  },
  { id: 'undo', title: 'Undo', keys: ['z', '$mod+z'], scope: 'outside-text', run: ({ db }) => void undoLastSend(db) },
  { id: 'back', title: 'Back', keys: ['Escape'], scope: 'anywhere', run: back },
]

function move(step: 1 | -1): void {
  const { screen, listedIds, selectedId } = useView.getState()
  if (screen === 'outbox') return focusEntry(step)
  const id = neighbour(listedIds, selectedId, step)
  if (id !== null) select(id)
}

/** In the outbox nothing is selected: the focus itself goes from one to the next. */
function focusEntry(step: 1 | -1): void {
  const entries = [...document.querySelectorAll<HTMLElement>('#outbox article')]
  const index = entries.findIndex((entry) => entry.contains(document.activeElement))
  const next = index === -1 ? 0 : Math.min(Math.max(index + step, 0), entries.length - 1)
  entries[next]?.focus()
}

/** The panes name the elements that commands put the focus on. */
function focusOn(id: 'thread' | 'reply' | 'conversations'): void {
  const { listedIds, selectedId } = useView.getState()
  if (selectedId === null && listedIds[0] !== undefined) select(listedIds[0])
  // A thread that was only just selected is drawn in the next frame.
  requestAnimationFrame(() => document.getElementById(id)?.focus())
}

/** Changes the status of what is selected; the selection goes on to the next when it leaves the list on screen. */
function finish(db: Database, change: 'resolve' | 'reopen' | 'close'): void {
  const { selectedId, listedIds, name } = useView.getState()
  if (selectedId === null) return
  const target = { conversationId: selectedId }
  if (change === 'close') void closeConversation(db, target)
  else void setStatus(db, { ...target, status: change === 'resolve' ? 'resolved' : 'open' })
  const isLeaving = change === 'reopen' ? name === 'resolved' || name === 'closed' : name === 'inbox'
  if (isLeaving) select(afterLeaving(listedIds, selectedId))
}

/** From a text field to the list; from there, nothing selected. An open dialog or menu closes itself. */
function back(): void {
  const { screen, name, channel } = useView.getState()
  if (screen === 'outbox') return showView(name, channel)
  const { activeElement } = document
  const list = document.getElementById('conversations')
  if (activeElement !== null && activeElement !== document.body && activeElement !== list) focusOn('conversations')
  else select(null)
}
