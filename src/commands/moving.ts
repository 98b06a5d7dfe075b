import { listInbox } from '../db/queries.ts'
import { select, showView, useView } from '../view.ts'
import { type Command, type CommandContext, NO_CHANGE } from './command.ts'
import { focusEntry, focusInThread, focusList } from './focus.ts'
import { neighbour, neighbourAmong } from './navigation.ts'

/** Along the list, into a thread and back. */
export const MOVING: readonly Command[] = [
  {
    id: 'next',
    title: 'Next conversation',
    group: 'Moving',
    scope: 'list',
    keys: { clarion: ['j', 'ArrowDown'] },
    aliases: ['down'],
    repeats: true,
    run: () => move(1),
    undo: NO_CHANGE,
  },
  {
    id: 'previous',
    title: 'Previous conversation',
    group: 'Moving',
    scope: 'list',
    keys: { clarion: ['k', 'ArrowUp'] },
    aliases: ['up'],
    repeats: true,
    run: () => move(-1),
    undo: NO_CHANGE,
  },
  {
    id: 'next-unread',
    title: 'Next unread conversation',
    group: 'Moving',
    scope: 'list',
    keys: { clarion: ['n'] },
    repeats: true,
    canRun: hasList,
    run: (context) => void moveToUnread(context, 1),
    undo: NO_CHANGE,
  },
  {
    id: 'previous-unread',
    title: 'Previous unread conversation',
    group: 'Moving',
    scope: 'list',
    keys: { clarion: ['Shift+n'] },
    repeats: true,
    canRun: hasList,
    run: (context) => void moveToUnread(context, -1),
    undo: NO_CHANGE,
  },
  {
    id: 'open',
    title: 'Open the thread',
    group: 'Moving',
    scope: 'list',
    keys: { clarion: ['Enter', 'o'], gmail: ['o', 'Enter'] },
    aliases: ['read', 'messages'],
    canRun: hasList,
    run: (context) => enter(context, 'thread'),
    undo: NO_CHANGE,
  },
  {
    id: 'back',
    title: 'Back',
    group: 'Moving',
    scope: 'global',
    keys: { clarion: ['Escape'], gmail: ['Escape', 'u'] },
    aliases: ['leave', 'clear selection', 'list'],
    worksInText: true,
    run: back,
    undo: NO_CHANGE,
  },
]

function hasList({ view }: CommandContext): boolean {
  return view.screen === 'inbox' && view.listedIds.length > 0
}

/** Into the thread of what is chosen; where nothing is, of the first in the list. */
export function enter({ conversationIds, view }: CommandContext, id: 'thread' | 'reply' | 'tags'): void {
  const conversationId = conversationIds[0] ?? view.listedIds[0]
  if (conversationId !== undefined) focusInThread(conversationId, id)
}

function move(step: 1 | -1): void {
  const { screen, listedIds, selectedId } = useView.getState()
  if (screen === 'outbox') return focusEntry(step)
  const id = neighbour(listedIds, selectedId, step)
  if (id !== null) select(id)
}

/** What is selected counts as seen, so the view of the unread loses its rows on the way; the ids on screen say where the hands are. */
async function moveToUnread({ open, view }: CommandContext, step: 1 | -1): Promise<void> {
  const { rows } = await listInbox(open.db, { name: 'unread', channel: view.channel })
  const { listedIds, selectedId } = useView.getState()
  const id = neighbourAmong(listedIds, selectedId, step, new Set(rows.map((row) => row.id)))
  if (id !== null) select(id)
}

/** From a text field to the list; from there, nothing selected. An open dialog or menu closes itself. */
function back(): void {
  const { screen, name, channel } = useView.getState()
  if (screen === 'outbox') return showView(name, channel)
  const { activeElement } = document
  const list = document.getElementById('conversations')
  if (activeElement !== null && activeElement !== document.body && activeElement !== list) focusList()
  else select(null)
}
