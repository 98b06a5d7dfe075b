import { countPicked } from '../db/picked.ts'
import { beginRun, endRun, say, select, showView, takeIn, useView } from '../view.ts'
import { type Command, type CommandContext, NO_CHANGE } from './command.ts'
import { focusEntry, focusInThread, focusList, isInThread, showTopOfList } from './focus.ts'
import { readListed, readUnread } from './listed.ts'
import { pickNone } from './picking.ts'
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
    run: (context) => moveToUnread(context, 1),
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
    run: (context) => moveToUnread(context, -1),
    undo: NO_CHANGE,
  },
  {
    id: 'take-in',
    title: 'Take in what is new',
    group: 'Moving',
    scope: 'list',
    keys: { clarion: ['i'] },
    aliases: ['new messages', 'top of the list', 'refresh'],
    canRun: ({ view }) => view.newCount > 0 && view.run === null,
    run: takeInNew,
    undo: NO_CHANGE,
  },
  {
    id: 'open',
    title: 'Open the thread, and from there reply',
    group: 'Moving',
    scope: 'list',
    keys: { clarion: ['Enter', 'o'], gmail: ['o', 'Enter'], superhuman: ['Enter'] },
    aliases: ['read', 'messages'],
    canRun: hasList,
    run: (context) => enter(context, isInThread() ? 'reply' : 'thread'),
    undo: NO_CHANGE,
  },
  {
    id: 'run-mode',
    title: 'Run mode: one conversation a screen',
    titleNow: ({ view }) => (view.run === null ? 'Run mode: one conversation a screen' : 'Leave run mode'),
    group: 'Moving',
    scope: 'list',
    keys: { clarion: ['.'] },
    aliases: ['focus', 'full screen', 'one by one', 'get me to zero'],
    canRun: (context) => hasList(context) && context.view.search === null,
    run: ({ view }) => (view.run === null ? beginRun(readListed()) : endRun()),
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

const TEXT_FIELDS = 'input, textarea, [contenteditable]'

/** What is new is at the top. */
export function takeInNew(): void {
  showTopOfList()
  takeIn()
}

function hasList({ view }: CommandContext): boolean {
  return view.screen === 'inbox' && readListed().count > 0
}

/** Into the thread of what is chosen; where nothing is, of the first in the list. */
export function enter({ conversationIds, view }: CommandContext, id: 'thread' | 'reply' | 'tags'): void {
  const [first, ...others] = conversationIds
  const conversationId = (others.length > 0 ? view.selectedId : first) ?? first ?? readListed().idAt(0)
  if (conversationId !== null) focusInThread(conversationId, id)
}

function move(step: 1 | -1): void {
  const { screen, selectedId, lostPlace } = useView.getState()
  if (screen === 'outbox') return focusEntry(step)
  const id = neighbour(readListed(), selectedId, step, lostPlace)
  if (id !== null) select(id)
}

function moveToUnread({ open }: CommandContext, step: 1 | -1): void {
  const id = neighbourAmong(readListed(), useView.getState().selectedId, step, readUnread(open))
  if (id !== null) select(id)
  else say('No other conversation in this list is unread.')
}

/** From a text field to the list; from there, nothing selected. An open dialog or menu closes itself. */
function back(): void {
  const { screen, name, channel, tag, picked, run, search } = useView.getState()
  if (screen === 'outbox') return showView(name, channel, tag)
  const { activeElement } = document
  if (run !== null) return activeElement?.matches(TEXT_FIELDS) === true ? focusList() : endRun()
  const list = document.getElementById('conversations')
  // A search is left by its own list, which also knows where the focus goes then.
  const isNowhere = activeElement === null || activeElement === document.body
  if (activeElement !== list && (!isNowhere || search !== null)) focusList()
  else if (countPicked(picked) > 0) pickNone()
  else select(null)
}
